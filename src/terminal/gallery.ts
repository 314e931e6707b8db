// Room: terminal. Tells a person at a terminal how a mock goes on, through the views.
import type { Gallery } from "../practice/ports.ts";
import type { Theme } from "./theme.ts";
import { openingView, roundOverView, roundView } from "./views/mock.ts";

/** A gallery that writes each view as it comes. */
export function createGallery(write: (text: string) => void, theme: Theme): Gallery {
  return {
    opened: (opening) => write(openingView(opening, theme)),
    roundNext: (round, opening) => write(`\n${roundView(round, opening, theme)}\n`),
    roundOver: (round, end, opening) => write(roundOverView(round, end, { opening, theme })),
  };
}

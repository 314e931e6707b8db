// Room: terminal. The sheet of a break: Enter goes on, `q` leaves, anything else is a note. Pure.
import type { Rested } from "../../practice/ports.ts";
import type { Theme } from "../theme.ts";
import { type BlanksState, blanksSheet, blankTexts } from "./blanks.ts";
import type { Sheet } from "./sheet.ts";

/** A sheet of one line that may stay empty. */
export function restSheet(theme: Theme): Sheet<BlanksState> {
  const line = blanksSheet(theme, [""]);
  return {
    ...line,
    isEmpty: () => false,
    keys: [
      ["Enter", "go on"],
      ["q Enter", "leave"],
      ["text Enter", "keep a note"],
    ],
    byLine: { ...line.byLine, opening: "Press Enter to go on, type q to leave, or type a note.", prompt: () => "Note: " },
  };
}

/** What was meant by the line. */
export function restedBy(state: BlanksState): Rested {
  const [text = ""] = blankTexts(state);
  if (text === "") return { type: "go on" };
  return /^:?q(?:uit)?$/i.test(text) ? { type: "stop", how: "quit" } : { type: "note", text };
}

// Room: terminal. The sheet of a break: Enter goes on, `q` leaves, anything else is a note. Pure.
import type { Rested } from "../../practice/ports.ts";
import type { Theme } from "../theme.ts";
import { type BlanksState, blanksSheet, blankTexts } from "./blanks.ts";
import type { Pressed, Sheet } from "./sheet.ts";

/** A line, and whether the break ended without one. */
export interface RestState {
  readonly line: BlanksState;
  readonly isOver: boolean;
}

/** A sheet of one line that may stay empty. */
export function restSheet(theme: Theme): Sheet<RestState> {
  const line = blanksSheet(theme, [""]);
  return {
    first: { line: line.first, isOver: false },
    press: (state, key, space) => after(line.press(state.line, key, space)),
    // A note stays to be read; an empty line need not.
    draw: (state, space) => (state.isOver ? { rows: [], cursor: undefined } : line.draw(state.line, space)),
    isEmpty: () => false,
    emptyNotice: "",
    words: (state) => line.words(state.line),
    gauge: () => [],
    keys: [
      ["Enter", "go on"],
      ["q Enter", "leave"],
      ["text Enter", "keep a note"],
    ],
    byLine: {
      opening: "Press Enter to go on, type q to leave, or type a note.",
      prompt: () => "Note: ",
      take: (state, text) => after(line.byLine.take(state.line, text)),
    },
  };
}

function after({ state, ...pressed }: Pressed<BlanksState>): Pressed<RestState> {
  return { ...pressed, state: { line: state, isOver: pressed.isDone === true && textIn(state) === "" } };
}

function textIn(line: BlanksState): string {
  return blankTexts(line)[0] ?? "";
}

/** What was meant by the line. */
export function restedBy({ line }: RestState): Rested {
  const text = textIn(line);
  if (text === "") return { type: "go on" };
  return /^:?q(?:uit)?$/i.test(text) ? { type: "stop", how: "quit" } : { type: "note", text };
}

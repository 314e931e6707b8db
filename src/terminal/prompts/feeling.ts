// Room: terminal. The sheet on which a person says how well an answer went, with one key. Pure.
import { confidences, type OwnConfidence, readConfidence, tellConfidence } from "../../domain/confidence.ts";
import type { Theme } from "../theme.ts";
import { textWidth } from "./cells.ts";
import type { Key } from "./keys.ts";
import type { Drawing, Pressed, Sheet } from "./sheet.ts";

export const feelingQuestion = "How did it go?";

/** What was said; undefined: nothing yet. */
export interface FeelingState {
  readonly said: OwnConfidence | "nothing" | undefined;
}

/** A sheet that a digit or Enter ends. */
export function feelingSheet(theme: Theme): Sheet<FeelingState> {
  return {
    first: { said: undefined },
    press: pressFeeling,
    draw: (state, space) => drawFeeling(theme, state, space.columns),
    isEmpty: (state) => state.said === undefined,
    emptyNotice: howTo,
    words: () => "",
    gauge: () => [],
    keys: [
      ["1-5", "say"],
      ["Enter", "skip"],
    ],
    byLine: { opening: "", prompt: () => `${feelingQuestion} ${choices.join(", ")}; Enter skips: `, take: takeLine },
  };
}

const choices: readonly string[] = confidences.map((confidence) => `${confidence} ${tellConfidence(confidence)}`);

const howTo = "Press 1 to 5, or Enter to skip.";
const skipped: Pressed<FeelingState> = { state: { said: "nothing" }, isDone: true };

function pressFeeling(state: FeelingState, key: Key): Pressed<FeelingState> {
  if (key.type === "press") return key.name === "enter" ? skipped : { state };
  const said = key.type === "text" ? readConfidence(key.text) : undefined;
  return said === undefined ? { state, notice: howTo } : { state: { said }, isDone: true };
}

function takeLine(state: FeelingState, line: string): Pressed<FeelingState> {
  if (line.trim() === "") return skipped;
  const said = readConfidence(line);
  return said === undefined ? { state, notice: "Type a number, 1 to 5, or press Enter to skip." } : { state: { said }, isDone: true };
}

/** All on one row where it fits, else a row each. Once something was said, only that stands. */
function drawFeeling(theme: Theme, { said }: FeelingState, columns: number): Drawing {
  if (said !== undefined) return { rows: [said === "nothing" ? theme.dim("not said") : theme.bold(tellConfidence(said))], cursor: undefined };
  const row = choices.join("   ");
  const styled = choices.map((choice) => theme.accent(choice.charAt(0)) + choice.slice(1));
  return { rows: textWidth(row) <= columns ? [styled.join("   ")] : styled, cursor: undefined };
}

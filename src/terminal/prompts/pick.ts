// Room: terminal. The sheet on which a digit picks one of a few things, and Enter none. Pure.
import type { Theme } from "../theme.ts";
import { cutText, textWidth, wrapStyled } from "./cells.ts";
import type { Key } from "./keys.ts";
import type { Drawing, Pressed, Sheet } from "./sheet.ts";

/** The index of what was picked, or that nothing was; undefined: not yet. */
export interface PickState {
  readonly picked: number | "nothing" | undefined;
}

/** What there is to pick from. */
export interface Picking {
  /** Asked in the line itself where there is no screen. */
  readonly question: string;
  /** At most nine. */
  readonly choices: readonly string[];
  /** What Enter does, in a word: `skip`. */
  readonly enter: string;
  /** What stands when nothing was picked. */
  readonly nothing: string;
}

const nothing: Pressed<PickState> = { state: { picked: "nothing" }, isDone: true };

/** A sheet that one key ends. */
export function pickSheet(theme: Theme, picking: Picking): Sheet<PickState> {
  const { choices, enter, question } = picking;
  const howTo = `Press 1 to ${choices.length}, or Enter to ${enter}.`;
  const take = (state: PickState, text: string): Pressed<PickState> => {
    const picked = indexOf(choices, text);
    return picked === undefined ? { state, notice: howTo } : { state: { picked }, isDone: true };
  };
  return {
    first: { picked: undefined },
    press: (state, key) => pressPick(state, key, take),
    draw: (state, space) => drawPick(theme, picking, { state, columns: space.columns, rows: space.rows }),
    isEmpty: (state) => state.picked === undefined,
    emptyNotice: howTo,
    words: () => "",
    gauge: () => [],
    keys: [
      [`1-${choices.length}`, "pick"],
      ["Enter", enter],
    ],
    byLine: { opening: "", prompt: () => promptOf(question, picking), take: (state, line) => (line.trim() === "" ? nothing : take(state, line)) },
  };
}

/** A choice by its number, or by its words. */
function indexOf(choices: readonly string[], written: string): number | undefined {
  const text = written.trim().toLowerCase();
  const index = choices.findIndex((choice, index) => text === String(index + 1) || text === choice.toLowerCase());
  return index < 0 ? undefined : index;
}

function pressPick(state: PickState, key: Key, take: (state: PickState, text: string) => Pressed<PickState>): Pressed<PickState> {
  if (key.type === "press") return key.name === "enter" ? nothing : { state };
  return key.type === "text" ? take(state, key.text) : { state };
}

/** Short choices in one line, long ones each in a line. */
function promptOf(question: string, { choices, enter }: Picking): string {
  const numbered = choices.map((choice, index) => `${index + 1} ${choice}`);
  const inOne = `${question} ${numbered.join(", ")}; Enter to ${enter}: `;
  return inOne.length <= longestLine ? inOne : `${question}\n${numbered.join("\n")}\nNumber, or Enter to ${enter}: `;
}

const longestLine = 100;
/** Rows of a long choice that are shown. */
const mostRows = 3;

/** All on one row where they fit, else one below the other. Once something was picked, only that stands. */
function drawPick(theme: Theme, { choices, nothing }: Picking, shown: { readonly state: PickState; readonly columns: number; readonly rows: number }): Drawing {
  const { state, columns, rows } = shown;
  const { picked } = state;
  if (picked === "nothing") return { rows: [theme.dim(nothing)], cursor: undefined };
  if (picked !== undefined) return { rows: wrapStyled(theme.bold(choices[picked] ?? ""), columns).slice(0, rows), cursor: undefined };
  const inOne = choices.map((choice, index) => `${theme.accent(String(index + 1))} ${choice}`).join("   ");
  if (textWidth(choices.map((choice) => `1 ${choice}`).join("   ")) <= columns) return { rows: [inOne], cursor: undefined };
  return { rows: choices.flatMap((choice, index) => choiceRows(theme, choice, { number: index + 1, columns })).slice(0, rows), cursor: undefined };
}

function choiceRows(theme: Theme, choice: string, { number, columns }: { readonly number: number; readonly columns: number }): readonly string[] {
  const lines = wrapStyled(choice, Math.max(columns - 2, 8));
  const kept = lines.length <= mostRows ? lines : [...lines.slice(0, mostRows - 1), cutText(lines.slice(mostRows - 1).join(" "), Math.max(columns - 2, 8))];
  return kept.map((line, index) => (index === 0 ? `${theme.accent(String(number))} ${line}` : `  ${line}`));
}

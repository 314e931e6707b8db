// Room: terminal. The sheet for one line, or several one after another: recall and numbers. Pure.
import type { Theme } from "../theme.ts";
import { cutText, textWidth } from "./cells.ts";
import { editBuffer } from "./editing.ts";
import type { Key } from "./keys.ts";
import type { Size } from "./options.ts";
import { type Drawing, type KeyHelp, type Pressed, type Sheet, showAround } from "./sheet.ts";
import { cleanTyped, emptyBuffer, insertText, textOf, type TextBuffer } from "./text-buffer.ts";

/** A line for each blank, and the one that is typed in. */
export interface BlanksState {
  readonly lines: readonly TextBuffer[];
  readonly at: number;
}

/** A sheet of lines, each after its label; Enter goes on to the next and hands in after the last. */
export function blanksSheet(theme: Theme, labels: readonly string[]): Sheet<BlanksState> {
  const isSingle = labels.length === 1;
  const move: readonly KeyHelp[] = isSingle ? [] : [["Up/Down", "move"]];
  return {
    first: { lines: labels.map(() => emptyBuffer), at: 0 },
    press: (state, key, space) => pressBlanks(state, key, space),
    draw: (state, space) => drawBlanks(theme, labels, { state, space }),
    isEmpty: (state) => state.lines.every((line) => textOf(line).trim() === ""),
    emptyNotice: "Nothing is typed yet. Ctrl-N skips the question.",
    words: (state) =>
      isSingle
        ? textOf(state.lines[0] ?? emptyBuffer)
        : state.lines
            .map(textOf)
            .join("; ")
            .replace(/^[; ]+$/, ""),
    gauge: (state) => (isSingle ? [] : [`${state.at + 1} of ${labels.length}`]),
    keys: [["Enter", isSingle ? "hand in" : "next, hand in"], ...move],
    byLine: {
      opening: isSingle ? "" : `There are ${labels.length} to fill in.`,
      prompt: (state) => (isSingle ? `Your answer ${labels[0] ?? ""}: `.replace(/(?<! ) +: $/, ": ") : `${state.at + 1} of ${labels.length}: `),
      take: (state, line) =>
        pressBlanks(
          edited(state, () => insertText(emptyBuffer, line)),
          { type: "press", name: "enter" },
          lineSpace,
        ),
    },
  };
}

// A line is read whole: no cursor moves in it.
const lineSpace: Size = { columns: 80, rows: 1 };

/** The texts of all lines, trimmed. */
export function blankTexts(state: BlanksState): readonly string[] {
  return state.lines.map((line) => textOf(line).trim());
}

function pressBlanks(state: BlanksState, key: Key, space: Size): Pressed<BlanksState> {
  const last = state.lines.length - 1;
  if (key.type !== "press") return { state: edited(state, (line) => insertText(line, cleanTyped(key.text).replace(/(?<!\s)\s*\n\s*/g, " "))) };
  switch (key.name) {
    case "enter":
      return state.at === last ? { state, isDone: true } : { state: { ...state, at: state.at + 1 } };
    case "tab":
    case "down":
      return { state: { ...state, at: Math.min(state.at + 1, last) } };
    case "up":
      return { state: { ...state, at: Math.max(state.at - 1, 0) } };
    default:
      return { state: edited(state, (line) => editBuffer(line, key, space)) };
  }
}

function edited(state: BlanksState, change: (line: TextBuffer) => TextBuffer): BlanksState {
  return { ...state, lines: state.lines.map((line, index) => (index === state.at ? change(line) : line)) };
}

function drawBlanks(theme: Theme, labels: readonly string[], shown: { readonly state: BlanksState; readonly space: Size }): Drawing {
  const { state, space } = shown;
  const rows = state.lines.map((line, index) => drawLine(theme, { label: labels[index] ?? "", isActive: index === state.at }, { line, width: space.columns }));
  const seen = showAround(
    rows.map((row) => row.text),
    state.at,
    space.rows,
  );
  return { rows: seen.rows, cursor: { row: state.at - seen.from, before: rows[state.at]?.before ?? "" } };
}

function drawLine(
  theme: Theme,
  place: { readonly label: string; readonly isActive: boolean },
  typed: { readonly line: TextBuffer; readonly width: number },
): { readonly text: string; readonly before: string } {
  const lead = `${place.label}> `;
  const styled = place.isActive ? theme.accent(lead) : theme.dim(lead);
  const width = Math.max(typed.width - textWidth(lead), 4);
  const text = textOf(typed.line);
  const from = startInWindow(text, typed.line.column, width);
  return { text: styled + cutText(text.slice(from), width), before: styled + text.slice(from, typed.line.column) };
}

// A line longer than the window is shown from a place that keeps the cursor in sight.
function startInWindow(text: string, column: number, width: number): number {
  let from = 0;
  while (textWidth(text.slice(from, column)) >= width) {
    const step = Math.max(Math.floor((column - from) / 4), 1);
    from += step;
    const unit = text.charCodeAt(from);
    if (unit >= 0xdc00 && unit <= 0xdfff) from += 1;
  }
  return from;
}

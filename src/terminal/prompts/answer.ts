// Room: terminal. The sheet for an answer in sentences: many lines, words counted. Pure.
import type { Theme } from "../theme.ts";
import { wrapStyled } from "./cells.ts";
import { tellLeft } from "./countdown.ts";
import { editBuffer } from "./editing.ts";
import { beforeCursor, firstShown, layOut, rowText } from "./layout.ts";
import type { Size } from "./options.ts";
import type { Drawing, Sheet } from "./sheet.ts";
import { bufferOf, emptyBuffer, insertText, textOf, type TextBuffer } from "./text-buffer.ts";

/** Words a minute of calm speech, as the deck format counts the length of a model answer. */
const wordsAMinute = 140;
const markerNeeds = 4;

/** A sheet for sentences; `tip` stands in the empty sheet. */
export function answerSheet(theme: Theme, tip: string): Sheet<TextBuffer> {
  return {
    first: emptyBuffer,
    press: (state, key, space) => ({ state: key.type === "press" && key.name === "enter" ? insertText(state, "\n") : editBuffer(state, key, space) }),
    draw: (state, space) => (tip !== "" && isBlank(state) && state.lines.length === 1 ? drawTip(theme, tip, space) : drawText(theme, state, space)),
    isEmpty: isBlank,
    emptyNotice: "Nothing is typed yet. Ctrl-N skips the question.",
    words: textOf,
    gauge: (state) => tellWords(countWords(textOf(state))),
    keys: [["^D", "hand in"]],
    text: { read: textOf, write: (state, text) => rewrite(state, text) },
    byLine: {
      opening: "Type your answer in lines. A single dot on a line hands it in.",
      prompt: () => "",
      take: (state, line) => (line.trim() === "." ? { state, isDone: true } : { state: insertText(state, isBlank(state) ? line : `\n${line}`) }),
    },
  };
}

/** Words, as a person counts them: runs of what is not space. */
function countWords(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}

function tellWords(count: number): readonly string[] {
  if (count === 0) return [];
  return [`${count} ${count === 1 ? "word" : "words"}`, `${tellLeft((count / wordsAMinute) * 60_000)} if spoken`];
}

function isBlank(state: TextBuffer): boolean {
  return state.lines.every((line) => line.trim() === "");
}

// As one change, so that undo brings back what was there before the editor.
function rewrite(state: TextBuffer, text: string): TextBuffer {
  const { lines, row, column, past } = state;
  return { ...bufferOf(text), past: [...past, { lines, row, column }] };
}

function drawTip(theme: Theme, tip: string, space: Size): Drawing {
  return {
    rows: wrapStyled(tip, space.columns)
      .slice(0, space.rows)
      .map((row) => theme.dim(row)),
    cursor: { row: 0, before: "" },
  };
}

function drawText(theme: Theme, state: TextBuffer, space: Size): Drawing {
  const whole = layOut(state, space.columns);
  const isCut = whole.rows.length > space.rows && space.rows >= markerNeeds;
  const height = isCut ? space.rows - 1 : space.rows;
  const first = firstShown(whole, height);
  const shown = whole.rows.slice(first, first + height).map((row) => rowText(state, row));
  const marker = isCut ? [theme.dim(tellHidden(first, whole.rows.length - first - shown.length))] : [];
  return { rows: [...marker, ...shown], cursor: { row: marker.length + whole.cursorRow - first, before: beforeCursor(state, whole) } };
}

function tellHidden(above: number, below: number): string {
  const pieces = [above > 0 ? `${above} above` : "", below > 0 ? `${below} below` : ""].filter((piece) => piece !== "");
  return `… lines not shown: ${pieces.join(", ")}`;
}

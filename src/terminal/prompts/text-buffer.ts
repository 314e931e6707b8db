// Room: terminal. A text that is being typed: lines, a cursor, undo. Pure; every change gives a new buffer.

interface Snapshot {
  readonly lines: readonly string[];
  readonly row: number;
  readonly column: number;
}

/** Lines without their ends, and where the cursor stands; `column` counts UTF-16 units and never lies inside a grapheme. */
export interface TextBuffer extends Snapshot {
  readonly past: readonly Snapshot[];
  /** What the last change was, so that a run of typing is undone as one. */
  readonly run: "typing" | "erasing" | undefined;
}

const undoLimit = 200;
// A grapheme longer than this is cut: hostile text may stack thousands of marks on one letter.
const graphemeReach = 128;
const plainUnits = /^[\x20-\x7E]*$/;

export const emptyBuffer: TextBuffer = { lines: [""], row: 0, column: 0, past: [], run: undefined };

/** A buffer that holds a text, the cursor at its end. */
export function bufferOf(text: string): TextBuffer {
  return { ...insertText(emptyBuffer, text), past: [], run: undefined };
}

/** The text, lines joined by `\n`. */
export function textOf(buffer: TextBuffer): string {
  return buffer.lines.join("\n");
}

// Controls, and marks that turn the direction of what follows.
// oxlint-disable-next-line no-control-regex -- control characters are what this pattern is for
const unseen = /[\x00-\x09\x0B-\x1F\x7F-\x9F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/** Keeps what a person can have meant: line ends become `\n`, a tab two spaces, other control characters and lone surrogates go. */
export function cleanTyped(text: string): string {
  return text
    .replace(/\p{Cs}/gu, "")
    .replace(/\r\n?|[\u2028\u2029]/g, "\n")
    .replace(/\t/g, "  ")
    .replace(unseen, "");
}

/** Puts a text in at the cursor. */
export function insertText(buffer: TextBuffer, text: string): TextBuffer {
  const typed = cleanTyped(text);
  if (typed === "") return buffer;
  const [first = "", ...more] = typed.split("\n");
  const line = lineAt(buffer, buffer.row);
  const before = line.slice(0, buffer.column);
  const after = line.slice(buffer.column);
  const last = more.at(-1);
  const lines = last === undefined ? [before + first + after] : [before + first, ...more.slice(0, -1), last + after];
  const column = last === undefined ? before.length + first.length : last.length;
  const isRun = last === undefined && text.length <= 2 && text !== " ";
  return change(buffer, isRun ? "typing" : undefined, {
    lines: replaced(buffer.lines, { from: buffer.row, to: buffer.row + 1, lines }),
    row: buffer.row + more.length,
    column,
  });
}

/** Takes out the grapheme before the cursor, or joins two lines. */
export function eraseBackward(buffer: TextBuffer): TextBuffer {
  return eraseTo(buffer, moveLeft(buffer), "erasing");
}

/** Takes out the grapheme after the cursor, or joins two lines. */
export function eraseForward(buffer: TextBuffer): TextBuffer {
  return eraseTo(buffer, moveRight(buffer), "erasing");
}

/** Takes out what lies between the cursor and where `target` stands. */
export function eraseTo(buffer: TextBuffer, target: TextBuffer, run: TextBuffer["run"] = undefined): TextBuffer {
  const targetFirst = target.row < buffer.row || (target.row === buffer.row && target.column < buffer.column);
  const [start, end] = targetFirst ? [target, buffer] : [buffer, target];
  if (start.row === end.row && start.column === end.column) return buffer;
  const line = lineAt(buffer, start.row).slice(0, start.column) + lineAt(buffer, end.row).slice(end.column);
  const lines = replaced(buffer.lines, { from: start.row, to: end.row + 1, lines: [line] });
  return change(buffer, run, { lines, row: start.row, column: start.column });
}

export function moveLeft(buffer: TextBuffer): TextBuffer {
  if (buffer.column > 0) return moveTo(buffer, buffer.row, buffer.column - lastGrapheme(lineAt(buffer, buffer.row).slice(0, buffer.column)));
  return buffer.row === 0 ? buffer : moveTo(buffer, buffer.row - 1, lineAt(buffer, buffer.row - 1).length);
}

export function moveRight(buffer: TextBuffer): TextBuffer {
  const line = lineAt(buffer, buffer.row);
  if (buffer.column < line.length) return moveTo(buffer, buffer.row, buffer.column + firstGrapheme(line.slice(buffer.column, buffer.column + graphemeReach)));
  return buffer.row === buffer.lines.length - 1 ? buffer : moveTo(buffer, buffer.row + 1, 0);
}

export function moveHome(buffer: TextBuffer): TextBuffer {
  return moveTo(buffer, buffer.row, 0);
}

export function moveEnd(buffer: TextBuffer): TextBuffer {
  return moveTo(buffer, buffer.row, lineAt(buffer, buffer.row).length);
}

/** To the start of the word before the cursor; from the start of a line, to the end of the one before. */
export function moveWordLeft(buffer: TextBuffer): TextBuffer {
  const before = lineAt(buffer, buffer.row).slice(0, buffer.column);
  if (before === "") return moveLeft(buffer);
  return moveTo(buffer, buffer.row, before.trimEnd().replace(/(?<!\S)\S+$/, "").length);
}

/** To the end of the word after the cursor; from the end of a line, to the start of the next. */
export function moveWordRight(buffer: TextBuffer): TextBuffer {
  const after = lineAt(buffer, buffer.row).slice(buffer.column);
  if (after === "") return moveRight(buffer);
  return moveTo(buffer, buffer.row, buffer.column + (/^\s*\S*/.exec(after)?.[0].length ?? 0));
}

/** The cursor somewhere else; it is the caller's duty to keep it out of a grapheme. */
export function moveTo(buffer: TextBuffer, row: number, column: number): TextBuffer {
  return { ...buffer, row, column, run: undefined };
}

/** Takes back the last change, a run of typing as one. */
export function undo(buffer: TextBuffer): TextBuffer {
  const last = buffer.past.at(-1);
  return last === undefined ? buffer : { ...last, past: buffer.past.slice(0, -1), run: undefined };
}

function change(buffer: TextBuffer, run: TextBuffer["run"], next: Snapshot): TextBuffer {
  const goesOn = run !== undefined && run === buffer.run;
  const { lines, row, column } = buffer;
  const past = goesOn ? buffer.past : [...buffer.past.slice(-undoLimit + 1), { lines, row, column }];
  return { ...next, past, run };
}

function lineAt(buffer: Snapshot, row: number): string {
  return buffer.lines[row] ?? "";
}

// Not `toSpliced(from, count, ...lines)`: a paste of a million lines would overflow the stack of arguments.
function replaced(lines: readonly string[], change: { readonly from: number; readonly to: number; readonly lines: readonly string[] }): readonly string[] {
  return lines.slice(0, change.from).concat(change.lines, lines.slice(change.to));
}

let segmenter: Intl.Segmenter | undefined;

function graphemesOf(text: string): readonly Intl.SegmentData[] {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: "grapheme" });
  return [...segmenter.segment(text)];
}

function lastGrapheme(text: string): number {
  const near = text.slice(-graphemeReach);
  if (plainUnits.test(near.slice(-2))) return 1;
  return graphemesOf(near).at(-1)?.segment.length ?? 1;
}

function firstGrapheme(near: string): number {
  if (plainUnits.test(near.slice(0, 2))) return 1;
  return graphemesOf(near)[0]?.segment.length ?? 1;
}

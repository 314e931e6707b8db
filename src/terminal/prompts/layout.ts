// Room: terminal. Where each piece of a typed text stands in a window: wrapping by cells, the rows to show, the cursor. Pure.
import { codePointWidth, isPlainAscii } from "./cells.ts";
import { moveTo, type TextBuffer } from "./text-buffer.ts";

/** One row of the window: a stretch of one line, end exclusive, in UTF-16 units. */
export interface LayoutRow {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** A text wrapped to a width. */
export interface Layout {
  readonly rows: readonly LayoutRow[];
  readonly cursorRow: number;
}

const zeroWidthJoiner = "\u200D";

/** Wraps by words where a row holds a space, else by characters. Spaces that end a row may hang over its edge. */
export function layOut(buffer: TextBuffer, width: number): Layout {
  const rows: LayoutRow[] = [];
  let cursorRow = 0;
  buffer.lines.forEach((text, line) => {
    const ends = isPlainAscii(text) ? breaksOfAscii(text, width) : breaksOf(text, width);
    let start = 0;
    for (const end of [...ends, text.length]) {
      if (line === buffer.row && buffer.column >= start) cursorRow = rows.length;
      rows.push({ line, start, end });
      start = end;
    }
  });
  return { rows, cursorRow };
}

/** The text of a row, without the spaces that hang over. */
export function rowText(buffer: TextBuffer, row: LayoutRow): string {
  return (buffer.lines[row.line] ?? "").slice(row.start, row.end).trimEnd();
}

/** The text of the cursor's row that stands before the cursor. */
export function beforeCursor(buffer: TextBuffer, layout: Layout): string {
  const row = layout.rows[layout.cursorRow];
  return row === undefined ? "" : (buffer.lines[buffer.row] ?? "").slice(row.start, buffer.column);
}

/** The first row to show when only `height` rows fit: the end of the text where the cursor is near it, else around the cursor. */
export function firstShown(layout: Layout, height: number): number {
  const last = Math.max(layout.rows.length - height, 0);
  return layout.cursorRow >= last ? last : Math.max(layout.cursorRow - Math.floor(height / 2), 0);
}

/** The cursor so many rows further down (negative: up), as near to its column as the row allows. */
export function moveRows(buffer: TextBuffer, width: number, count: number): TextBuffer {
  const layout = layOut(buffer, width);
  const target = layout.rows[Math.min(Math.max(layout.cursorRow + count, 0), layout.rows.length - 1)];
  const from = layout.rows[layout.cursorRow];
  if (target === undefined || from === undefined || target === from) return buffer;
  const text = buffer.lines[target.line] ?? "";
  const isLastOfLine = target.end === text.length;
  const wanted = target.start + (buffer.column - from.start);
  const column = Math.min(wanted, isLastOfLine ? target.end : target.end - 1);
  return moveTo(buffer, target.line, outsideOfGrapheme(text, column));
}

function outsideOfGrapheme(text: string, column: number): number {
  let at = column;
  while (at > 0 && at < text.length && joinsWithBefore(text, at)) at -= 1;
  return at;
}

function joinsWithBefore(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit >= 0xdc00 && unit <= 0xdfff) return true;
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  return text[at - 1] === zeroWidthJoiner || codePointWidth(character) === 0;
}

function breaksOfAscii(text: string, width: number): readonly number[] {
  const breaks: number[] = [];
  let start = 0;
  while (text.length - start > width) {
    const next = asciiBreak(text, start, width);
    if (next >= text.length) break;
    breaks.push(next);
    start = next;
  }
  return breaks;
}

function asciiBreak(text: string, start: number, width: number): number {
  let end = start + width;
  if (text[end] !== " ") {
    const space = text.lastIndexOf(" ", end - 1);
    return space >= start ? space + 1 : end;
  }
  while (text[end] === " ") end += 1;
  return end;
}

function breaksOf(text: string, width: number): readonly number[] {
  const breaks: number[] = [];
  // `joined` is where the last character began that nothing joins to the one before it.
  const row = { start: 0, cells: 0, afterSpace: 0, joined: 0 };
  let at = 0;
  let previous = "";
  for (const character of text) {
    const cells = codePointWidth(character);
    if (cells > 0 && previous !== zeroWidthJoiner) row.joined = at;
    while (character !== " " && row.cells + cells > width) {
      const next = row.afterSpace > row.start ? row.afterSpace : row.joined;
      if (next <= row.start) break;
      row.start = next;
      row.cells = cellsOf(text.slice(next, at));
      breaks.push(next);
    }
    row.cells += cells;
    at += character.length;
    previous = character;
    if (character === " ") row.afterSpace = at;
  }
  return breaks;
}

function cellsOf(text: string): number {
  let cells = 0;
  for (const character of text) cells += codePointWidth(character);
  return cells;
}

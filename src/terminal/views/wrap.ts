// Room: terminal. Text to rows that fit: wrapping by cells, hanging indents, padding. Pure.
import { isPlainAscii, textWidth } from "../prompts/cells.ts";

export type Style = (text: string) => string;

/** A stretch of text in one style. The text holds no escape codes; the style is put on after wrapping, so that no row leaves one open. */
export interface Piece {
  readonly text: string;
  readonly style?: Style | undefined;
}

/** What stands between two spaces, and how many cells it takes. */
interface Word {
  readonly pieces: readonly Piece[];
  readonly cells: number;
}

/** Wraps a text that may hold line ends; always gives at least one row. */
export function wrap(text: string, width: number, style?: Style): readonly string[] {
  if (!text.includes("\n")) return wrapPieces([{ text, style }], width);
  return text.split("\n").flatMap((line) => wrapPieces([{ text: line, style }], width));
}

/** Wraps pieces that follow each other on one line. Runs of spaces count as one; a word wider than the row is cut. */
export function wrapPieces(pieces: readonly Piece[], width: number): readonly string[] {
  const room = Math.max(width, 1);
  const [first] = pieces;
  const plain = pieces.length === 1 && first ? wrapAscii(first.text, room) : undefined;
  const style = first?.style;
  if (plain) return style ? plain.map((row) => style(row)) : plain;
  const rows: string[] = [];
  let row: Word[] = [];
  let used = 0;
  for (const word of wordsOf(pieces, room)) {
    if (row.length > 0 && used + 1 + word.cells > room) {
      rows.push(drawRow(row));
      row = [];
      used = 0;
    }
    used += word.cells + (row.length > 0 ? 1 : 0);
    row.push(word);
  }
  rows.push(drawRow(row));
  return rows;
}

/** Most lines are one text, of ASCII, whose words all fit: rows are then slices of it. Undefined for any other. A third of the time that views took. */
function wrapAscii(text: string, room: number): readonly string[] | undefined {
  if (!isPlainAscii(text)) return undefined;
  const line = text.includes("  ") || text.startsWith(" ") || text.endsWith(" ") ? text.trim().replace(/ +/g, " ") : text;
  if (line === "") return undefined;
  const rows: string[] = [];
  let at = 0;
  while (line.length - at > room) {
    const end = line.lastIndexOf(" ", at + room);
    if (end <= at) return undefined;
    rows.push(line.slice(at, end));
    at = end + 1;
  }
  rows.push(line.slice(at));
  return rows;
}

function wordsOf(pieces: readonly Piece[], room: number): readonly Word[] {
  const words: { pieces: Piece[]; cells: number }[] = [];
  let isOpen = false;
  for (const { text, style } of pieces) {
    text.split(/\s/).forEach((part, index) => {
      if (index > 0) isOpen = false;
      if (part === "") return;
      const open = isOpen ? words.at(-1) : undefined;
      const cells = textWidth(part);
      if (open) {
        open.pieces.push({ text: part, style });
        open.cells += cells;
      } else words.push({ pieces: [{ text: part, style }], cells });
      isOpen = true;
    });
  }
  return words.some(({ cells }) => cells > room) ? words.flatMap((word) => cutWord(word, room)) : words;
}

function cutWord(word: Word, width: number): readonly Word[] {
  if (word.cells <= width) return [word];
  return word.pieces.flatMap(({ text, style }) => cutCells(text, width).map((part) => ({ pieces: [{ text: part, style }], cells: textWidth(part) })));
}

/** Cuts a word behind hyphens and slashes, and where that does not do, every `width` cells. */
function cutCells(text: string, width: number): readonly string[] {
  return filled(
    text.split(breakPoints).flatMap((segment) => filled([...segment], width)),
    width,
  );
}

const breakPoints = /(?<=[-/\u2013\u2014])(?=.)/u;

/** Joins what follows each other while it fits. Marks that take no cell stay with the character before them; there may be thousands, so cells are counted as they come. */
function filled(parts: readonly string[], width: number): readonly string[] {
  const rows: string[] = [];
  let row = "";
  let used = 0;
  for (const part of parts) {
    const cells = textWidth(part);
    if (row !== "" && used + cells > width) {
      rows.push(row);
      row = "";
      used = 0;
    }
    row += part;
    used += cells;
  }
  return row === "" ? rows : [...rows, row];
}

/** Cells of the widest stretch that wrapping need not cut. */
export function widestWord(text: string): number {
  return Math.max(
    ...text
      .split(/\s+/)
      .flatMap((word) => word.split(breakPoints))
      .map(textWidth),
  );
}

/** Neighbours of one style are drawn as one, with the space between them. */
function drawRow(row: readonly Word[]): string {
  let drawn = "";
  let run = "";
  let styleOfRun: Style | undefined;
  for (const { pieces } of row) {
    let space = drawn === "" && run === "" ? "" : " ";
    for (const { text, style } of pieces) {
      if (style === styleOfRun) run += space + text;
      else {
        drawn += (styleOfRun ? styleOfRun(run) : run) + space;
        run = text;
        styleOfRun = style;
      }
      space = "";
    }
  }
  return drawn + (styleOfRun ? styleOfRun(run) : run);
}

/** Puts a lead before the first row and as much room before the others. */
export function hang(lead: string, rows: readonly string[]): readonly string[] {
  const room = " ".repeat(textWidth(lead));
  return rows.map((row, index) => (index === 0 ? lead : room) + row);
}

/** Wraps a text behind a lead. */
export function hangText(lead: string, text: string, width: number): readonly string[] {
  return hang(lead, wrap(text, width - textWidth(lead)));
}

/** Fills a text with spaces up to a width. */
export function pad(text: string, width: number): string {
  return text + " ".repeat(Math.max(width - textWidth(text), 0));
}

/** The text in at most so many cells; what is left out is told by the ellipsis. */
export function cutTo(text: string, width: number, ellipsis: string): string {
  if (textWidth(text) <= width) return text;
  const room = width - textWidth(ellipsis);
  let kept = "";
  let used = 0;
  for (const character of text) {
    used += textWidth(character);
    if (used > room) break;
    kept += character;
  }
  return room < 0 ? "" : kept.trimEnd() + ellipsis;
}

/** Fills a text with spaces on both sides, the odd one on the right. */
export function centre(text: string, width: number): string {
  return pad(" ".repeat(Math.max(Math.floor((width - textWidth(text)) / 2), 0)) + text, width);
}

/** A view of rows: none with spaces at its end, one line end at the very end. */
export function viewOf(rows: readonly string[]): string {
  return `${rows
    .map(trimEnd)
    .join("\n")
    .replace(/(?<!\n)\n+$/, "")}\n`;
}

/** Blocks of rows with an empty row between them; empty blocks leave no gap. */
export function spaced(...blocks: readonly (readonly string[])[]): readonly string[] {
  return spacedAll(blocks);
}

/** The same of a list, which may be longer than a call has room for. */
export function spacedAll(blocks: readonly (readonly string[])[]): readonly string[] {
  return blocks.filter((block) => block.length > 0).flatMap((block, index) => (index === 0 ? block : ["", ...block]));
}

/** A row without spaces at its end, also where the code that ends a style follows them. */
export function trimEnd(row: string): string {
  // Most rows end with neither, and are not looked through.
  if (!row.endsWith(" ") && !row.endsWith("m")) return row;
  // oxlint-disable-next-line no-control-regex -- the codes of styles begin with one
  return row.replace(/(?<! ) +((?:\x1b\[[0-9;]*m)*)$/, "$1");
}

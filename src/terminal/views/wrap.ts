// Room: terminal. Text to rows that fit: wrapping by cells, hanging indents, padding. Pure.
import { textWidth } from "../prompts/cells.ts";

export type Style = (text: string) => string;

/** A stretch of text in one style. The text holds no escape codes; the style is put on after wrapping, so that no row leaves one open. */
export interface Piece {
  readonly text: string;
  readonly style?: Style | undefined;
}

type Word = readonly Piece[];

/** Wraps a text that may hold line ends; always gives at least one row. */
export function wrap(text: string, width: number, style?: Style): readonly string[] {
  return text.split("\n").flatMap((line) => wrapPieces([{ text: line, style }], width));
}

/** Wraps pieces that follow each other on one line. Runs of spaces count as one; a word wider than the row is cut. */
export function wrapPieces(pieces: readonly Piece[], width: number): readonly string[] {
  const room = Math.max(width, 1);
  const rows: Word[][] = [];
  let row: Word[] = [];
  let used = 0;
  for (const word of wordsOf(pieces).flatMap((whole) => cutWord(whole, room))) {
    const cells = widthOf(word);
    if (row.length > 0 && used + 1 + cells > room) {
      rows.push(row);
      row = [];
      used = 0;
    }
    used += cells + (row.length > 0 ? 1 : 0);
    row.push(word);
  }
  return [...rows, row].map(drawRow);
}

function wordsOf(pieces: readonly Piece[]): readonly Word[] {
  const words: Piece[][] = [];
  let isOpen = false;
  for (const { text, style } of pieces) {
    for (const part of text.split(/(\s+)/)) {
      if (part === "") continue;
      if (part.trim() === "") isOpen = false;
      else if (isOpen) words.at(-1)?.push({ text: part, style });
      else words.push([{ text: part, style }]);
      isOpen = part.trim() !== "";
    }
  }
  return words;
}

function widthOf(word: Word): number {
  return word.reduce((sum, { text }) => sum + textWidth(text), 0);
}

function cutWord(word: Word, width: number): readonly Word[] {
  return widthOf(word) <= width ? [word] : word.flatMap(({ text, style }) => cutCells(text, width).map((part) => [{ text: part, style }]));
}

/** Cuts a word behind hyphens and slashes, and where that does not do, every `width` cells. */
function cutCells(text: string, width: number): readonly string[] {
  return text
    .split(breakPoints)
    .flatMap((segment) => fillCells([...segment], width))
    .reduce(joinWhatFits(width), []);
}

const breakPoints = /(?<=[-/\u2013\u2014])(?=.)/u;

/** Marks that take no cell stay with the character before them. */
function fillCells(characters: readonly string[], width: number): readonly string[] {
  return characters.reduce(joinWhatFits(width), []);
}

function joinWhatFits(width: number): (parts: string[], next: string) => string[] {
  return (parts, next) => {
    const last = parts.at(-1);
    if (last !== undefined && textWidth(last) + textWidth(next) <= width) parts[parts.length - 1] = last + next;
    else parts.push(next);
    return parts;
  };
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
  const runs: { text: string; style: Style | undefined }[] = [];
  row.forEach((word, index) => {
    word.forEach(({ text, style }, at) => {
      const last = runs.at(-1);
      const space = index > 0 && at === 0 ? " " : "";
      if (last && last.style === style) last.text += space + text;
      else runs.push(...(space === "" ? [] : [{ text: space, style: undefined }]), { text, style });
    });
  });
  return runs.map(({ text, style }) => (style ? style(text) : text)).join("");
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
  for (const character of text) {
    if (textWidth(kept + character) > room) break;
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
  return `${rows.map(trimEnd).join("\n").replace(/\n+$/, "")}\n`;
}

/** Blocks of rows with an empty row between them; empty blocks leave no gap. */
export function spaced(...blocks: readonly (readonly string[])[]): readonly string[] {
  return blocks.filter((block) => block.length > 0).flatMap((block, index) => (index === 0 ? block : ["", ...block]));
}

/** A row without spaces at its end, also where the code that ends a style follows them. */
export function trimEnd(row: string): string {
  // oxlint-disable-next-line no-control-regex -- the codes of styles begin with one
  return row.replace(/ +((?:\x1b\[[0-9;]*m)*)$/, "$1");
}

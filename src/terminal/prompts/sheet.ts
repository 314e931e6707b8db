// Room: terminal. What one kind of prompt does on the part of the window that it is given. Types and small shared pieces; pure.
import { textWidth } from "./cells.ts";
import type { Key } from "./keys.ts";
import type { Size } from "./options.ts";

/** What a sheet shows: rows that fit the space, and where typing goes on. */
export interface Drawing {
  readonly rows: readonly string[];
  /** The cursor stands in a row, right of the text `before` (as drawn, without styles); undefined: below the rows, where it disturbs least. */
  readonly cursor: { readonly row: number; readonly before: string } | undefined;
}

/** What a key did. */
export interface Pressed<S> {
  readonly state: S;
  /** One line for the person: why nothing happened, what to press. */
  readonly notice?: string;
  /** True: the answer is handed in. */
  readonly isDone?: boolean;
}

/** A key and what it does, for the line of keys: `["Space", "pick"]`. */
export type KeyHelp = readonly [string, string];

/** One kind of prompt: a state, what keys do to it, how it looks. The clock, the chords and the screen are the room's. */
export interface Sheet<S> {
  readonly first: S;
  press(state: S, key: Key, space: Size): Pressed<S>;
  draw(state: S, space: Size): Drawing;
  /** True while there is nothing to hand in. */
  isEmpty(state: S): boolean;
  /** What to say when an empty sheet is handed in. */
  readonly emptyNotice: string;
  /** The words so far, for the draft. */
  words(state: S): string;
  /** What stands beside the clock: words typed, items picked. */
  gauge(state: S): readonly string[];
  /** What hands in stands among the first two: a narrow window leaves out the last. */
  readonly keys: readonly KeyHelp[];
  /** How a long text is taken to an editor and back; undefined where there is no text. */
  readonly text?: { read(state: S): string; write(state: S, text: string): S };
  readonly byLine: ByLine<S>;
}

/** The same prompt line by line, for a terminal without a screen and for a screen reader. */
export interface ByLine<S> {
  /** Said once, below the question: what there is to choose from, how to answer. */
  readonly opening: string;
  /** Said before each line. */
  prompt(state: S): string;
  /** What a line does. */
  take(state: S, line: string): Pressed<S>;
}

/** Rows of a list that are shown when not all fit: a window around the row that matters. */
export function showAround(rows: readonly string[], at: number, height: number): { readonly rows: readonly string[]; readonly from: number } {
  if (rows.length <= height) return { rows, from: 0 };
  const from = Math.min(Math.max(at - Math.floor(height / 2), 0), rows.length - height);
  return { rows: rows.slice(from, from + height), from };
}

/** The first pieces that fit a width when joined by a separator; the most important come first. */
export function fittingPieces(pieces: readonly string[], separator: string, width: number): readonly string[] {
  let used = 0;
  const kept: string[] = [];
  for (const piece of pieces) {
    used += textWidth(piece) + (kept.length === 0 ? 0 : separator.length);
    if (used > width) break;
    kept.push(piece);
  }
  return kept;
}

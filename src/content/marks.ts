// Room: content. How a line of a page begins: as an item of a list, as a heading, as nothing, or as text. Pure.
import { isSpaceOrEnd, skipSpace } from "./scan.ts";

/** What a line is, by how it begins. Items of lists come last. */
export const marks = { text: 0, blank: 1, heading: 2, fenced: 3, plain: 4, numbered: 5, task: 6 } as const;

const [minus, star, plus, dot, bracket, openBox, closeBox, hash] = [45, 42, 43, 46, 41, 91, 93, 35] as const;

/** The mark of a line that stands in no fenced block. */
export function markIn(text: string): number {
  const at = skipSpace(text, 0);
  if (at === text.length) return marks.blank;
  if (text.charCodeAt(0) === hash) return marks.heading;
  const end = endOfBullet(text, at);
  return end === -1 || !isSpaceOrEnd(text, end) ? marks.text : markOfItem(text, end, end > at + 1);
}

function markOfItem(text: string, end: number, isNumbered: boolean): number {
  const box = skipSpace(text, end);
  if (!isNumbered && isRule(text, box)) return marks.text;
  if (box > end && tickedAt(text, box) !== undefined) return marks.task;
  return isNumbered ? marks.numbered : marks.plain;
}

/** The index behind `-`, `*`, `+`, or one to three digits with a dot or a bracket; -1 when none of these stands at `at`. */
function endOfBullet(text: string, at: number): number {
  const first = text.charCodeAt(at);
  if (first === minus || first === star || first === plus) return at + 1;
  let end = at;
  while (end < at + 4 && isDigit(text.charCodeAt(end))) end += 1;
  if (end === at || end === at + 4) return -1;
  const after = text.charCodeAt(end);
  return after === dot || after === bracket ? end + 1 : -1;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Whether the box at an index is ticked; undefined when no box stands there. */
function tickedAt(text: string, at: number): boolean | undefined {
  if (text.charCodeAt(at) !== openBox || text.charCodeAt(at + 2) !== closeBox || !isSpaceOrEnd(text, at + 3)) return undefined;
  const inside = text.charAt(at + 1);
  if (inside === " ") return false;
  return inside === "x" || inside === "X" ? true : undefined;
}

const dashes = /^[\s-]*$/;
const stars = /^[\s*]*$/;

/** A line across the page: three or more of one sign. `next` is where the second would stand. */
function isRule(text: string, next: number): boolean {
  const sign = text.charCodeAt(next);
  if (!(sign === minus && dashes.test(text)) && !(sign === star && stars.test(text))) return false;
  return text.replace(/\s+/g, "").length >= 3;
}

/** Where the words of a list item begin, and whether its box is ticked; undefined for one without a box. */
export interface Opening {
  readonly rest: number;
  readonly ticked: boolean | undefined;
}

/** Reads the bullet or number, and the box, of a line whose mark is that of an item. */
export function openingOf(text: string): Opening {
  const end = endOfBullet(text, skipSpace(text, 0));
  const box = skipSpace(text, end);
  const ticked = box === end ? undefined : tickedAt(text, box);
  return { rest: ticked === undefined ? box : skipSpace(text, box + 3), ticked };
}

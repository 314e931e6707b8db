// Room: content. Bullets and numbered lists, one level of nesting, with their lines. Pure.
import { complain, isFenced, lineOf, type Page } from "./page.ts";
import { isBlank, isSpaceOrEnd, skipSpace } from "./scan.ts";
import { checkLeftOver, type Settings, takeSettings } from "./settings-line.ts";

export interface Item {
  /** What stands after the bullet, continuation lines joined. */
  readonly text: string;
  readonly line: number;
  readonly lastLine: number;
  readonly column: number;
  readonly numbered: boolean;
  /** For a task list: whether the box is ticked. */
  readonly ticked: boolean | undefined;
  readonly children: readonly Item[];
}

interface Growing extends Item {
  text: string;
  lastLine: number;
  children: Growing[];
}

/** Most items have no children, and share this. */
const noItems: Growing[] = [];

const [minus, star, plus, dot, bracket, openBox, closeBox] = [45, 42, 43, 46, 41, 91, 93] as const;

/** A line that begins a list item: how far it is indented, and where its parts stand. */
interface Bullet {
  readonly indent: number;
  readonly numbered: boolean;
  readonly ticked: boolean | undefined;
  /** Index of what follows the bullet and its box. */
  readonly rest: number;
}

/** Reads the bullet or number, and the box, that a line begins with; undefined when it begins no list item. */
function bulletIn(text: string): Bullet | undefined {
  const indent = skipSpace(text, 0);
  const end = endOfMark(text, indent);
  if (end === -1 || !isSpaceOrEnd(text, end)) return undefined;
  const box = skipSpace(text, end);
  const ticked = box === end ? undefined : tickedAt(text, box);
  const rest = ticked === undefined ? box : skipSpace(text, box + 3);
  const numbered = end > indent + 1;
  return !numbered && isRule(text, box) ? undefined : { indent, numbered, ticked, rest };
}

/** The index behind `-`, `*`, `+`, or one to three digits with a dot or a bracket; -1 when none of these stands at `at`. */
function endOfMark(text: string, at: number): number {
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

/** True for a line that begins a list item. */
export function isItemLine(text: string): boolean {
  return bulletIn(text) !== undefined;
}

/** What sort of list item a line begins. */
export function sortOfItem(text: string): "task" | "numbered" | "plain" | undefined {
  const found = bulletIn(text);
  if (!found) return undefined;
  if (found.ticked !== undefined) return "task";
  return found.numbered ? "numbered" : "plain";
}

/**
 * Reads the items of some lines (numbers from 1). Indented bullets are children of the one above; other lines continue it.
 * Complains about a paragraph that stands after the list, apart from it: it would be lost.
 */
export function readItems(page: Page, lines: readonly number[]): readonly Item[] {
  const items: Growing[] = [];
  let afterBlank = false;
  for (const line of lines) {
    const text = lineOf(page, line);
    const found = isFenced(page, line) ? undefined : bulletIn(text);
    const blank = found === undefined && isBlank(text);
    if (found) addItem(items, found, { text, line });
    else if (!blank && items.length > 0) {
      if (afterBlank && skipSpace(text, 0) === 0)
        complain(page, { rule: "text-stray", line, message: "the text stands after the list and belongs to no item" });
      else goOn(items, text.trim(), line);
    }
    afterBlank = blank;
  }
  return items;
}

function goOn(items: readonly Growing[], text: string, line: number): void {
  const item = items.at(-1);
  const last = item?.children.at(-1) ?? item;
  if (!last) return;
  last.text = last.text === "" ? text : `${last.text} ${text}`;
  last.lastLine = line;
}

function addItem(items: Growing[], found: Bullet, at: { readonly text: string; readonly line: number }): void {
  const { indent, numbered, ticked, rest } = found;
  const { text, line } = at;
  const item: Growing = { text: text.slice(rest).trimEnd(), line, lastLine: line, column: rest + 1, numbered, ticked, children: noItems };
  const isChild = indent >= 2 || (indent === 1 && text.startsWith("\t"));
  const parent = isChild ? items.at(-1) : undefined;
  if (!parent) items.push(item);
  else if (parent.children.length === 0) parent.children = [item];
  else parent.children.push(item);
}

export interface Labelled {
  /** The bold words at the start, without the stars. */
  readonly label: string | undefined;
  readonly text: string;
  readonly settings: Settings;
}

const leadIn = /^(?:—|--|–|:)\s*/;

/** Splits `**Label** \`id: x\` — text` into its pieces; without bold words the whole is text. */
export function readLabelled(page: Page, item: Item, keys: ReadonlySet<string>): Labelled {
  const { text, settings } = takeSettings(page, item, keys);
  const end = text.startsWith("**") ? text.indexOf("**", 3) : -1;
  if (end === -1) return { label: undefined, text, settings };
  const rest = text.slice(end + 2).trimStart();
  checkLeftOver(page, item, rest);
  return { label: text.slice(2, end).trim(), text: rest === "" ? rest : rest.replace(leadIn, ""), settings };
}

const dash = / (?:—|--) /;

/** Splits `text — reason`. */
export function splitReason(text: string): { readonly text: string; readonly reason: string | undefined } {
  const at = text.includes("—") || text.includes("--") ? dash.exec(text) : null;
  if (!at) return { text, reason: undefined };
  return { text: text.slice(0, at.index).trim(), reason: text.slice(at.index + at[0].length).trim() || undefined };
}

// Room: content. Bullets and numbered lists, one level of nesting, with their lines. Pure.
import { openingOf } from "./marks.ts";
import { complain, isBlankLine, isItem, lineOf, type Page } from "./page.ts";
import { skipSpace } from "./scan.ts";
import { checkLeftOver, type Settings, takeSettings } from "./settings-line.ts";

export interface Item {
  /** What stands after the bullet, continuation lines joined. */
  readonly text: string;
  readonly line: number;
  readonly lastLine: number;
  readonly column: number;
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

/**
 * Reads the items of some lines (numbers from 1), from the line with this index on. Indented bullets are children of the one above; other
 * lines continue it. Complains about a paragraph that stands after the list, apart from it: it would be lost.
 */
export function readItems(page: Page, lines: readonly number[], from = 0): readonly Item[] {
  const items: Growing[] = [];
  let afterBlank = false;
  for (let index = from; index < lines.length; index += 1) {
    const line = lines[index] ?? 0;
    const isBlank = isBlankLine(page, line);
    if (isItem(page, line)) addItem(items, lineOf(page, line), line);
    else if (!isBlank && items.length > 0) goOn(page, items, { line, isApart: afterBlank });
    afterBlank = isBlank;
  }
  return items;
}

function goOn(page: Page, items: readonly Growing[], at: { readonly line: number; readonly isApart: boolean }): void {
  const { line, isApart } = at;
  const text = lineOf(page, line);
  const item = items.at(-1);
  const last = item?.children.at(-1) ?? item;
  if (isApart && skipSpace(text, 0) === 0) complain(page, { rule: "text-stray", line, message: "the text stands after the list and belongs to no item" });
  else if (last) {
    last.text = last.text === "" ? text.trim() : `${last.text} ${text.trim()}`;
    last.lastLine = line;
  }
}

function addItem(items: Growing[], text: string, line: number): void {
  const { rest, ticked } = openingOf(text);
  const item: Growing = { text: text.slice(rest).trimEnd(), line, lastLine: line, column: rest + 1, ticked, children: noItems };
  const indent = skipSpace(text, 0);
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

/** Splits `text — reason`. */
export function splitReason(text: string): { readonly text: string; readonly reason: string | undefined } {
  const [long, short] = [text.indexOf(" — "), text.indexOf(" -- ")];
  const isLong = long !== -1 && (short === -1 || long < short);
  const at = isLong ? long : short;
  if (at === -1) return { text, reason: undefined };
  return { text: text.slice(0, at).trim(), reason: text.slice(at + (isLong ? 3 : 4)).trim() || undefined };
}

/** Beyond this many texts, looking each up costs less than comparing all pairs. */
const fewTexts = 24;

/** Indexes of the texts that stood in the list before, capitals or not. Empty texts do not count. */
export function repeatsIn(texts: readonly string[]): readonly number[] {
  const repeats: number[] = [];
  const seen = texts.length > fewTexts ? new Set<string>() : undefined;
  for (let index = 0; index < texts.length; index += 1) {
    const text = texts[index] ?? "";
    if (text !== "" && (seen ? hasSeen(seen, text) : standsBefore(texts, index))) repeats.push(index);
  }
  return repeats;
}

function hasSeen(seen: Set<string>, text: string): boolean {
  const plain = text.toLowerCase();
  if (seen.has(plain)) return true;
  seen.add(plain);
  return false;
}

/** Nearly all pairs differ in length, and need no look at their letters. */
function standsBefore(texts: readonly string[], index: number): boolean {
  const text = texts[index] ?? "";
  for (let before = 0; before < index; before += 1) {
    const other = texts[before] ?? "";
    if (other.length === text.length && other.toLowerCase() === text.toLowerCase()) return true;
  }
  return false;
}

// Room: content. Bullets and numbered lists, one level of nesting, with their lines. Pure.
import { complain, isFenced, lineOf, type Page } from "./page.ts";
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
  readonly children: Growing[];
}

const bullet = /^(\s*)(?:[-*+]|(\d{1,3})[.)])(?:\s+(?:\[([ xX])\](?=\s|$))?\s*(.*))?$/s;

/** The pattern's groups for a line that begins a list item: indent, number, box, rest. */
function bulletIn(text: string): RegExpExecArray | null {
  const first = text.trimStart().charCodeAt(0);
  // - * + or a digit; the patterns are only tried on those.
  if (first !== 45 && first !== 42 && first !== 43 && !(first >= 48 && first <= 57)) return null;
  return isRule(text) ? null : bullet.exec(text);
}

/** A line across the page: three or more of one sign. */
function isRule(text: string): boolean {
  if (!/^[\s-]*$/.test(text) && !/^[\s*]*$/.test(text)) return false;
  return text.replace(/\s+/g, "").length >= 3;
}

/** True for a line that begins a list item. */
export function isItemLine(text: string): boolean {
  return bulletIn(text) !== null;
}

/** What sort of list item a line begins. */
export function sortOfItem(text: string): "task" | "numbered" | "plain" | undefined {
  const found = bulletIn(text);
  if (!found) return undefined;
  if (found[3] !== undefined) return "task";
  return found[2] === undefined ? "plain" : "numbered";
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
    const found = isFenced(page, line) ? null : bulletIn(text);
    if (found) addItem(items, { found, text, line });
    else if (text.trim() !== "" && items.length > 0) {
      if (afterBlank && /^\S/.test(text)) complain(page, { rule: "text-stray", line, message: "the text stands after the list and belongs to no item" });
      else goOn(items, text.trim(), line);
    }
    afterBlank = text.trim() === "";
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

function addItem(items: Growing[], at: { readonly found: RegExpExecArray; readonly text: string; readonly line: number }): void {
  const [, indent = "", digits, box, rest = ""] = at.found;
  const item: Growing = {
    text: rest.trimEnd(),
    line: at.line,
    lastLine: at.line,
    column: at.text.length - rest.length + 1,
    numbered: digits !== undefined,
    ticked: box === undefined ? undefined : box !== " ",
    children: [],
  };
  const isChild = indent.length >= 2 || indent === "\t";
  const parent = isChild ? items.at(-1) : undefined;
  (parent ? parent.children : items).push(item);
}

export interface Labelled {
  /** The bold words at the start, without the stars. */
  readonly label: string | undefined;
  readonly text: string;
  readonly settings: Settings;
}

/** Splits `**Label** \`id: x\` — text` into its pieces; without bold words the whole is text. */
export function readLabelled(page: Page, item: Item, keys: ReadonlySet<string>): Labelled {
  const { text, settings } = takeSettings(page, item, keys);
  const end = text.startsWith("**") ? text.indexOf("**", 3) : -1;
  if (end === -1) return { label: undefined, text, settings };
  const rest = text.slice(end + 2).trimStart();
  checkLeftOver(page, item, rest);
  return { label: text.slice(2, end).trim(), text: rest.replace(/^(?:—|--|–|:)\s*/, ""), settings };
}

/** Splits `text — reason`. */
export function splitReason(text: string): { readonly text: string; readonly reason: string | undefined } {
  const at = / (?:—|--) /.exec(text);
  if (!at) return { text, reason: undefined };
  return { text: text.slice(0, at.index).trim(), reason: text.slice(at.index + at[0].length).trim() || undefined };
}

// Room: content. Bullets and numbered lists, one level of nesting, with their lines. Pure.
import type { Page } from "./page.ts";
import { type Settings, takeSettings } from "./settings-line.ts";

export interface Item {
  /** What stands after the bullet, continuation lines joined. */
  readonly text: string;
  readonly line: number;
  readonly column: number;
  readonly numbered: boolean;
  /** For a task list: whether the box is ticked. */
  readonly ticked: boolean | undefined;
  readonly children: readonly Item[];
}

interface Growing {
  parts: string[];
  line: number;
  column: number;
  numbered: boolean;
  ticked: boolean | undefined;
  children: Growing[];
}

const bullet = /^(\s*)(?:[-*+]|(\d{1,3})[.)])(?:\s+(?:\[([ xX])\](?=\s|$))?\s*(.*))?$/;

/** True for a line that begins a list item. */
export function isItemLine(text: string): boolean {
  const first = text.trimStart().charCodeAt(0);
  // - * + or a digit; the pattern is only tried on those.
  if (first !== 45 && first !== 42 && first !== 43 && !(first >= 48 && first <= 57)) return false;
  return !isRule(text) && bullet.test(text);
}

function isRule(text: string): boolean {
  return /^\s*(?:-\s*){3,}$|^\s*(?:\*\s*){3,}$/.test(text);
}

/** Reads the items of some lines (numbers from 1). Indented bullets are children of the one above; other indented lines continue it. */
export function readItems(page: Page, lines: readonly number[]): Item[] {
  const items: Growing[] = [];
  for (const line of lines) {
    const text = page.lines[line - 1] ?? "";
    if (text.trim() === "") continue;
    if (isItemLine(text)) addItem(items, text, line);
    else items.at(-1) && last(items).parts.push(text.trim());
  }
  return items.map(finish);
}

function last(items: readonly Growing[]): Growing {
  const item = items.at(-1) as Growing;
  return item.children.at(-1) ?? item;
}

function addItem(items: Growing[], text: string, line: number): void {
  const [, indent = "", digits, box, rest = ""] = bullet.exec(text) ?? [];
  const item: Growing = {
    parts: [rest.trim()],
    line,
    column: text.length - rest.length + 1,
    numbered: digits !== undefined,
    ticked: box === undefined ? undefined : box !== " ",
    children: [],
  };
  const parent = indent.length >= 2 ? items.at(-1) : undefined;
  (parent ? parent.children : items).push(item);
}

function finish(item: Growing): Item {
  return { ...item, text: item.parts.join(" ").trim(), children: item.children.map(finish) };
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
  const found = /^\*\*(.+?)\*\*\s*/.exec(text);
  if (!found) return { label: undefined, text, settings };
  return { label: (found[1] ?? "").trim(), text: text.slice(found[0].length).replace(/^(?:—|--|–|:)\s*/, "").trim(), settings };
}

/** Splits `text — reason`. */
export function splitReason(text: string): { readonly text: string; readonly reason: string | undefined } {
  const at = / (?:—|--) /.exec(text);
  if (!at) return { text, reason: undefined };
  return { text: text.slice(0, at.index).trim(), reason: text.slice(at.index + at[0].length).trim() || undefined };
}

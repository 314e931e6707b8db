// Room: content. Reads the values of a front matter with their complaints. Pure.
import type { SourceReference } from "../domain/source.ts";
import type { FrontMatter } from "./front-matter.ts";
import { complain, type Page } from "./page.ts";
import { type Setting, splitList } from "./settings-line.ts";

/** A front matter being read: every getter complains about a value of the wrong form and then acts as if it were left out. */
export interface Header {
  text(key: string): string | undefined;
  list(key: string): readonly string[];
  number(key: string, range: Limits): number | undefined;
  setting(key: string): Setting | undefined;
  /** The line of the key, from 1; 2 when it is left out. */
  line(key: string): number;
}

/** The numbers that a key takes. */
export interface Limits {
  readonly least: number;
  readonly most: number;
  readonly whole?: boolean;
}

/** Opens a front matter whose keys must be among `known`. `title` is always required. */
export function readHeader(page: Page, front: FrontMatter, known: ReadonlySet<string>): Header {
  for (const [key, { line }] of front.values) {
    if (!known.has(key)) complain(page, { rule: "key-unknown", line, message: `there is no key "${key}"` });
  }
  const header: Header = {
    text: (key) => textOf(page, front, key),
    list: (key) => listOf(front, key),
    number: (key, range) => numberSetting(page, header.setting(key), { key, ...range }),
    setting: (key) => settingOf(page, front, key),
    line: (key) => front.values.get(key)?.line ?? 2,
  };
  // One of the wrong form is complained of when it is read.
  if ((front.values.get("title")?.value ?? "") === "") complain(page, { rule: "title-missing", line: 1, message: "the file has no title" });
  return header;
}

function textOf(page: Page, front: FrontMatter, key: string): string | undefined {
  const found = front.values.get(key);
  if (!found || found.value === "") return undefined;
  if (typeof found.value === "string") return found.value;
  complain(page, { rule: "value-form", line: found.line, column: found.column, message: `"${key}" takes one text, not a list` });
  return undefined;
}

function listOf(front: FrontMatter, key: string): readonly string[] {
  const value = front.values.get(key)?.value ?? "";
  return typeof value === "string" ? splitList(value) : value;
}

function settingOf(page: Page, front: FrontMatter, key: string): Setting | undefined {
  const found = front.values.get(key);
  const value = textOf(page, front, key);
  return found && value !== undefined ? { key, value, line: found.line, column: found.column, keyColumn: 1 } : undefined;
}

const plainNumber = /^\d+(?:\.\d+)?$/;

/** Reads a number in a range; complains and gives undefined otherwise. */
export function numberSetting(page: Page, setting: Setting | undefined, range: Limits & { readonly key: string }): number | undefined {
  if (!setting) return undefined;
  const { least, most, whole = false, key } = range;
  const value = plainNumber.test(setting.value) ? Number(setting.value) : Number.NaN;
  if (value >= least && value <= most && (!whole || Number.isInteger(value))) return value;
  complain(page, {
    rule: "setting-value",
    line: setting.line,
    column: setting.column,
    message: `"${key}" is a ${whole ? "whole " : ""}number from ${least} to ${most}, not "${setting.value}"`,
  });
  return undefined;
}

const reference = /^(.+?)-((?:(?:Q\d+|X|\d+)-)?\d+)$/;

/** `W-PM-18` as a reference: what follows the last hyphen is an item when it begins with a digit. */
export function readReference(text: string): SourceReference {
  const found = reference.exec(text);
  return found ? { source: found[1] ?? text, item: found[2] } : { source: text };
}

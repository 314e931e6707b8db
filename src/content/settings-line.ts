// Room: content. Settings written as code spans, `key: value`, under a heading or behind a bullet's label. Pure.
import { complain, lineOf, type Page } from "./page.ts";
import { skipSpace } from "./scan.ts";

/** Line and columns count from 1; `column` is that of the value. */
export interface Setting {
  readonly key: string;
  readonly value: string;
  readonly line: number;
  readonly column: number;
  readonly keyColumn: number;
}

/** A question has a handful, for which a list is smaller and as quick as a map. Keys stand in it once. */
export type Settings = readonly Setting[];

const noSettings: Settings = [];

/** The setting with this key. */
export function settingNamed(settings: Settings, key: string): Setting | undefined {
  for (const setting of settings) if (setting.key === key) return setting;
  return undefined;
}

const tick = 96;
const keyForm = /^[a-z][a-z-]*$/;

/** A code span of a text: where its inside begins, and where its last tick stands. */
interface Span {
  readonly at: number;
  readonly end: number;
}

/** The first code span at or after an index. */
function spanFrom(text: string, from: number): Span | undefined {
  const open = text.indexOf("`", from);
  const end = open === -1 ? -1 : text.indexOf("`", open + 1);
  return end === -1 ? undefined : { at: open + 1, end };
}

/** True for a line that is nothing but code spans apart from each other, the first of which holds a colon. */
export function isSettingsLine(text: string): boolean {
  const open = skipSpace(text, 0);
  if (text.charCodeAt(open) !== tick) return false;
  const close = text.indexOf("`", open + 1);
  const colon = text.indexOf(":", open);
  return colon !== -1 && colon < close && isOnlySpans(text, close + 1);
}

/** True when nothing follows an index but code spans, each behind white space. */
function isOnlySpans(text: string, from: number): boolean {
  for (let end = from; ;) {
    const open = skipSpace(text, end);
    if (open === text.length) return true;
    const close = open > end && text.charCodeAt(open) === tick ? text.indexOf("`", open + 1) : -1;
    if (close === -1) return false;
    end = close + 1;
  }
}

/** The setting in a code span of a text; undefined when it is none. `shift` is added to an index of the text for a column of the line. */
function settingIn(text: string, { at, end }: Span, { line, shift }: { readonly line: number; readonly shift: number }): Setting | undefined {
  const from = skipSpace(text, at);
  const colon = text.indexOf(":", from);
  if (colon === -1 || colon >= end) return undefined;
  const start = skipSpace(text, colon + 1);
  const key = text.slice(from, colon);
  if (start === end || !keyForm.test(key)) return undefined;
  return { key, value: text.slice(start, end).trimEnd(), line, column: start + shift, keyColumn: from + shift };
}

/** Reads a line of settings into `into`. */
export function readSettingsLine(page: Page, line: number, into: Setting[]): void {
  const text = lineOf(page, line);
  const place = { line, shift: 1 };
  for (let span = spanFrom(text, 0); span; span = spanFrom(text, span.end + 1)) {
    const read = settingIn(text, span, place);
    if (read) keep(page, into, read);
    else complain(page, { rule: "setting-form", line, column: span.at + 1, message: `"${text.slice(span.at, span.end)}" is not a setting` });
  }
}

function keep(page: Page, into: Setting[], read: Setting): void {
  if (settingNamed(into, read.key))
    complain(page, { rule: "setting-repeated", line: read.line, column: read.keyColumn, message: `"${read.key}" is set twice` });
  else into.push(read);
}

/** Complains about keys that are not among `known`. */
export function checkKeys(page: Page, settings: Settings, known: ReadonlySet<string>): void {
  for (const { key, line, keyColumn } of settings) {
    if (!known.has(key)) complain(page, { rule: "setting-unknown", line, column: keyColumn, message: `there is no setting "${key}" here` });
  }
}

/** A text that may hold settings, and the lines of the page that it was made of. */
export interface Settled {
  readonly text: string;
  readonly line: number;
  readonly lastLine: number;
}

/** Takes the settings with keys among `keys` out of a text; other code spans are text. */
export function takeSettings(page: Page, from: Settled, keys: ReadonlySet<string>): { readonly text: string; readonly settings: Settings } {
  if (!from.text.includes("`")) return { text: from.text, settings: noSettings };
  const settings: Setting[] = [];
  const seek = { line: from.line, index: 0 };
  let text = "";
  let at = 0;
  for (let span = spanFrom(from.text, 0); span; span = spanFrom(from.text, span.end + 1)) {
    const { line, column } = placeOfSpan(page, from, { span, seek });
    const read = settingIn(from.text, span, { line, shift: column - span.at });
    if (!read || !keys.has(read.key)) continue;
    keep(page, settings, read);
    text += from.text.slice(at, span.at - 1).trimEnd();
    at = span.end + 1;
  }
  return { text: (text + from.text.slice(at)).trim(), settings };
}

/** Where a span of a joined text stands on the page; spans are asked for in order, so the search goes on from the last. */
function placeOfSpan(
  page: Page,
  from: Settled,
  what: { readonly span: Span; readonly seek: { line: number; index: number } },
): { readonly line: number; readonly column: number } {
  const { span, seek } = what;
  const ticked = from.text.slice(span.at - 1, span.end + 1);
  for (; seek.line <= from.lastLine; seek.line += 1, seek.index = 0) {
    const found = lineOf(page, seek.line).indexOf(ticked, seek.index);
    if (found === -1) continue;
    seek.index = found + ticked.length;
    return { line: seek.line, column: found + 2 };
  }
  // A span that goes over a line's end stands on no single line.
  seek.line = from.line;
  seek.index = 0;
  return { line: from.line, column: 1 };
}

/** Complains when a text begins with a code span that was meant as a setting. */
export function checkLeftOver(page: Page, from: Settled, rest: string): void {
  const first = rest.startsWith("`") ? spanFrom(rest, 0) : undefined;
  const read = first && settingIn(rest, first, { line: from.line, shift: 0 });
  if (!read) return;
  const column = Math.max(0, lineOf(page, from.line).indexOf(rest.slice(0, first.end + 1))) + 2;
  complain(page, { rule: "setting-unknown", line: from.line, column, message: `there is no setting "${read.key}" here` });
}

/** `a, b, c` as a list; brackets around it, as front matter has them, are allowed. */
export function splitList(value: string): string[] {
  if (!value.includes(",") && !value.startsWith("[")) return value === "" ? [] : [value];
  const inner = value.startsWith("[") && value.endsWith("]") ? value.slice(1, -1) : value;
  return inner
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

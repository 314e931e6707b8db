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
const colonCode = 58;
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
  const colon = colonBefore(end, text, from);
  if (colon === -1) return undefined;
  const start = skipSpace(text, colon + 1);
  const key = text.slice(from, colon);
  if (start === end || !keyForm.test(key)) return undefined;
  return { key, value: text.slice(start, end).trimEnd(), line, column: start + shift, keyColumn: from + shift };
}

/** The first colon from an index on, before another; -1 where there is none. A search to the end of the text, for each of its spans, would take time by the square. */
function colonBefore(end: number, text: string, from: number): number {
  let at = from;
  while (at < end && text.charCodeAt(at) !== colonCode) at += 1;
  return at < end ? at : -1;
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
  /** Where it begins in its first line. Each of the other lines stands in it without the white space around it, behind one blank, or not at all. */
  readonly column: number;
}

/** Takes the settings with keys among `keys` out of a text; other code spans are text. */
export function takeSettings(page: Page, from: Settled, keys: ReadonlySet<string>): { readonly text: string; readonly settings: Settings } {
  if (!from.text.includes("`")) return { text: from.text, settings: noSettings };
  const settings: Setting[] = [];
  const seek = seekIn(page, from);
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

/** A line of a joined text that was come to: where it stands in the text, the column of its first letter there, and the last line that was looked at for it. */
interface Seek {
  line: number;
  start: number;
  end: number;
  column: number;
  last: number;
}

function seekIn(page: Page, { line, column }: Settled): Seek {
  return {
    line,
    start: 0,
    end: lineOf(page, line)
      .slice(column - 1)
      .trimEnd().length,
    column,
    last: line,
  };
}

/** Where a span of a joined text stands on the page; spans are asked for in order, so the search goes on from the last. */
function placeOfSpan(
  page: Page,
  from: Settled,
  { span, seek }: { readonly span: Span; readonly seek: Seek },
): { readonly line: number; readonly column: number } {
  while (span.at > seek.end && seek.last < from.lastLine) goToNext(page, from, seek);
  // A span that goes over a line's end stands on no single line.
  if (span.at <= seek.start || span.end >= seek.end) return { line: from.line, column: 1 };
  return { line: seek.line, column: seek.column + span.at - seek.start };
}

/** Goes on to the next line, where it is part of the text: blank lines are none, nor are those that the reader of a list passed over. */
function goToNext(page: Page, { text }: Settled, seek: Seek): void {
  seek.last += 1;
  const line = lineOf(page, seek.last);
  const content = line.trim();
  const start = seek.end === 0 ? 0 : seek.end + 1;
  if (content === "" || !text.startsWith(content, start)) return;
  Object.assign(seek, { line: seek.last, start, end: start + content.length, column: skipSpace(line, 0) + 1 });
}

/** Complains when a text begins with a code span that was meant as a setting. */
export function checkLeftOver(page: Page, from: Pick<Settled, "line">, rest: string): void {
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

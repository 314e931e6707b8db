// Room: content. Settings written as code spans, `key: value`, under a heading or behind a bullet's label. Pure.
import { complain, lineOf, type Page } from "./page.ts";

/** Line and columns count from 1; `column` is that of the value. */
export interface Setting {
  readonly value: string;
  readonly line: number;
  readonly column: number;
  readonly keyColumn: number;
}

export type Settings = ReadonlyMap<string, Setting>;

export const noSettings: Settings = new Map();

const pair = /^(\s*)([a-z][a-z-]*):\s*(\S.*)$/s;

/** A code span of a line: what stands between its ticks, and at which index. */
interface Span {
  readonly inner: string;
  readonly at: number;
}

function spansOf(text: string): Span[] {
  const spans: Span[] = [];
  for (let open = text.indexOf("`"); open !== -1;) {
    const close = text.indexOf("`", open + 1);
    if (close === -1) break;
    spans.push({ inner: text.slice(open + 1, close), at: open + 1 });
    open = text.indexOf("`", close + 1);
  }
  return spans;
}

/** True for a line that is nothing but code spans apart from each other, the first of which holds a colon. */
export function isSettingsLine(text: string): boolean {
  if (!text.trimStart().startsWith("`")) return false;
  const spans = spansOf(text);
  let end = 0;
  for (const { inner, at } of spans) {
    const between = text.slice(end, at - 1);
    if (between.trim() !== "" || (between === "" && end > 0)) return false;
    end = at + inner.length + 1;
  }
  return text.slice(end).trim() === "" && spans[0]?.inner.includes(":") === true;
}

interface Read extends Setting {
  readonly key: string;
}

/** The setting in a code span whose inside begins at `column` of `line`; undefined when it is none. */
function settingIn(inner: string, line: number, column: number): Read | undefined {
  const found = pair.exec(inner);
  if (!found) return undefined;
  const [, indent = "", key = "", value = ""] = found;
  return { key, value: value.trimEnd(), line, column: column + inner.length - value.length, keyColumn: column + indent.length };
}

/** Reads a line of settings into `into`. */
export function readSettingsLine(page: Page, line: number, into: Map<string, Setting>): void {
  for (const { inner, at } of spansOf(lineOf(page, line))) {
    const read = settingIn(inner, line, at + 1);
    if (read) keep(page, into, read);
    else complain(page, { rule: "setting-form", line, column: at + 1, message: `"${inner}" is not a setting` });
  }
}

function keep(page: Page, into: Map<string, Setting>, read: Read): void {
  if (into.has(read.key)) complain(page, { rule: "setting-repeated", line: read.line, column: read.keyColumn, message: `"${read.key}" is set twice` });
  else into.set(read.key, read);
}

/** Complains about keys that are not among `known`. */
export function checkKeys(page: Page, settings: Settings, known: ReadonlySet<string>): void {
  for (const [key, { line, keyColumn }] of settings) {
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
  const settings = new Map<string, Setting>();
  const seek = { line: from.line, index: 0 };
  let text = "";
  let at = 0;
  for (const span of spansOf(from.text)) {
    const place = placeOfSpan(page, from, { span, seek });
    const read = settingIn(span.inner, place.line, place.column);
    if (!read || !keys.has(read.key)) continue;
    keep(page, settings, read);
    text += from.text.slice(at, span.at - 1).trimEnd();
    at = span.at + span.inner.length + 1;
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
  for (; seek.line <= from.lastLine; seek.line += 1, seek.index = 0) {
    const found = lineOf(page, seek.line).indexOf(`\`${span.inner}\``, seek.index);
    if (found === -1) continue;
    seek.index = found + span.inner.length + 2;
    return { line: seek.line, column: found + 2 };
  }
  // A span that goes over a line's end stands on no single line.
  seek.line = from.line;
  seek.index = 0;
  return { line: from.line, column: 1 };
}

/** Complains when a text begins with a code span that was meant as a setting. */
export function checkLeftOver(page: Page, from: Settled, rest: string): void {
  const [first] = rest.startsWith("`") ? spansOf(rest) : [];
  const read = first && settingIn(first.inner, from.line, 1);
  if (!read) return;
  const column = Math.max(0, lineOf(page, from.line).indexOf(`\`${first.inner}\``)) + 2;
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

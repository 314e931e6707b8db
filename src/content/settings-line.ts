// Room: content. Settings written as code spans, `key: value`, under a heading or behind a bullet's label. Pure.
import { complain, columnOf, type Page } from "./page.ts";

export interface Setting {
  readonly value: string;
  readonly line: number;
  readonly column: number;
}

export type Settings = ReadonlyMap<string, Setting>;

export const noSettings: Settings = new Map();

const settingsLine = /^\s*`[^`]*`(?:\s+`[^`]*`)*\s*$/;
const span = /`([^`]*)`/g;
const pair = /^([a-z][a-z-]*): *(\S.*)$/;

/** True for a line that is nothing but code spans, the first of which holds a colon. */
export function isSettingsLine(text: string): boolean {
  return text.trimStart().startsWith("`") && settingsLine.test(text) && /^\s*`[^`]*:/.test(text);
}

/** Reads a line of settings into `into`. */
export function readSettingsLine(page: Page, line: number, into: Map<string, Setting>): void {
  for (const found of (page.lines[line - 1] ?? "").matchAll(span)) {
    const column = found.index + 2;
    const read = pair.exec((found[1] ?? "").trim());
    if (!read) complain(page, { rule: "setting-form", line, column, message: `"${found[1] ?? ""}" is not a setting` });
    else keep(page, into, { key: read[1] ?? "", value: (read[2] ?? "").trim(), line, column });
  }
}

function keep(page: Page, into: Map<string, Setting>, setting: Setting & { readonly key: string }): void {
  const { key, value, line, column } = setting;
  if (into.has(key)) complain(page, { rule: "setting-repeated", line, column, message: `"${key}" is set twice` });
  else into.set(key, { value, line, column });
}

/** Complains about keys that are not among `known`. */
export function checkKeys(page: Page, settings: Settings, known: ReadonlySet<string>): void {
  for (const [key, { line, column }] of settings) {
    if (!known.has(key)) complain(page, { rule: "setting-unknown", line, column, message: `there is no setting "${key}" here` });
  }
}

/** Takes the settings with keys among `keys` out of a bullet's text; other code spans are text. */
export function takeSettings(page: Page, item: { readonly text: string; readonly line: number }, keys: ReadonlySet<string>): { text: string; settings: Settings } {
  if (!item.text.includes("`")) return { text: item.text, settings: noSettings };
  const settings = new Map<string, Setting>();
  const text = item.text.replace(/\s*`([^`]*)`/g, (whole, inner: string) => {
    const read = pair.exec(inner.trim());
    if (!read || !keys.has(read[1] ?? "")) return whole;
    keep(page, settings, { key: read[1] ?? "", value: (read[2] ?? "").trim(), line: item.line, column: columnOf(page, item.line, `\`${inner}`) + 1 });
    return "";
  });
  return { text: text.trim(), settings };
}

/** `a, b, c` as a list; brackets around it, as front matter has them, are allowed. */
export function splitList(value: string): string[] {
  return value.replace(/^\[(.*)\]$/, "$1").split(",").map((part) => part.trim()).filter((part) => part !== "");
}

const idPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** True for lower-case words joined by hyphens, at most 80 characters. */
export function isId(text: string): boolean {
  return text.length <= 80 && idPattern.test(text);
}

/** An id made of a title: `How long is the panel?` gives `how-long-is-the-panel`. Empty when the title has no letters or digits. */
export function idFrom(title: string): string {
  const plain = title.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, "-").slice(0, 60).replace(/^-+|-+$/g, "");
}

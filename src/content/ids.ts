// Room: content. Ids: their form, how one is made of a title, and that none stands twice. Pure.
import { complain, type Page } from "./page.ts";
import { type Setting, settingNamed, type Settings } from "./settings-line.ts";

const idPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const longest = 80;

/** True for lower-case words joined by hyphens, at most 80 characters. */
export function isId(text: string): boolean {
  return text.length <= longest && idPattern.test(text);
}

/**
 * An id made of a title: `How long is the panel?` gives `how-long-is-the-panel`; at most 60 characters.
 * A title without Latin letters or digits keeps its own script; one without any letter gives nothing.
 */
export function idFrom(title: string): string {
  const plain = title.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return joined(plain, /[^a-z0-9]+/g) || joined(title.normalize("NFC").toLowerCase(), /[^\p{L}\p{N}]+/gu);
}

function joined(text: string, between: RegExp): string {
  return [...text.replace(between, "-").replace(/^-/, "")].slice(0, 60).join("").replace(/-$/, "");
}

/** The id of a deck that sets none: its path without `.md`, each folder and the file as an id. Words of other scripts stay. */
export function deckIdFrom(path: string): string {
  const parts = path.replace(/\.md$/i, "").split("/");
  return parts.map((part) => (isId(part) ? part : joined(part.normalize("NFC").toLowerCase(), /[^\p{L}\p{N}]+/gu) || "deck")).join("/");
}

/** Ids met so far in one list, each with its line. */
export type SeenIds = Map<string, number>;

/** What an id is read from. */
export interface Named {
  readonly settings: Settings;
  /** The id is made of this when none is set. */
  readonly name: string;
  readonly line: number;
  readonly column?: number;
}

/** Reads the `id` setting, or makes an id of the name; complains about its form, and when it stands in the list already. */
export function readId(page: Page, seen: SeenIds, named: Named): string {
  const setting = settingNamed(named.settings, "id");
  const id = setting ? checkedId(page, setting) : idFrom(named.name) || `line-${named.line}`;
  const first = seen.get(id);
  if (first === undefined) seen.set(id, named.line);
  else
    complain(page, {
      rule: "id-duplicate",
      line: setting?.line ?? named.line,
      column: setting?.column ?? named.column ?? 1,
      message: `the id "${id}" is already that of line ${first}`,
    });
  return id;
}

/** Complains when an id is not lower-case words joined by hyphens; gives it all the same. */
export function checkedId(page: Page, setting: Setting): string {
  if (!isId(setting.value)) complain(page, { rule: "id-form", line: setting.line, column: setting.column, message: `"${setting.value}" cannot be an id` });
  return setting.value;
}

// Room: content. Front matter made safe; the only door of gray-matter. Pure.
import matter from "gray-matter";
import { complain, type Page } from "./page.ts";
import { readYaml, type YamlFault } from "./yaml.ts";

/** Every value is a string or a list of strings: what the author wrote, before anything is read into it (`1:30` stays `1:30`). */
export interface FrontMatter {
  readonly values: ReadonlyMap<string, FrontValue>;
  /** First line after the front matter, from 1. */
  readonly bodyFrom: number;
}

export interface FrontValue {
  readonly value: string | readonly string[];
  readonly line: number;
  readonly column: number;
}

/** 64 KB: 330 bytes of YAML aliases have been seen to grow to 47 MB, and parsers slow down on long maps. */
const longest = 64 * 1024;

function refuse(): never {
  throw new Error("front matter is YAML only");
}

// gray-matter evaluates `---js` front matter unless every spelling of the engine throws; the first line is checked as well.
const engines = {
  yaml: { parse: readMap, stringify: refuse },
  javascript: { parse: refuse, stringify: refuse },
  js: { parse: refuse, stringify: refuse },
  json: { parse: refuse, stringify: refuse },
};

function readMap(text: string): object {
  const read = readYaml(text);
  return typeof read === "object" && read !== null ? read : { "": read };
}

/** Reads the front matter of a page. `undefined` when there is none that can be used; the complaint says why. */
export function readFrontMatter(page: Page): FrontMatter | undefined {
  const end = endOfFrontMatter(page);
  if (end === undefined) return undefined;
  const block = page.lines.slice(0, end).join("\n");
  if (block.length > longest) {
    complain(page, { rule: "front-matter-size", line: 1, message: `the front matter has ${block.length} characters` });
    return undefined;
  }
  if (hasTab(page, end)) return undefined;
  const data = parse(page, `${block}\n`);
  return data === undefined ? undefined : { values: valuesOf(page, data, end), bodyFrom: end + 1 };
}

/** YAML allows no tab there, and js-yaml reads on as if the list beneath a key were its text. */
function hasTab(page: Page, end: number): boolean {
  const index = page.lines.slice(0, end).findIndex((text) => text.startsWith("\t"));
  if (index !== -1) complain(page, { rule: "front-matter-yaml", line: index + 1, message: "the YAML is broken: a line begins with a tab" });
  return index !== -1;
}

/** The line number of the closing `---`. */
function endOfFrontMatter(page: Page): number | undefined {
  const first = page.lines[0] ?? "";
  if (first !== "---") {
    const rule = first.startsWith("---") && first.trim() !== "---" && first.length < 40 ? "front-matter-language" : "front-matter-missing";
    complain(page, {
      rule,
      line: 1,
      message: rule === "front-matter-language" ? `front matter may not be "${first.slice(3).trim()}"` : "the file does not begin with front matter",
    });
    return undefined;
  }
  const closing = page.lines.indexOf("---", 1);
  if (closing !== -1) return closing + 1;
  complain(page, { rule: "front-matter-open", line: 1, message: "the front matter is never closed" });
  return undefined;
}

function parse(page: Page, block: string): object | undefined {
  try {
    // Options are always passed: without them gray-matter caches by text, and a broken file reads as empty the second time.
    return matter(block, { engines, language: "yaml" }).data;
  } catch (fault) {
    const { reason = "it cannot be read", mark, isAlias = false } = fault as YamlFault;
    const line = Math.min(page.lines.length, (mark?.line ?? 0) + 1);
    const message = isAlias ? reason : `the YAML is broken: ${reason}`;
    complain(page, { rule: isAlias ? "front-matter-alias" : "front-matter-yaml", line, column: (mark?.column ?? 0) + 1, message });
    return undefined;
  }
}

function valuesOf(page: Page, data: object, end: number): Map<string, FrontValue> {
  const values = new Map<string, FrontValue>();
  if (Array.isArray(data) || Object.hasOwn(data, "")) {
    complain(page, { rule: "front-matter-shape", line: 2, message: "the front matter is not a map of keys and values" });
    return values;
  }
  const places = keyPlaces(page, end);
  for (const [key, value] of Object.entries(data)) {
    const place = places.get(key) ?? { line: 2, column: 1 };
    const read = plainValue(value);
    if (read !== undefined) values.set(key, { value: read, ...place });
    else complain(page, { rule: "value-form", ...place, message: `"${key}" is neither a text nor a list of texts` });
  }
  return values;
}

function plainValue(value: unknown): string | readonly string[] | undefined {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value.trim();
  if (Array.isArray(value) && value.every((part) => typeof part === "string")) return value.map((part: string) => part.trim());
  return undefined;
}

function keyPlaces(page: Page, end: number): Map<string, { line: number; column: number }> {
  const places = new Map<string, { line: number; column: number }>();
  for (let line = 2; line < end; line += 1) {
    const found = /^["']?([^\s"':#-][^"':]*)(?:["']\s*)?:\s*/.exec(page.lines[line - 1] ?? "");
    if (found && !places.has(found[1] ?? "")) places.set(found[1] ?? "", { line, column: found[0].length + 1 });
  }
  return places;
}

// Room: content. Sources, competencies, company facts: the files that decks refer to. Pure; parsing never fails.
import type { Competency } from "../domain/competency.ts";
import type { Claim, CompanyFacts, Fact } from "../domain/facts.ts";
import type { Parsed } from "../domain/problem.ts";
import { confidences, type Confidence, type Source } from "../domain/source.ts";
import { readFrontMatter } from "./front-matter.ts";
import { readHeader, readReference } from "./header.ts";
import { idFrom, readId, type SeenIds } from "./ids.ts";
import { type Item, readItems, readLabelled } from "./items.ts";
import { marks } from "./marks.ts";
import { complain, type FileText, isItem, lineOf, linesIn, markOf, type Page, pageOf, placeOf, type Section, sectionsOf } from "./page.ts";
import { checkKeys, isSettingsLine, readSettingsLine, type Setting, settingNamed, splitList, takeSettings } from "./settings-line.ts";

const sourceKeys = new Set(["id", "confidence", "date", "retrieved", "url"]);
const competencyKeys = new Set(["id"]);
const claimKeys = new Set(["source"]);

/** Keys that the front matter of `facts.md` may have. */
const factsKeys: ReadonlySet<string> = new Set(["title", "company", "source"]);
const factKeys = new Set(["id"]);

/** Reads `sources.md`. A source without an id is left out, with a complaint. */
export function parseSources(file: FileText): Parsed<readonly Source[]> {
  const page = pageOf(file);
  const seen: SeenIds = new Map();
  const value = allItems(page).flatMap((item) => readSource(page, seen, item) ?? []);
  return { value, problems: page.problems };
}

function readSource(page: Page, seen: SeenIds, item: Item): Source | undefined {
  const { label, text, settings } = readLabelled(page, item, sourceKeys);
  const title = label ?? text;
  const value = (key: string): string | undefined => settingNamed(settings, key)?.value;
  const confidence = confidenceOf(page, item, { title, setting: settingNamed(settings, "confidence") });
  const id = settingNamed(settings, "id");
  if (id) {
    noteSource(page, seen, id);
    return { id: id.value, title, confidence, about: label === undefined ? "" : text, date: value("date"), retrieved: value("retrieved"), url: value("url") };
  }
  complain(page, { rule: "source-id", line: item.line, column: item.column, message: `"${title}" has no id` });
  return undefined;
}

function confidenceOf(page: Page, item: Item, written: { readonly title: string; readonly setting: Setting | undefined }): Confidence {
  const { title, setting } = written;
  const found = confidences.find((candidate) => candidate === setting?.value);
  if (!found)
    complain(page, {
      rule: "setting-value",
      line: (setting ?? item).line,
      column: (setting ?? item).column,
      message: `"${title}" needs a confidence: ${confidences.join(", ")}`,
    });
  return found ?? "unverified";
}

/** Ids of sources may be in capitals, so their form is not that of other ids. */
function noteSource(page: Page, seen: SeenIds, id: Setting): void {
  const first = seen.get(id.value);
  if (first === undefined) seen.set(id.value, id.line);
  else complain(page, { rule: "id-duplicate", line: id.line, column: id.column, message: `the id "${id.value}" is already that of line ${first}` });
}

/** Reads `competencies.md`. */
export function parseCompetencies(file: FileText): Parsed<readonly Competency[]> {
  const page = pageOf(file);
  const seen: SeenIds = new Map();
  const value = allItems(page).map((item): Competency => {
    const { label, text, settings } = readLabelled(page, item, competencyKeys);
    const id = readId(page, seen, { settings, name: label ?? text, line: item.line, column: item.column });
    return { id, name: label ?? text, about: label === undefined ? "" : text };
  });
  return { value, problems: page.problems };
}

/** The lists of a page, from its first bullet on; text between them is for readers. */
function allItems(page: Page): readonly Item[] {
  const lines = linesIn({ from: 1, to: page.lines.length + 1 });
  const isListed = (line: number): boolean => markOf(page, line) !== marks.fenced && /^\s*[-*+]\s|^\s+\S/.test(lineOf(page, line));
  return readItems(page, lines.filter(isListed));
}

/** Reads a company's `facts.md`; `id` is the company's folder. */
export function parseFacts(file: FileText): Parsed<CompanyFacts> {
  const page = pageOf(file);
  const front = readFrontMatter(page);
  if (!front) return { value: undefined, problems: page.problems };
  const header = readHeader(page, front, factsKeys);
  const company = header.text("company");
  const id = file.path.split("/").at(-2) ?? idFrom(company ?? "");
  const seen: SeenIds = new Map();
  const facts = sectionsOf(page, 2, { from: front.bodyFrom, to: page.lines.length + 1 }).map((section) => readFact(page, seen, section));
  return { value: { id, company: company ?? id, title: header.text("title") ?? id, facts }, problems: page.problems };
}

function readFact(page: Page, seen: SeenIds, section: Section): Fact {
  const settings: Setting[] = [];
  const claims: number[] = [];
  let conflict: string | undefined;
  for (let line = section.from; line < section.to; line += 1) {
    const text = lineOf(page, line);
    if (isSettingsLine(text)) readSettingsLine(page, line, settings);
    else if (text.startsWith("Conflict:")) conflict = text.slice("Conflict:".length).trim();
    else if (conflict !== undefined && text.trim() !== "" && !isItem(page, line)) conflict += ` ${text.trim()}`;
    else claims.push(line);
  }
  checkKeys(page, settings, factKeys);
  const fact = {
    id: readId(page, seen, { settings, name: section.title, line: section.line }),
    title: section.title,
    claims: readClaims(page, claims),
    conflict,
    place: placeOf(page, section.line),
  };
  if (fact.claims.length === 0) complain(page, { rule: "section-empty", line: section.line, message: `"${section.title}" has no claim` });
  return fact;
}

function readClaims(page: Page, lines: readonly number[]): readonly Claim[] {
  return readItems(page, lines).map((item) => {
    const { text, settings } = takeSettings(page, item, claimKeys);
    const sources = splitList(settingNamed(settings, "source")?.value ?? "").map(readReference);
    if (sources.length === 0)
      complain(page, { rule: "source-missing", line: item.line, column: item.column, message: "the claim does not say where it comes from" });
    return { text, sources };
  });
}

// Room: content. Sources, competencies, company facts: the files that decks refer to. Pure; parsing never fails.
import type { Competency } from "../domain/competency.ts";
import type { Claim, CompanyFacts, Fact } from "../domain/facts.ts";
import type { Parsed } from "../domain/problem.ts";
import { confidences, type Source } from "../domain/source.ts";
import { type FileText, pageOf } from "./deck.ts";
import { readFrontMatter } from "./front-matter.ts";
import { checkedId, readHeader, readReference } from "./header.ts";
import { readItems, readLabelled } from "./items.ts";
import { complain, type Page, placeOf, type Section, sectionsOf } from "./page.ts";
import { idFrom, isSettingsLine, readSettingsLine, type Setting, splitList, takeSettings } from "./settings-line.ts";

const sourceKeys = new Set(["id", "confidence", "date", "retrieved", "url"]);
const competencyKeys = new Set(["id"]);
const claimKeys = new Set(["source"]);

/** Reads `sources.md`. A source without an id is left out, with a complaint. */
export function parseSources(file: FileText): Parsed<readonly Source[]> {
  const page = pageOf(file);
  const value = allItems(page).flatMap((item) => {
    const { label, text, settings } = readLabelled(page, item, sourceKeys);
    const id = settings.get("id");
    const written = settings.get("confidence");
    const confidence = confidences.find((candidate) => candidate === written?.value);
    if (!id) complain(page, { rule: "setting-form", line: item.line, column: item.column, message: `"${label ?? text}" has no id` });
    if (!confidence) complain(page, { rule: "setting-value", line: item.line, column: written?.column ?? item.column, message: `"${label ?? text}" needs a confidence: ${confidences.join(", ")}` });
    if (!id) return [];
    return [{ id: id.value, title: label ?? text, confidence: confidence ?? "unverified", about: label === undefined ? "" : text, date: settings.get("date")?.value, retrieved: settings.get("retrieved")?.value, url: settings.get("url")?.value } satisfies Source];
  });
  return { value: value, problems: page.problems };
}

/** Reads `competencies.md`. */
export function parseCompetencies(file: FileText): Parsed<readonly Competency[]> {
  const page = pageOf(file);
  const value = allItems(page).map((item): Competency => {
    const { label, text, settings } = readLabelled(page, item, competencyKeys);
    const id = settings.get("id");
    return { id: id ? checkedId(page, id) : idFrom(label ?? text), name: label ?? text, about: label === undefined ? "" : text };
  });
  return { value, problems: page.problems };
}

function allItems(page: Page) {
  const from = page.lines.findIndex((line) => line.startsWith("- ")) + 1;
  return from === 0 ? [] : readItems(page, [...page.lines.keys()].slice(from - 1).map((index) => index + 1));
}

/** Reads a company's `facts.md`; `id` is the company's folder. */
export function parseFacts(file: FileText): Parsed<CompanyFacts> {
  const page = pageOf(file);
  const front = readFrontMatter(page);
  if (!front) return { value: undefined, problems: page.problems };
  const header = readHeader(page, front, ["title", "company", "source"]);
  const id = file.path.split("/").at(-2) ?? "";
  const facts = sectionsOf(page, 2, { from: front.bodyFrom, to: page.lines.length + 1 }).map((section) => readFact(page, section));
  return { value: { id, company: header.text("company") ?? id, title: header.text("title") ?? id, facts }, problems: page.problems };
}

function readFact(page: Page, section: Section): Fact {
  const settings = new Map<string, Setting>();
  const claims: number[] = [];
  let conflict: string | undefined;
  for (let line = section.from; line < section.to; line += 1) {
    const text = page.lines[line - 1] ?? "";
    if (isSettingsLine(text)) readSettingsLine(page, line, settings);
    else if (text.startsWith("Conflict:")) conflict = text.slice("Conflict:".length).trim();
    else if (conflict !== undefined && text.trim() !== "") conflict += ` ${text.trim()}`;
    else claims.push(line);
  }
  const id = settings.get("id");
  const fact = { id: id ? checkedId(page, id) : idFrom(section.title), title: section.title, claims: readClaims(page, claims), conflict, place: placeOf(page, section.line) };
  if (fact.claims.length === 0) complain(page, { rule: "section-empty", line: section.line, message: `"${section.title}" has no claim` });
  return fact;
}

function readClaims(page: Page, lines: readonly number[]): readonly Claim[] {
  return readItems(page, lines).map((item) => {
    const { text, settings } = takeSettings(page, item, claimKeys);
    const sources = splitList(settings.get("source")?.value ?? "").map(readReference);
    if (sources.length === 0) complain(page, { rule: "source-missing", line: item.line, column: item.column, message: "the claim does not say where it comes from" });
    return { text, sources };
  });
}

// Room: content. From the text of a file to a deck. Pure; parsing never fails.
import { type Deck, tallyOf } from "../domain/deck.ts";
import { outlineOf } from "../domain/outline.ts";
import type { Parsed } from "../domain/problem.ts";
import type { Abbreviation, Question } from "../domain/question.ts";
import type { Confidence, SourceReference } from "../domain/source.ts";
import { type FrontMatter, readFrontMatter } from "./front-matter.ts";
import { type Header, readHeader, readReference } from "./header.ts";
import { deckIdFrom, isId } from "./ids.ts";
import { columnOf, complain, type FileText, lineOf, type Page, pageOf, type Section, sectionsOf } from "./page.ts";
import { type DeckDefaults, readQuestion } from "./question.ts";
import { isSettingsLine } from "./settings-line.ts";

/** Keys that a deck's front matter may have. */
export const deckKeys: ReadonlySet<string> = new Set([
  "id",
  "title",
  "company",
  "role",
  "topic",
  "round",
  "competencies",
  "framework",
  "difficulty",
  "minutes",
  "source",
  "abbreviations",
  "tags",
]);

/** How far facts from these sources can be trusted. */
export type ConfidenceOf = (sources: readonly SourceReference[]) => Confidence;

/** Reads a deck. What is wrong comes back as problems; a question with an error is left out of the deck. */
export function parseDeck(file: FileText, confidenceOf: ConfidenceOf = () => "own"): Parsed<Deck> {
  const page = pageOf(file);
  const front = readFrontMatter(page);
  if (!front) return { value: undefined, problems: page.problems };
  const header = readHeader(page, front, deckKeys);
  const defaults = readDefaults(page, header, { path: file.path, confidenceOf });
  const questions = readQuestions(page, front, defaults);
  const value: Deck = {
    id: defaults.id,
    title: header.text("title") ?? defaults.id,
    company: defaults.company,
    role: header.text("role"),
    topic: defaults.topic,
    path: file.path,
    tally: tallyOf(questions),
    outline: outlineOf(questions),
    questions,
  };
  return { value, problems: page.problems };
}

function readDefaults(page: Page, header: Header, file: { readonly path: string; readonly confidenceOf: ConfidenceOf }): DeckDefaults {
  const sources = header.list("source").map(readReference);
  return {
    id: readDeckId(page, header, file.path),
    confidenceOf: file.confidenceOf,
    company: header.text("company"),
    topic: header.text("topic"),
    round: header.text("round"),
    framework: header.text("framework"),
    competencies: header.list("competencies"),
    sources,
    confidence: file.confidenceOf(sources),
    difficulty: header.number("difficulty", { least: 1, most: 5, whole: true }) ?? 2,
    minutes: header.number("minutes", { least: 0.25, most: 120 }),
    abbreviations: readAbbreviations(page, header),
  };
}

function readDeckId(page: Page, header: Header, path: string): string {
  const setting = header.setting("id");
  const id = setting?.value ?? deckIdFrom(path);
  if (setting && !id.split("/").every(isId))
    complain(page, { rule: "id-form", line: setting.line, column: setting.column, message: `"${id}" cannot be a deck's id` });
  return id;
}

function readAbbreviations(page: Page, header: Header): readonly Abbreviation[] {
  return header.list("abbreviations").flatMap((text) => {
    const [short = "", long = ""] = text.split("=").map((part) => part.trim());
    if (short !== "" && long !== "") return [{ short, long }];
    complain(page, {
      rule: "value-form",
      ...placeOfWords(page, header.line("abbreviations"), text),
      message: `"${text}" is not of the form \`GMV = gross merchandise value\``,
    });
    return [];
  });
}

/** Where words of a front matter's list stand, in the line of the key or beneath it. */
function placeOfWords(page: Page, from: number, words: string): { readonly line: number; readonly column: number } {
  const index = page.lines.findIndex((text, at) => at >= from - 1 && text.includes(words));
  const line = index === -1 ? from : index + 1;
  return { line, column: columnOf(page, line, words) };
}

function readQuestions(page: Page, front: FrontMatter, defaults: DeckDefaults): Question[] {
  const questions: Question[] = [];
  const seen = new Map<string, number>();
  const sections = sectionsOf(page, 2, { from: front.bodyFrom, to: page.lines.length + 1 });
  for (const section of sections) {
    const before = page.problems.length;
    const question = readQuestion(page, section, defaults);
    if (!question) continue;
    const first = seen.get(question.id);
    if (first === undefined) seen.set(question.id, section.line);
    else
      complain(page, {
        rule: "id-duplicate",
        ...placeOfId(page, section),
        message: `the id "${question.id}" is already that of the question in line ${first}`,
      });
    if (!hasErrorSince(page, before)) questions.push(question);
  }
  if (sections.length === 0) complain(page, { rule: "questions-missing", line: 1, message: "the deck has no question" });
  return questions;
}

/** True when a problem from the one with this index on is an error. */
function hasErrorSince({ problems }: Page, first: number): boolean {
  for (let index = first; index < problems.length; index += 1) if (problems[index]?.severity === "error") return true;
  return false;
}

/** Where a question sets its id: in the settings under its heading, else the heading itself. */
function placeOfId(page: Page, section: Section): { readonly line: number; readonly column: number } {
  for (let line = section.from; line < section.to; line += 1) {
    const text = lineOf(page, line);
    if (text.trim() !== "" && !isSettingsLine(text)) break;
    const found = /`\s*id:\s*/.exec(text);
    if (found) return { line, column: found.index + found[0].length + 1 };
  }
  return { line: section.line, column: 1 };
}

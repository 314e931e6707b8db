// Room: content. What can only be seen with the whole library in view: links, ids across decks, the lock. Pure.
import { drawCase } from "../domain/case.ts";
import { computeFormula } from "../domain/formula.ts";
import type { Library } from "../domain/library.ts";
import type { Place, Problem } from "../domain/problem.ts";
import type { NumericQuestion, OpenQuestion, Question, RewriteQuestion, StarQuestion } from "../domain/question.ts";
import { tellReference } from "../domain/source.ts";
import type { FileText } from "./deck.ts";
import { advice, type RuleName, severityOf } from "./rules.ts";

export interface LintInput {
  readonly library: Library;
  readonly files: ReadonlyMap<string, FileText>;
  /** Ids that each root has noted, with the file that notes them. */
  readonly locks: readonly { readonly file: string; readonly folder: string; readonly ids: readonly string[] }[];
}

interface Known {
  readonly sources: ReadonlySet<string>;
  readonly competencies: ReadonlySet<string>;
  readonly frameworks: ReadonlyMap<string, ReadonlySet<string>>;
  readonly rounds: ReadonlyMap<string, ReadonlySet<string>>;
  readonly practice: ReadonlySet<string>;
}

/** Every problem of the library: those found while reading, and those that show only across files. Sorted by place. */
export function lintLibrary(input: LintInput): Problem[] {
  const { library } = input;
  const known = knownIn(library);
  const problems = [...library.problems];
  const report = (rule: RuleName, place: Place, message: string): void => {
    problems.push({ rule, severity: severityOf(rule), place, message, advice: advice(rule) });
  };
  const look: Look = { input, known, report };
  for (const deck of library.decks) for (const question of deck.questions) lintQuestion(look, question);
  lintDuplicates(look);
  lintFrameworks(look);
  lintLoops(look);
  lintFacts(look);
  for (const lock of input.locks) lintLock(look, lock);
  return problems.sort(byPlace);
}

interface Look {
  readonly input: LintInput;
  readonly known: Known;
  readonly report: (rule: RuleName, place: Place, message: string) => void;
}

function byPlace(a: Problem, b: Problem): number {
  if (a.place.file !== b.place.file) return a.place.file < b.place.file ? -1 : 1;
  return a.place.line - b.place.line || a.place.column - b.place.column;
}

function knownIn(library: Library): Known {
  return {
    sources: new Set(library.sources.map((source) => source.id)),
    competencies: new Set(library.competencies.map((competency) => competency.id)),
    frameworks: new Map(library.frameworks.map((framework) => [framework.id, new Set(framework.parts.map((part) => part.id))])),
    rounds: new Map(library.loops.map((loop) => [loop.id, new Set(loop.rounds.map((round) => round.id))])),
    practice: new Set(library.decks.flatMap((deck) => [deck.id, ...deck.questions.map((question) => question.id)])),
  };
}

/** Where a value stands: in the lines from the question's heading to the next, else in the front matter, else at the heading. */
function placeOfValue(look: Look, place: Place, value: string): Place {
  const lines = look.input.files.get(place.file)?.text.split("\n") ?? [];
  const next = lines.findIndex((line, index) => index >= place.line && line.startsWith("## "));
  const pattern = new RegExp(`(?<![\\w-])${value.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![\\w-])`);
  const inRange = (from: number, to: number): Place | undefined => {
    for (let line = from; line < to; line += 1) {
      const text = lines[line] ?? "";
      const column = text.search(pattern);
      if (column !== -1 && (/`[a-z-]+:/.test(text) || from === 0)) return { file: place.file, line: line + 1, column: column + 1 };
    }
    return undefined;
  };
  const front = lines.indexOf("---", 1);
  return inRange(place.line, next === -1 ? lines.length : next) ?? inRange(0, front) ?? place;
}

function lintQuestion(look: Look, question: Question): void {
  const { known, report } = look;
  const link = (rule: RuleName, value: string, message: string): void => report(rule, placeOfValue(look, question.place, value), message);
  for (const id of question.competencies) if (!known.competencies.has(id)) link("link-competency", id, `there is no competency "${id}"`);
  for (const reference of question.sources) {
    const id = tellReference(reference);
    if (!known.sources.has(id) && !known.sources.has(reference.source)) link("link-source", id, `there is no source "${reference.source}"`);
  }
  if (question.company !== undefined && question.sources.length === 0) report("source-missing", question.place, `"${question.title}" says nothing of where its facts come from`);
  lintRound(look, question, link);
  lintParts(look, question, link);
  if (question.kind === "numeric") lintValues(look, question);
  if ("model" in question) lintModel(look, question);
}

/** Draws that are tried to see whether every case has an answer. */
const trials = 50;

function lintValues(look: Look, question: NumericQuestion): void {
  for (let seed = 0; seed < trials; seed += 1) {
    const { values } = drawCase(question, seed);
    if (Number.isFinite(computeFormula(question.formula, values))) continue;
    const drawn = Object.entries(values).map(([name, value]) => `${name} = ${value}`);
    look.report("formula-value", placeOfLine(look, question.place, "Formula:"), `the formula has no finite answer for ${drawn.join(", ")}`);
    return;
  }
}

/** Words a minute of a quick speaker; 140 is usual. */
const spokenWords = 150;

function lintModel(look: Look, question: OpenQuestion | StarQuestion | RewriteQuestion): void {
  const words = (question.model ?? "").replace(/```[\s\S]*?```/g, "").split(/\s+/).filter((word) => word !== "").length;
  if (words > spokenWords * question.minutes) look.report("model-long", question.place, `the model answer has ${words} words for ${question.minutes} minutes`);
}

function placeOfLine(look: Look, place: Place, start: string): Place {
  const lines = look.input.files.get(place.file)?.text.split("\n") ?? [];
  const line = lines.findIndex((text, index) => index >= place.line && text.startsWith(start));
  return line === -1 ? place : { file: place.file, line: line + 1, column: 1 };
}

type Link = (rule: RuleName, value: string, message: string) => void;

function lintRound(look: Look, question: Question, link: Link): void {
  if (question.round === undefined) return;
  const loop = question.deck.split("/").slice(0, -1).join("/");
  if (!look.known.rounds.get(loop)?.has(question.round)) link("link-round", question.round, `the loop ${loop} has no round "${question.round}"`);
}

function lintParts(look: Look, question: Question, link: Link): void {
  const parts = question.framework === undefined ? undefined : look.known.frameworks.get(question.framework);
  if (question.framework !== undefined && !parts) link("link-framework", question.framework, `there is no framework "${question.framework}"`);
  if (!("keyPoints" in question)) return;
  for (const point of question.keyPoints) {
    if (point.part === undefined || (question.framework !== undefined && !parts)) continue;
    if (!parts?.has(point.part)) link("link-part", point.part, question.framework === undefined ? `the question names no framework, so "${point.part}" is a part of nothing` : `the framework "${question.framework}" has no part "${point.part}"`);
  }
}

function lintDuplicates(look: Look): void {
  const seen = new Map<string, Place>();
  for (const deck of look.input.library.decks) {
    for (const { id, place } of deck.questions) {
      const first = seen.get(id);
      if (first) look.report("id-duplicate", place, `the id "${id}" is already that of a question in ${first.file}:${first.line}`);
      else seen.set(id, place);
    }
  }
}

function lintFrameworks(look: Look): void {
  for (const framework of look.input.library.frameworks) lintSources(look, framework.place, framework.sources);
}

function lintSources(look: Look, place: Place, references: Question["sources"]): void {
  for (const reference of references) {
    const id = tellReference(reference);
    if (!look.known.sources.has(id) && !look.known.sources.has(reference.source)) look.report("link-source", placeOfValue(look, place, id), `there is no source "${reference.source}"`);
  }
}

function lintLoops(look: Look): void {
  for (const loop of look.input.library.loops) {
    for (const round of loop.rounds) lintSources(look, round.place, round.sources);
    for (const line of [...loop.signals, ...loop.work, ...loop.pay, ...loop.timeline, ...loop.goodAndBad, ...loop.faq, loop]) lintSources(look, loop.place, line.sources);
    for (const item of loop.checklist) {
      lintSources(look, item.place, item.sources);
      if (item.practice !== undefined && !look.known.practice.has(item.practice)) {
        look.report("link-practice", placeOfValue(look, { ...item.place, line: item.place.line - 1 }, item.practice), `there is no deck or question "${item.practice}"`);
      }
    }
  }
}

function lintFacts(look: Look): void {
  for (const { facts } of look.input.library.facts) {
    for (const fact of facts) for (const claim of fact.claims) lintSources(look, fact.place, claim.sources);
  }
}

function lintLock(look: Look, lock: LintInput["locks"][number]): void {
  const here = look.input.library.decks.flatMap((deck) => deck.questions).filter((question) => look.input.files.get(question.place.file) && question.place.file.startsWith(lock.folder));
  const ids = new Set(here.map((question) => question.id));
  const broken = new Set(look.input.library.problems.filter((problem) => problem.severity === "error").map((problem) => problem.place.file));
  for (const [index, id] of lock.ids.entries()) {
    // A question that could not be read has a complaint of its own.
    if (!ids.has(id) && broken.size === 0) look.report("id-changed", { file: lock.file, line: index + 1, column: 1 }, `no question has the id "${id}" any more`);
  }
  const noted = new Set(lock.ids);
  for (const question of here) if (!noted.has(question.id)) look.report("id-unlocked", question.place, `the id "${question.id}" is not noted yet`);
}

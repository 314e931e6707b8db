// Room: content. What can only be seen with the whole library in view: links, ids across decks, the lock. Pure.
import { practiceId, questionsOf } from "../domain/framework-practice.ts";
import type { Library } from "../domain/library.ts";
import type { Loop } from "../domain/loop.ts";
import type { Place, Problem } from "../domain/problem.ts";
import { type SourceReference, tellReference } from "../domain/source.ts";
import { deckIdFrom } from "./ids.ts";
import { lintQuestion } from "./lint-question.ts";
import { isBelow, questionsBelow } from "./lock.ts";
import { knownIn, type Look, linkTo } from "./look.ts";
import type { FileText } from "./page.ts";
import { placesIn } from "./places.ts";
import { advice, severityOf } from "./rules.ts";

export interface LintInput {
  readonly library: Library;
  readonly files: ReadonlyMap<string, FileText>;
  /** What each root's `ids.lock` notes line by line (empty for comments), and how messages name the lock and its folder. */
  readonly locks: readonly { readonly file: string; readonly folder: string; readonly ids: readonly string[] }[];
}

/** Every problem of the library: those found while reading, and those that show only across files. Sorted by place. */
export function lintLibrary(input: LintInput): Problem[] {
  const { library, files, locks } = input;
  const problems = [...library.problems];
  const look: Look = {
    library,
    known: knownIn(library),
    places: placesIn(files),
    told: new Set(),
    report: (rule, place, message) => problems.push({ rule, severity: severityOf(rule), place, message, advice: advice(rule) }),
  };
  for (const deck of library.decks) for (const question of deck.questions) lintQuestion(look, question);
  lintDuplicates(look);
  for (const framework of library.frameworks) lintSources(look, framework.place, framework.sources);
  lintLoops(look);
  lintFacts(look);
  for (const lock of locks) lintLock(look, files, lock);
  return problems.sort(byPlace);
}

function byPlace(a: Problem, b: Problem): number {
  if (a.place.file !== b.place.file) return a.place.file < b.place.file ? -1 : 1;
  return a.place.line - b.place.line || a.place.column - b.place.column;
}

function lintDuplicates(look: Look): void {
  const seen = new Map<string, Place>();
  const { decks, frameworks } = look.library;
  for (const { id, place } of [...decks.flatMap((deck) => deck.questions), ...frameworks.flatMap(questionsOf)]) {
    const first = seen.get(id);
    if (!first) seen.set(id, place);
    else look.report("id-duplicate", placeOfId(look, place, id), `the id "${id}" is already that of a question in ${first.file}:${first.line}`);
  }
}

function placeOfId(look: Look, heading: Place, id: string): Place {
  return look.places.inSection(heading, { key: "id", value: id.slice(id.lastIndexOf("/") + 1) });
}

function lintSources(look: Look, place: Place, references: readonly SourceReference[]): void {
  for (const reference of references) linkTo(look, place, { rule: "link-source", key: "source", value: tellReference(reference), of: reference.source });
}

function lintLoops(look: Look): void {
  for (const loop of look.library.loops) {
    for (const line of [
      ...loop.rounds,
      ...loop.signals,
      ...loop.work,
      ...loop.pay,
      ...loop.timeline,
      ...loop.checklist,
      ...loop.goodAndBad,
      ...loop.faq,
      loop,
    ]) {
      lintSources(look, loop.place, line.sources);
    }
    for (const { id, place } of pointsNamedIn(loop)) linkTo(look, place, { rule: "link-signal", key: "points", value: id, of: id });
    for (const { place, practice } of loop.checklist) {
      if (practice !== undefined) linkTo(look, place, { rule: "link-practice", key: "practice", value: practice, of: practice });
    }
  }
}

/** The key points by which a loop's signals are shown, and those that somebody in a round presses on. */
function pointsNamedIn({ signals, rounds, place }: Loop): readonly { readonly id: string; readonly place: Place }[] {
  const shown = signals.flatMap(({ weights }) => weights.flatMap((weight) => ("keyPoint" in weight ? [{ id: weight.keyPoint, place }] : [])));
  const pressed = rounds.flatMap((round) => round.presses.flatMap(({ points }) => points.map((id) => ({ id, place: round.place }))));
  return [...shown, ...pressed];
}

function lintFacts(look: Look): void {
  for (const { facts } of look.library.facts) {
    for (const fact of facts) for (const claim of fact.claims) lintSources(look, fact.place, claim.sources);
  }
}

type Lock = LintInput["locks"][number];

function lintLock(look: Look, files: LintInput["files"], lock: Lock): void {
  const here = questionsBelow(lock.folder, look.library);
  const ids = new Set(here.map((question) => question.id));
  const broken = brokenDecks(look, files, lock);
  for (const [index, id] of lock.ids.entries()) {
    // A question that could not be read has a complaint of its own.
    if (id !== "" && !ids.has(id) && !broken.has(id.slice(0, id.lastIndexOf("/"))))
      look.report("id-changed", { file: lock.file, line: index + 1, column: 1 }, `no question has the id "${id}" any more`);
  }
  const noted = new Set(lock.ids);
  for (const { id, place } of here) {
    if (!noted.has(id)) look.report("id-unlocked", placeOfId(look, place, id), `the id "${id}" is not noted yet`);
  }
}

/** What the ids of those files begin with that have an error: some of their questions may not have been read. */
function brokenDecks(look: Look, files: LintInput["files"], lock: Lock): ReadonlySet<string> {
  const pathOf = (file: string) => files.get(file)?.path ?? file.slice(lock.folder === "" ? 0 : lock.folder.length + 1);
  const idOf = new Map(look.library.decks.map((deck) => [deck.path, deck.id]));
  for (const { id, place } of look.library.frameworks) idOf.set(pathOf(place.file), practiceId(id));
  return new Set(
    look.library.problems
      .filter(({ severity, place }) => severity === "error" && isBelow(lock.folder, place.file))
      .map(({ place }) => pathOf(place.file))
      .flatMap((path) => idOf.get(path) ?? [deckIdFrom(path), practiceId(deckIdFrom(path))]),
  );
}

// Room: cli. Earlier attempts with what belongs to them, and one of them by its name.
import { clean, cleanName } from "../../content/clean.ts";
import type { Attempt, AttemptHead, HistoryEntry, LaterEntry } from "../../domain/attempt.ts";
import { instantOf } from "../../domain/calendar.ts";
import { CoachError } from "../../domain/errors.ts";
import { correctionsOf } from "../../domain/evidence.ts";
import type { Standings } from "../../domain/taken-back.ts";
import { judgementsOf, rescoresOf } from "../../domain/standing.ts";
import { questionFinder } from "../../domain/framework-practice.ts";
import type { Library } from "../../domain/library.ts";
import type { QuestionId } from "../../domain/question.ts";
import { nearest } from "../../language/spelling.ts";
import { attemptsOf, filterAttempts, type HistoryFilter, searchAttempts } from "../../progress/history.ts";
import type { PastAttempt } from "../../terminal/views/history.ts";
import { tellMoment } from "../../terminal/views/words.ts";

/** Which attempts: those that pass a filter, and hold some words. */
export interface PastFilter extends HistoryFilter {
  readonly search?: string | undefined;
}

/** The attempts that pass a filter, newest first, as the journal holds them: clean what is shown. Those that were taken back are among them, and say so. */
export function pastAttempts(history: Standings, library: Library, { search, ...filter }: PastFilter): readonly PastAttempt[] {
  const attempts = pastHeads(history, filter);
  return (search === undefined ? attempts : searchAttempts(attempts, search, wordsIn(library))).map(pastOf(history, library));
}

/** The attempts alone; of a history without answers their heads. */
export function pastHeads<A extends AttemptHead>(history: Standings<A | LaterEntry>, filter: HistoryFilter): readonly A[] {
  return filterAttempts(attemptsOf<A>(everyEntry(history)), filter);
}

/** Puts beside an attempt what belongs to it. */
export function pastOf(history: Standings<HistoryEntry>, library: Library): (attempt: Attempt) => PastAttempt {
  const entries = everyEntry(history);
  const takenBack = new Map(history.takenBack.map(({ entry, by }) => [entry.id, by.at]));
  const question = questionFinder(library);
  const corrections = correctionsOf(entries);
  const rescores = rescoresOf(entries);
  const judgements = judgementsOf(entries);
  return (attempt) => ({
    attempt,
    question: question(attempt.question),
    correction: corrections.get(attempt.id),
    rescore: rescores.get(attempt.id),
    judgement: judgements.get(attempt.id),
    takenBack: takenBack.get(attempt.id),
  });
}

/** What questions ask, in lower case, each made once: a history of thousands asks the same hundreds. */
function wordsIn(library: Library): (id: QuestionId) => string {
  const find = questionFinder(library);
  const made = new Map<QuestionId, string>();
  return (id) => {
    const known = made.get(id);
    if (known !== undefined) return known;
    const question = find(id);
    const words = question === undefined ? "" : `${question.title} ${question.prompt}`.toLowerCase();
    made.set(id, words);
    return words;
  };
}

function everyEntry<E extends HistoryEntry>({ entries, takenBack }: Standings<E>): readonly E[] {
  if (takenBack.length === 0) return entries;
  return [...entries, ...takenBack.map(({ entry }) => entry)].toSorted((a, b) => instantOf(a.at) - instantOf(b.at) || (a.id < b.id ? -1 : 1));
}

export function cleanedPast(past: PastAttempt): PastAttempt {
  const { attempt, correction, rescore, judgement } = past;
  return { ...past, attempt: cleaned(attempt), correction: cleaned(correction), rescore: cleaned(rescore), judgement: cleaned(judgement) };
}

/** A journal may come from another machine, or from an editor: what it holds is cleaned before it is shown. */
export function cleaned<T>(value: T): T {
  if (typeof value === "string") return clean(value) as T;
  if (Array.isArray(value)) return value.map((part: unknown) => cleaned(part)) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, cleaned(part)])) as T;
}

/** Attempts that an error names. */
const mostNamed = 4;

/** One attempt, cleaned: by its number in the list, its id, or the beginning of its id where only one begins so; without a name the first of the list that was not taken back. */
export function findPast(past: readonly PastAttempt[], name: string | undefined): PastAttempt {
  const found = past.length === 0 ? [] : namedPast(past, name);
  const [one] = found;
  if (one && found.length === 1) return cleanedPast(one);
  if (one)
    throw new CoachError(`${found.length} attempts have an id that begins with "${name}"`, {
      fault: "usage",
      advice: `Give more of it: ${tellSome(found)}.`,
    });
  throw new CoachError(name === undefined ? "there is no attempt to show" : `there is no attempt "${cleanName(name)}"`, {
    fault: "usage",
    advice: adviceFor(past, name),
  });
}

function namedPast(past: readonly PastAttempt[], name: string | undefined): readonly PastAttempt[] {
  if (name === undefined) return past.filter(({ takenBack }) => takenBack === undefined).slice(0, 1);
  if (/^\d{1,7}$/.test(name)) return past.slice(Number(name) - 1, Number(name));
  const wanted = name.toLowerCase();
  const exact = past.filter(({ attempt }) => attempt.id === name);
  return exact.length > 0 || wanted === "" ? exact.slice(0, 1) : past.filter(({ attempt }) => attempt.id.toLowerCase().startsWith(wanted));
}

function adviceFor(past: readonly PastAttempt[], name: string | undefined): string {
  if (past.length === 0) return "Nothing is kept yet: coach drill begins.";
  const near = nearest(
    name ?? "",
    past.map(({ attempt }) => attempt.id),
  );
  const hint = near === undefined ? `The last: ${tellSome(past)}.` : `Did you mean ${tellSome(past.filter(({ attempt }) => attempt.id === near))}?`;
  return `${hint} coach history lists them, 1 to ${past.length}.`;
}

function tellSome(past: readonly PastAttempt[]): string {
  const told = past.slice(0, mostNamed).map(({ attempt }) => cleanName(`${attempt.id} (${tellMoment(attempt.at)}, ${attempt.question})`));
  return told.join("; ") + (past.length > mostNamed ? "; …" : "");
}

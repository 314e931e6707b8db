// Room: domain. What the attempts at some questions prove, and when that is enough. One rule for checklist, home and rounds.
import type { AttemptCorrection, AttemptHead, HistoryEntry, LaterEntry } from "./attempt.ts";
import { instantOf } from "./calendar.ts";
import type { QuestionId } from "./question.ts";
import { type Later, scoreOf } from "./standing.ts";

/** Different questions that must be answered before a deck counts as proven; all of them where there are fewer. */
const questionsToProve = 3;
/** Mean of the latest scores from which it counts as proven, 0 to 1: inside "good", short of "strong" (`bandOf`). */
const scoreToProve = 0.8;

/** What the attempts at a set of questions show. */
export interface Evidence {
  /** Attempts that count. */
  readonly attempts: number;
  /** Questions in the set. */
  readonly questions: number;
  /** Different questions with at least one attempt that counts. */
  readonly tried: number;
  /** Mean of the latest score of each question tried, 0 to 1; undefined when none was. */
  readonly mean: number | undefined;
  /** The latest scores of the (at most three) different questions answered last. */
  readonly lastScores: readonly number[];
  readonly isProven: boolean;
}

/** True for attempts that may speak for the person: finished, and not on an unverified fact. */
export function isCounted(attempt: Pick<AttemptHead, "unscored" | "interrupted">): boolean {
  return !attempt.unscored && !attempt.interrupted;
}

/** The person's own ticks by the attempt's id, where they differ from the grader's; of several for one attempt the last counts. Entries are oldest first. */
export function correctionsOf(entries: readonly HistoryEntry[]): ReadonlyMap<string, AttemptCorrection> {
  return new Map([...reviewsOf(entries)].filter(([, review]) => changing(review)));
}

/** The same with the ticks that the person looked at and agreed to. Attempts without a review were never looked at. */
export function reviewsOf(entries: readonly HistoryEntry[]): ReadonlyMap<string, AttemptCorrection> {
  const reviews = new Map<string, AttemptCorrection>();
  for (const entry of entries) if (entry.type === "correction") reviews.set(entry.attempt, entry);
  return reviews;
}

/** The attempts in the order given, each with the score that stands (`standingOf`). */
export function correctedAttempts<A extends AttemptHead>(entries: readonly (A | LaterEntry)[]): readonly A[] {
  const attempts: A[] = [];
  for (const entry of entries) if (entry.type === "attempt") attempts.push(entry);
  const later = laterOf(entries);
  return later.size === 0 ? attempts : attempts.map((attempt) => withScore(attempt, later.get(attempt.id)));
}

/** The score that stands of any attempt (`standingOf`), by all that was kept later. */
export function standingScores(entries: readonly HistoryEntry[]): (attempt: Pick<AttemptHead, "id" | "score">) => number {
  const later = laterOf(entries);
  return (attempt) => (later.size === 0 ? attempt.score : scoreOf(attempt, later.get(attempt.id) ?? {}));
}

/** What was kept of attempts later, by their ids. */
function laterOf(entries: readonly (AttemptHead | LaterEntry)[]): ReadonlyMap<string, Later> {
  const later = new Map<string, Later>();
  // A history may hold a hundred thousand attempts, and hardly any of them was marked twice.
  for (const entry of entries) {
    if (entry.type === "attempt") continue;
    if (entry.type === "rescore") later.set(entry.attempt, { ...later.get(entry.attempt), rescore: entry });
    else if (entry.type === "judgement") later.set(entry.attempt, { ...later.get(entry.attempt), judgement: entry });
    else if (entry.type === "correction") later.set(entry.attempt, { ...later.get(entry.attempt), correction: changing(entry) });
  }
  return later;
}

/** A correction that changed nothing is none. */
function changing(correction: AttemptCorrection): AttemptCorrection | undefined {
  return Object.keys(correction.marks).length > 0 ? correction : undefined;
}

function withScore<A extends AttemptHead>(attempt: A, later: Later | undefined): A {
  const score = later ? scoreOf(attempt, later) : attempt.score;
  return score === attempt.score ? attempt : { ...attempt, score };
}

/** Attempts that count, by question, in the order given; `among`: of these questions alone. */
export function attemptsByQuestion<A extends AttemptHead>(attempts: readonly A[], among?: ReadonlySet<QuestionId>): ReadonlyMap<QuestionId, readonly A[]> {
  const found = new Map<QuestionId, A[]>();
  for (const attempt of attempts) {
    if (!isCounted(attempt) || among?.has(attempt.question) === false) continue;
    const known = found.get(attempt.question);
    if (known) known.push(attempt);
    else found.set(attempt.question, [attempt]);
  }
  return found;
}

/** Weighs the attempts at `questions`, each list oldest first as in the journal. The latest attempt at a question speaks for it. */
export function gatherEvidence(questions: readonly QuestionId[], attempts: ReadonlyMap<QuestionId, readonly AttemptHead[]>): Evidence {
  const count = questions.reduce((sum, id) => sum + (attempts.get(id)?.length ?? 0), 0);
  const latest = questions.flatMap((id) => attempts.get(id)?.at(-1) ?? []);
  const lastScores = newestOf(latest, questionsToProve).map(({ score }) => score);
  const needed = Math.min(questionsToProve, questions.length);
  const mean = meanOf(latest.map((attempt) => attempt.score));
  // Both: three good evenings do not outweigh ten questions that went badly, nor an old average what slips now.
  const isProven = needed > 0 && lastScores.length >= needed && reaches(meanOf(lastScores)) && reaches(mean);
  return { attempts: count, questions: questions.length, tried: latest.length, mean, lastScores, isProven };
}

/** The newest few, oldest first; of one moment the later in the list is the newer. One pass: of a long history they may be newest of fifty thousand. */
function newestOf(attempts: readonly AttemptHead[], count: number): readonly AttemptHead[] {
  const newest: { readonly attempt: AttemptHead; readonly instant: number }[] = [];
  for (const attempt of attempts) {
    const instant = instantOf(attempt.at);
    const older = newest.findLastIndex((other) => other.instant <= instant);
    newest.splice(older + 1, 0, { attempt, instant });
    if (newest.length > count) newest.shift();
  }
  return newest.map(({ attempt }) => attempt);
}

function reaches(mean: number | undefined): boolean {
  // The mean of 0.7, 0.8 and 0.9 computes to 0.7999999999999999.
  return mean !== undefined && mean >= scoreToProve - 1e-9;
}

/** `4 attempts, last three 85 %`, with the mean of all where more were tried; or `not tried yet`. */
export function tellEvidence(evidence: Evidence): string {
  const { attempts, lastScores, tried, mean } = evidence;
  const last = meanOf(lastScores);
  if (mean === undefined || last === undefined) return "not tried yet";
  if (attempts === 1) return `1 attempt, ${tellShare(last)}`;
  const words = ["", "last one", "last two", "last three"] as const;
  const all = tried > lastScores.length ? `, all ${tried} questions ${tellShare(mean)}` : "";
  return `${attempts} attempts, ${words[lastScores.length] ?? "last"} ${tellShare(last)}${all}`;
}

/** A share as whole per cent: `85 %`. Rounded down, so that what falls short of a threshold never reads as having reached it. */
export function tellShare(share: number): string {
  return `${Math.floor(share * 100 + 1e-9)} %`;
}

/** The mean; undefined for no values. */
export function meanOf(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;
}

// Room: domain. What the attempts at some questions prove, and when that is enough. One rule for checklist, home and rounds.
import type { AttemptCorrection, AttemptHead, HistoryEntry, LaterEntry } from "./attempt.ts";
import { instantOf } from "./calendar.ts";
import type { QuestionId } from "./question.ts";
import { judgementsOf, type Later, rescoresOf, scoreOf } from "./standing.ts";

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
  return new Map([...reviewsOf(entries)].filter(([, review]) => Object.keys(review.marks).length > 0));
}

/** The same with the ticks that the person looked at and agreed to. Attempts without a review were never looked at. */
export function reviewsOf(entries: readonly HistoryEntry[]): ReadonlyMap<string, AttemptCorrection> {
  const reviews = new Map<string, AttemptCorrection>();
  for (const entry of entries) if (entry.type === "correction") reviews.set(entry.attempt, entry);
  return reviews;
}

/** The attempts in the order given, each with the score that stands (`standingOf`). */
export function correctedAttempts<A extends AttemptHead>(entries: readonly (A | LaterEntry)[]): readonly A[] {
  const corrections = correctionsOf(entries);
  const rescores = rescoresOf(entries);
  const judgements = judgementsOf(entries);
  const attempts: A[] = [];
  const isPlain = corrections.size + rescores.size + judgements.size === 0;
  for (const entry of entries) {
    if (entry.type !== "attempt") continue;
    const later = isPlain ? unchanged : { correction: corrections.get(entry.id), rescore: rescores.get(entry.id), judgement: judgements.get(entry.id) };
    const score = scoreOf(entry, later);
    // Hardly any attempt was marked twice, and a copy of each took longer than all the rest.
    attempts.push(score === entry.score ? entry : { ...entry, score });
  }
  return attempts;
}

const unchanged: Later = {};

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
  const lastScores = latest
    .toSorted((a, b) => instantOf(a.at) - instantOf(b.at))
    .slice(-questionsToProve)
    .map((attempt) => attempt.score);
  const needed = Math.min(questionsToProve, questions.length);
  const mean = meanOf(latest.map((attempt) => attempt.score));
  // Both: three good evenings do not outweigh ten questions that went badly, nor an old average what slips now.
  const isProven = needed > 0 && lastScores.length >= needed && reaches(meanOf(lastScores)) && reaches(mean);
  return { attempts: count, questions: questions.length, tried: latest.length, mean, lastScores, isProven };
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

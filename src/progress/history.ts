// Room: progress. Readings of the journal: attempts, latest scores. Pure.
import { answerText } from "../domain/answer.ts";
import type { Attempt, AttemptHead, HistoryEntry, LaterEntry } from "../domain/attempt.ts";
import { type Day, dayOf } from "../domain/calendar.ts";
import { isSureButWrong } from "../domain/confidence.ts";
import { attemptsByQuestion, correctedAttempts } from "../domain/evidence.ts";
import type { Kind, QuestionId } from "../domain/question.ts";

/** All attempts as the grader scored them, newest first. Entries are oldest first, here and below. */
export function attemptsOf<A extends AttemptHead>(entries: readonly (A | LaterEntry)[]): readonly A[] {
  return entries.filter((entry) => entry.type === "attempt").toReversed();
}

/** The latest score of each question, 0 to 1; the person's own ticks win over the grader's. Attempts that were broken off or do not count say nothing. */
export function latestScores(entries: readonly HistoryEntry[]): ReadonlyMap<QuestionId, number> {
  const scores = new Map<QuestionId, number>();
  for (const [question, attempts] of attemptsByQuestion(correctedAttempts(entries))) scores.set(question, attempts.at(-1)?.score ?? 0);
  return scores;
}

/** Questions whose latest attempt the person was sure of, and which was "not yet". */
export function sureButWrong(entries: readonly HistoryEntry[]): ReadonlySet<QuestionId> {
  const found = new Set<QuestionId>();
  for (const [question, attempts] of attemptsByQuestion(correctedAttempts(entries))) {
    const latest = attempts.at(-1);
    if (latest && isSureButWrong(latest.confidence, latest.score)) found.add(question);
  }
  return found;
}

/** What to keep of the history; undefined keeps all. */
export interface HistoryFilter {
  readonly questions?: ReadonlySet<QuestionId> | undefined;
  readonly kinds?: readonly Kind[] | undefined;
  /** This day and later ones, each attempt by the day where it was made. */
  readonly since?: Day | undefined;
}

/** The attempts that pass a filter, in the order given. */
export function filterAttempts<A extends AttemptHead>(attempts: readonly A[], filter: HistoryFilter): readonly A[] {
  return attempts.filter((attempt) => passes(attempt, filter));
}

/** True for an attempt that a filter keeps. */
export function passes(attempt: AttemptHead, { questions, kinds, since }: HistoryFilter): boolean {
  return (
    (questions === undefined || questions.has(attempt.question)) &&
    (kinds === undefined || kinds.includes(attempt.kind)) &&
    (since === undefined || dayOf(attempt.at) >= since)
  );
}

/** The attempts with every one of some words in the question's id, in what it asks or in the answer, in any case. `wordsOf` gives what a question asks, in lower case. */
export function searchAttempts(attempts: readonly Attempt[], search: string, wordsOf: (question: QuestionId) => string): readonly Attempt[] {
  const words = search.toLowerCase().split(/\s+/);
  return attempts.filter(({ question, answer }) => {
    const said = `${question} ${answerText(answer)}`.toLowerCase();
    const missing = words.filter((word) => !said.includes(word));
    if (missing.length === 0) return true;
    const asked = wordsOf(question);
    return missing.every((word) => asked.includes(word));
  });
}

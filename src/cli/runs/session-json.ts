// Room: cli. A session as JSON.
import { bandOf } from "../../domain/grade.ts";
import type { Judgement } from "../../domain/judgement.ts";
import type { Summary } from "../../practice/ports.ts";
import { ratingOf } from "../../scheduling/rating.ts";

export function summaryJson(summary: Summary): unknown {
  const { opening, turns, skipped, stopped } = summary;
  return {
    session: opening.kind,
    title: opening.title,
    asked: opening.questions,
    answered: turns.length,
    skipped,
    stopped: stopped ?? null,
    score: turns.length === 0 ? null : turns.reduce((sum, turn) => sum + turn.score, 0) / turns.length,
    attempts: turns.map(({ attempt, grade, own, judgement, score, rating, conflicts = [] }) => ({
      id: attempt.id,
      at: attempt.at,
      question: attempt.question,
      kind: attempt.kind,
      score,
      band: bandOf(score),
      seconds: attempt.seconds,
      timedOut: attempt.timedOut,
      confidence: attempt.confidence ?? null,
      rating: rating ?? ratingOf({ ...attempt, score }),
      unscored: attempt.unscored,
      interrupted: attempt.interrupted,
      marks: grade.marks.map(({ id, text, status, strength, reason }) => ({ id, text, status, strength, ...(reason === undefined ? {} : { reason }) })),
      pitfalls: grade.pitfalls.map(({ id, text }) => ({ id, text })),
      flags: grade.flags.map(({ id, reason }) => ({ id, reason })),
      judge: judgeJson(judgement),
      conflicts,
      next: (own ?? grade).next ?? null,
    })),
  };
}

/** A judge's reading; null where there is none. */
export function judgeJson(judgement: Judgement | undefined): unknown {
  if (judgement === undefined) return null;
  const { model, host, score, counts, marks, comment } = judgement;
  return { model, host, score, band: bandOf(score), counts, marks, comment };
}

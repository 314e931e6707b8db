// Room: practice. Earlier attempts marked again by the present rules: what moves, and the record that keeps it. Pure.
import type { Attempt, Rescore } from "../domain/attempt.ts";
import { type Case, caseFrom, type Stock } from "../domain/case.ts";
import type { Grade } from "../domain/grade.ts";
import { hasMoved, looksForTheSame, type Move, moveBetween } from "../domain/move.ts";
import type { Kind, Question } from "../domain/question.ts";
import { judgeStands, type Later, standingOf } from "../domain/standing.ts";
import { gradeAgain } from "./again.ts";
import type { Clock } from "./ports.ts";

/** An attempt whose mark is another by the present rules. */
export interface Moved {
  readonly attempt: Attempt;
  readonly question: Question;
  /** As the grader had it, and has it now. */
  readonly graded: Move;
  /** The score that stands and the one that would, with the person's own ticks; 0 to 1. */
  readonly from: number;
  readonly to: number;
  readonly rules: { readonly from: number; readonly to: number };
  readonly grade: Grade;
}

/** Why an attempt is not marked again: its kind is marked exactly, its question is gone, or looks for other things now. */
export type LeftOut = "exact" | "gone" | "changed";

/** Kinds whose marks are a reading of words. The others are exact, and an answer by numbers of options means nothing once a deck was put in another order. */
const readKinds: readonly Kind[] = ["recall", "open", "star", "rewrite"];

/** Marks an attempt again: what moves, "same" where nothing does, or why it is left out. */
export function rescoreAttempt(attempt: Attempt, later: Later, among: Among): Moved | LeftOut | "same" {
  if (!readKinds.includes(attempt.kind)) return "exact";
  const question = among.questions.get(attempt.question);
  if (!question) return "gone";
  if (question.kind !== attempt.kind) return "changed";
  const kept = standingOf(attempt, later);
  const { grade, own } = gradeAgain(caseOf(question, attempt.seed, among), attempt, later.correction);
  if (!looksForTheSame(kept, grade)) return "changed";
  const graded = moveBetween({ ...kept, score: kept.graded }, grade);
  if (!hasMoved(graded)) return "same";
  const to = judgeStands(later) ? kept.score : (own ?? grade).score;
  return { attempt, question, graded, from: kept.score, to, rules: { from: kept.rules, to: grade.rules }, grade };
}

/** Where the questions of earlier attempts are found. */
export interface Among {
  readonly questions: ReadonlyMap<string, Question>;
  readonly stock: Stock;
}

function caseOf(question: Question, seed: number, { stock }: Among): Case {
  return caseFrom(stock, question, seed);
}

/** The record that keeps a new mark beside the old one. */
export function rescoreOf({ attempt, grade, to }: Moved, later: Later, clock: Clock): Rescore {
  return {
    type: "rescore",
    id: clock.newId(),
    at: clock.now(),
    attempt: attempt.id,
    graded: grade.score,
    marks: grade.marks.map(({ id, status, strength }) => ({ id, status, strength })),
    levels: Object.fromEntries(grade.levels.map(({ dimension, level }) => [dimension, level])),
    flags: grade.flags.map((flag) => flag.id),
    rules: grade.rules,
    correction: later.correction?.id,
    score: judgeStands(later) ? grade.score : to,
  };
}

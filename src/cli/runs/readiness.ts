// Room: cli. How ready the person is: the journal, the cards and the loop put together for the room that reckons.
import type { Attempt, AttemptHead, HistoryEntry } from "../../domain/attempt.ts";
import type { Day } from "../../domain/calendar.ts";
import { attemptsByQuestion, correctedAttempts, standingScores } from "../../domain/evidence.ts";
import type { Grade } from "../../domain/grade.ts";
import type { Library } from "../../domain/library.ts";
import type { Loop, Signal } from "../../domain/loop.ts";
import type { Card } from "../../domain/memory.ts";
import type { Question, QuestionId } from "../../domain/question.ts";
import type { Estimate, Readiness } from "../../domain/readiness.ts";
import { bandOf } from "../../domain/grade.ts";
import type { Dimension } from "../../domain/rubric.ts";
import { signalsOf } from "../../grading/signals.ts";
import type { Sure } from "../../journal/entries.ts";
import { calibrationOf } from "../../progress/calibration.ts";
import { estimateOf, type ReadinessGround } from "../../scheduling/readiness.ts";

/** What somebody prepares for, and what they have done for it. */
export interface Preparing {
  readonly library: Library;
  readonly loop: Loop | undefined;
  /** Of the role. */
  readonly questions: readonly Question[];
  /** Of the attempts those at the questions of the role, and all that was kept later. */
  readonly entries: () => readonly HistoryEntry[];
  /** All answers of which they said how sure they were. */
  readonly sure: () => Iterable<Sure>;
  /** Gives an attempt with its marks. */
  readonly whole: (attempt: AttemptHead) => Attempt;
  readonly cards: ReadonlyMap<QuestionId, Card>;
  /** The day that readiness is for. */
  readonly day: Day;
}

/** Readiness by round, competency and signal. */
export function readinessOf(preparing: Preparing): Readiness {
  const { library, loop, questions, day, whole } = preparing;
  const ground = groundOf(preparing);
  const names = new Map(library.competencies.map(({ id, name }) => [id, name]));
  const competencies = [...new Set(questions.flatMap((question) => question.competencies))].map((id) =>
    estimateOf({ id, name: names.get(id) ?? id, of: "competency", questions: idsOf(questions, (question) => question.competencies.includes(id)) }, ground),
  );
  return {
    day,
    rounds: roundsReady(preparing, ground),
    competencies: competencies.toSorted((a, b) => (a.value ?? 0.5) - (b.value ?? 0.5) || (a.id < b.id ? -1 : 1)),
    signals: (loop?.signals ?? []).map((signal) => signalReady(signal, { questions, whole }, ground)),
  };
}

/** Readiness of the rounds alone: all that home and a plan need. */
export function roundsReady({ loop, questions }: Pick<Preparing, "loop" | "questions">, ground: ReadinessGround): readonly Estimate[] {
  return (loop?.rounds ?? []).map(({ id, title }) =>
    estimateOf({ id, name: title, of: "round", questions: idsOf(questions, ({ round }) => round === id) }, ground),
  );
}

/** What every estimate is worked out from. */
export function groundOf({ entries, sure, questions, cards, day }: Pick<Preparing, "entries" | "sure" | "questions" | "cards" | "day">): ReadinessGround {
  const attempts = attemptsByQuestion(correctedAttempts(entries()), new Set(questions.map(({ id }) => id)));
  const { bias, fit } = calibrationOf(standing(sure(), entries()));
  return { attempts, cards, day, misjudged: fit === "over" || fit === "under" ? Math.abs(bias ?? 0) : 0 };
}

/** They with the scores that stand. */
function* standing(sure: Iterable<Sure>, entries: readonly HistoryEntry[]): Iterable<Pick<Sure, "confidence" | "score">> {
  const scoreOf = standingScores(entries);
  for (const one of sure) yield { confidence: one.confidence, score: scoreOf(one) };
}

function idsOf(questions: readonly Question[], wanted: (question: Question) => boolean): readonly QuestionId[] {
  return questions.flatMap((question) => (wanted(question) ? [question.id] : []));
}

/** A signal is read from the marks and levels of each answer; its share there stands for the score. */
function signalReady(signal: Signal, { questions, whole }: Pick<Preparing, "questions" | "whole">, ground: ReadinessGround): Estimate {
  const able = questions.filter((question) => canShow(question, signal));
  const attempts = new Map<QuestionId, readonly AttemptHead[]>();
  for (const { id } of able) {
    const shown = (ground.attempts.get(id) ?? []).flatMap((attempt) => {
      const [reading] = signalsOf(gradeFrom(attempt, whole(attempt)), [signal]);
      return reading ? [{ ...attempt, score: reading.share }] : [];
    });
    if (shown.length > 0) attempts.set(id, shown);
  }
  return estimateOf({ id: signal.id, name: signal.name, of: "signal", questions: able.map(({ id }) => id) }, { ...ground, attempts });
}

/** True for questions answered in sentences whose key points the signal names, or where it is shown by the way of telling. */
function canShow(question: Question, { weights }: Signal): boolean {
  const points = keyPointsOf(question);
  return points.size > 0 && weights.some((weight) => ("keyPoint" in weight ? points.has(weight.keyPoint) : true));
}

function keyPointsOf(question: Question): ReadonlySet<string> {
  if (question.kind === "star") return new Set(Object.values(question.parts).flatMap(({ keyPoints }) => keyPoints.map(({ id }) => id)));
  return new Set(question.kind === "open" || question.kind === "rewrite" ? question.keyPoints.map(({ id }) => id) : []);
}

/** As much of a grade as the journal keeps: the words stay in the deck, and no signal needs them. */
function gradeFrom({ score }: AttemptHead, { marks, levels, rules }: Attempt): Grade {
  const judged = Object.entries(levels).map(([dimension, level]) => ({ dimension: dimension as Dimension, level, anchor: "", receipts: [], next: "" }));
  return {
    score,
    band: bandOf(score),
    marks: marks.map((mark) => ({ ...mark, text: mark.id, weight: 1, evidence: [] })),
    pitfalls: [],
    flags: [],
    levels: judged,
    workings: [],
    next: undefined,
    rules,
  };
}

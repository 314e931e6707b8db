// Room: export. Every attempt with its score, a row each: for a spreadsheet, or a program. Holds no answers. Pure.
import type { Attempt } from "../domain/attempt.ts";
import { tellConfidence } from "../domain/confidence.ts";
import { isCounted } from "../domain/evidence.ts";
import { bandOf } from "../domain/grade.ts";
import type { Question } from "../domain/question.ts";
import { type Later, standingOf } from "../domain/standing.ts";
import { tidy } from "./document.ts";
import { type Cell, toCsv } from "./formats/csv.ts";

/** An attempt with what was kept of it later; its question is undefined where the deck is gone. */
export interface ScoredAttempt extends Later {
  readonly attempt: Attempt;
  readonly question: Question | undefined;
}

/** Rows of one shape, in the order of the columns. */
export type ScoreRow = Readonly<Record<string, Cell | readonly string[]>>;

/** The rows of attempts, in the order given. `score` is the one that stands, `graded` the grader's, both 0 to 1. */
export function scoreRows(attempts: readonly ScoredAttempt[]): readonly ScoreRow[] {
  return attempts.map(rowOf);
}

function rowOf({ attempt, question, ...later }: ScoredAttempt): ScoreRow {
  const { score, graded } = standingOf(attempt, later);
  const { id, at, session, sessionKind, round, kind, seconds, overtime, hints, timedOut, interrupted, confidence } = attempt;
  return {
    id,
    at,
    session,
    sessionKind,
    round,
    question: attempt.question,
    title: question && tidy(question.title),
    company: question?.company,
    kind,
    difficulty: question?.difficulty,
    competencies: question?.competencies ?? [],
    score,
    band: bandOf(score),
    graded,
    corrected: later.correction !== undefined,
    confidence,
    confidenceWord: confidence && tellConfidence(confidence),
    seconds,
    overtime,
    hints,
    timedOut,
    interrupted,
    counts: isCounted(attempt),
  };
}

const columns = [
  "id",
  "at",
  "session",
  "sessionKind",
  "round",
  "question",
  "title",
  "company",
  "kind",
  "difficulty",
  "competencies",
  "score",
  "band",
  "graded",
  "corrected",
  "confidence",
  "confidenceWord",
  "seconds",
  "overtime",
  "hints",
  "timedOut",
  "interrupted",
  "counts",
] as const;

/** The rows as csv; several competencies stand in one cell, split by `; `. */
export function scoresToCsv(rows: readonly ScoreRow[]): string {
  return toCsv(
    columns,
    rows.map((row) => columns.map((column) => cellOf(row[column]))),
  );
}

function cellOf(value: ScoreRow[string]): Cell {
  return typeof value === "object" ? value.join("; ") : value;
}

/** The rows as JSON; what is not known is null, so that every row has every field. */
export function scoresToJson(rows: readonly ScoreRow[]): string {
  const scores = rows.map((row) => Object.fromEntries(columns.map((column) => [column, row[column] ?? null])));
  return `${JSON.stringify({ scores }, null, 2)}\n`;
}

// Room: tests. What columns of attempts tell of each, as a list.
import type { AttemptHead } from "../../src/domain/attempt.ts";
import type { AttemptColumns } from "../../src/domain/attempt-columns.ts";

/** What is told of an attempt by columns. */
export type Told = Pick<AttemptHead, "id" | "at" | "question" | "kind" | "seconds" | "score" | "timedOut" | "confidence" | "unscored" | "interrupted">;

export function toldOf({ id, at, question, kind, seconds, score, timedOut, confidence, unscored, interrupted }: AttemptHead): Told {
  return { id, at, question, kind, seconds, score, timedOut, confidence, unscored, interrupted };
}

/** Of each in its order; fails where one's question is not found by its name. */
export function toldIn(columns: AttemptColumns): readonly Told[] {
  return Array.from({ length: columns.count }, (_, index) => {
    const row = columns.question(index);
    const question = columns.questions.name(row);
    if (columns.questions.find(`-${question}-`, 1, question.length + 1) !== row) throw new Error(`${question} is not found`);
    const { kind, timedOut, confidence, unscored, interrupted } = columns.form(index);
    const numbers = { seconds: columns.seconds(index), score: columns.score(index) };
    return { id: columns.id(index), at: columns.at(index), question, kind, timedOut, confidence, unscored, interrupted, ...numbers };
  });
}

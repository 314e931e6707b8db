// Room: domain. What statistics need to know of every question, so that they need not read the questions. Pure.
import { briefLengths, briefId } from "./brief.ts";
import type { Question } from "./question.ts";

export type QuestionOutline = Pick<Question, "id" | "minutes" | "competencies">;

/** Some questions, each followed by its short forms. */
export function outlineOf(questions: readonly Question[]): readonly QuestionOutline[] {
  return questions.flatMap(({ id, minutes, competencies, kind }) => [
    { id, minutes, competencies },
    ...(kind === "star" ? briefLengths.map((seconds) => ({ id: briefId(id, seconds), minutes: seconds / 60, competencies })) : []),
  ]);
}

// Room: domain. What statistics need to know of every question, so that they need not read the questions. Pure.
import { briefLengths, briefId } from "./brief.ts";
import type { Question } from "./question.ts";

/** Some questions as columns: statistics of a hundred thousand make no object of each. */
export interface Outline {
  /** One after another. */
  readonly ids: string;
  /** Where each id ends, in UTF-16 units. */
  readonly ends: readonly number[];
  readonly minutes: readonly number[];
  /** Sets of competencies, and which of them each question has. */
  readonly sets: readonly (readonly string[])[];
  readonly set: readonly number[];
}

/** Some questions, each followed by its short forms. */
export function outlineOf(questions: readonly Question[]): Outline {
  const outlined = questions.flatMap(({ id, minutes, competencies, kind }) => [
    { id, minutes, competencies },
    ...(kind === "star" ? briefLengths.map((seconds) => ({ id: briefId(id, seconds), minutes: seconds / 60, competencies })) : []),
  ]);
  const sets = new Map<string, number>();
  let length = 0;
  return {
    ids: outlined.map(({ id }) => id).join(""),
    ends: outlined.map(({ id }) => (length += id.length)),
    minutes: outlined.map(({ minutes }) => minutes),
    set: outlined.map(({ competencies }) => setOf(competencies, sets)),
    sets: [...sets.keys()].map((key) => JSON.parse(key) as string[]),
  };
}

function setOf(competencies: readonly string[], sets: Map<string, number>): number {
  const key = JSON.stringify(competencies);
  if (!sets.has(key)) sets.set(key, sets.size);
  return sets.get(key) ?? 0;
}

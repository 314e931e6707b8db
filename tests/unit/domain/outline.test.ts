// Room: tests. The outline of a library: the same questions as going through all of them, with what statistics count by.
import { expect, test } from "vitest";
import { everyOutline, everyQuestion } from "../../../src/domain/framework-practice.ts";
import type { Outline } from "../../../src/domain/outline.ts";
import type { Question } from "../../../src/domain/question.ts";
import { aDeck, aFramework, aQuestion } from "../../support/builders.ts";

function listed({ ids, ends, minutes, sets, set }: Outline): readonly Pick<Question, "id" | "minutes" | "competencies">[] {
  return ends.map((end, index) => ({ id: ids.slice(ends[index - 1] ?? 0, end), minutes: minutes[index] ?? 0, competencies: sets[set[index] ?? -1] ?? [] }));
}

test("names every question, short forms and those of frameworks too", () => {
  const questions = [
    aQuestion({ kind: "star", id: "a/told", minutes: 3, competencies: ["conflict", "care"] }),
    aQuestion({ kind: "choice", id: "a/chosen", minutes: 0.5, competencies: [] }),
  ];
  const library = { decks: [aDeck({ id: "a", questions }), aDeck({ id: "b", questions: [] })], frameworks: [aFramework()] };
  const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1);
  const every = everyQuestion(library).map(({ id, minutes, competencies }) => ({ id, minutes, competencies }));
  expect(every.length).toBeGreaterThan(6);
  expect(everyOutline(library).flatMap(listed).toSorted(byId)).toEqual(every.toSorted(byId));
});

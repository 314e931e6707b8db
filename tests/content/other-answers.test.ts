// Room: tests. The two ends of every rubric of the library: its own model answer, and the model answers to other questions.
import { expect, test } from "vitest";
import { chanceFrom, shuffle } from "../../src/domain/chance.ts";
import { type Discussed, inParts, scoreOf, withoutModels } from "../support/gate.ts";

/** Answers that each question is given: to unrelated questions, in its own way of telling and in others, and to related ones. */
const drawn = { sameKind: 3, otherKind: 1, related: 2 } as const;

interface Given {
  readonly to: Discussed;
  readonly from: Discussed;
}

function deckOf({ question }: Discussed): string {
  return question.id.slice(0, question.id.lastIndexOf("/"));
}

/** The same deck, or a competency in common: the answer to one may well say what the other asks for. */
function areRelated(one: Discussed, other: Discussed): boolean {
  return deckOf(one) === deckOf(other) || one.question.competencies.some((name) => other.question.competencies.includes(name));
}

/** The same answers on any machine, as long as the library stays. */
function draw(count: number, isWanted: (to: Discussed, from: Discussed) => boolean): readonly Given[] {
  return withoutModels.flatMap((to, index) =>
    shuffle(
      withoutModels.filter((from) => from !== to && isWanted(to, from)),
      chanceFrom(index),
    )
      .slice(0, count)
      .map((from) => ({ to, from })),
  );
}

function scoreFor({ to, from }: Given): number {
  return scoreOf({ name: from.question.id, question: to.question, said: to.question.kind === "star" ? inParts(from.model) : from.model });
}

function scored(given: readonly Given[]): readonly (Given & { readonly score: number })[] {
  return given.map((one) => ({ ...one, score: scoreFor(one) }));
}

function over(most: number, given: ReturnType<typeof scored>): readonly string[] {
  return given.filter(({ score }) => score > most).map(({ to, from, score }) => `${score.toFixed(2)} ${from.question.id} → ${to.question.id}`);
}

/** So many of a hundred, at the most. */
function percentOf(count: number, given: readonly unknown[]): number {
  return (100 * count) / given.length;
}

const isSameKind = (to: Discussed, from: Discussed): boolean => to.question.kind === from.question.kind;
const unrelated = [
  ...draw(drawn.sameKind, (to, from) => !areRelated(to, from) && isSameKind(to, from)),
  ...draw(drawn.otherKind, (to, from) => !areRelated(to, from) && !isSameKind(to, from)),
];
const related = draw(drawn.related, areRelated);

test("its own model answer scores 85 and more, at every question", () => {
  const own = scored(withoutModels.map((one) => ({ to: one, from: one })));
  expect(own.length).toBeGreaterThan(200);
  expect(own.filter(({ score }) => score < 0.85).map(({ to, score }) => `${score.toFixed(2)} ${to.question.id}`)).toEqual([]);
});

test("of four answers to unrelated questions, at every question, 97 in 100 get at most 25, and none gets 85", () => {
  const given = scored(unrelated);
  expect(given.length).toBeGreaterThan(900);
  expect(over(0.84, given)).toEqual([]);
  const many = over(0.25, given);
  expect(percentOf(many.length, given), many.join("\n")).toBeLessThanOrEqual(3);
  expect(given.reduce((sum, { score }) => sum + score, 0) / given.length).toBeLessThanOrEqual(0.08);
});

test("of two answers to questions of the same deck or competency, 92 in 100 get at most 25: some ask for the same", () => {
  const given = scored(related);
  expect(given.length).toBeGreaterThan(450);
  const many = over(0.25, given);
  expect(percentOf(many.length, given), many.join("\n")).toBeLessThanOrEqual(8);
});

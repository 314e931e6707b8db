// Room: tests. Cards as numbers: the same cards again, in the same order.
import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "../../../src/domain/calendar.ts";
import type { Card } from "../../../src/domain/memory.ts";
import { openCards, packCards } from "../../../src/scheduling/card-columns.ts";

const questions = ["a/one", "a/two", "b/three", "ü/four"];
const day = fc.integer({ min: -730_000, max: 900_000 }).map((count) => addDays("2026-11-21", count));
const count = fc.nat(2 ** 31 - 1);
const part = fc.double({ noNaN: true, noDefaultInfinity: true });
const card = fc.record({ due: day, last: day, stability: part, difficulty: part, reviews: count, lapses: count, isLeech: fc.boolean() });
const cardsOf = (drawn: readonly (readonly [string, Omit<Card, "question">])[]): ReadonlyMap<string, Card> =>
  new Map(drawn.map(([question, rest]) => [question, { question, ...rest }]));

test("cards are opened as they were packed, wherever their numbers lie", () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(questions), fc.array(card, { minLength: 4, maxLength: 4 }), fc.nat(3), (some, drawn, before) => {
      const cards = cardsOf(some.map((question, index) => [question, drawn[index] as Omit<Card, "question">]));
      const numbers = packCards(cards, questions);
      const among = new Uint32Array([...new Uint32Array(before), ...numbers]).subarray(before);
      expect([...openCards(among, questions)]).toEqual([...cards]);
    }),
  );
});

test("a card of another question is a mistake of the caller", () => {
  const cards = cardsOf([["c/five", { due: "2026-11-22", last: "2026-11-21", stability: 1, difficulty: 2, reviews: 3, lapses: 0, isLeech: false }]]);
  expect(() => packCards(cards, questions)).toThrow(RangeError);
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chanceFrom, shuffle } from "../../../src/domain/chance.ts";
import { tokensOf } from "../../../src/language/tokens.ts";
import { classCount } from "../../../src/language/word-classes.ts";
import { neighboursIn, orderOf } from "../../../src/language/word-order.ts";
import { neighbours } from "../../../src/language/word-order-table.ts";
import { growthOf } from "../../support/growth.ts";

const order = (text: string): number => orderOf(text, tokensOf(text));
const shuffled = (text: string, seed: number): string => shuffle(text.split(" "), chanceFrom(seed)).join(" ");
const wordsIn = (text: string): readonly string[] => tokensOf(text).map((token) => token.text);

const said = [
  "I would first ask how many orders we lose in a week, because without that number nobody can say what a point is worth to us.",
  "We ran it in ten stores for six weeks and kept ten others as they were, and the managers told us on Fridays what had gone wrong.",
  "the light passes through the lens and bends towards the middle so the picture is upside down",
  "My manager say that report is too late, so I make script which send it every night and nobody must to wait.",
];

describe("the order of words", () => {
  test.each(said)("is likelier as said than shuffled: %s", (text) => {
    const others = Array.from({ length: 20 }, (_, seed) => order(shuffled(text, seed)));
    expect(order(text)).toBeGreaterThan(0);
    expect(others.filter((value) => value >= order(text))).toEqual([]);
    expect(others.reduce((sum, value) => sum + value, 0) / others.length).toBeLessThan(-4);
  });

  test("is no worse for lists, headings, sums and code", () => {
    const texts = [
      "- Support more users\n- Reduce routing tables\n- Simplify headers\n- Increase security",
      "Baseline 8 % today. Goal 5 % by June. Forty stores, forty controls. Stop below one point.",
      "2000 orders x 4 % = 80 bad ones; 80 x $30 = $2,400 a day.",
      "call retry() twice, then throw; log userId and orderId to stderr",
    ];
    expect(texts.map(order).filter((value) => value < -2)).toEqual([]);
  });

  test("takes A for a name beside B and C, not for an article", () => {
    expect(order("switch Y is on the path of bulb A and bulb B")).toBeGreaterThan(-2);
    expect(order("bulb a is bright")).not.toBe(order("a bulb is bright"));
  });

  test("counts each kind of neighbourhood once", () => {
    expect(order("of of")).toBe(order("of of of of of of"));
  });

  test("trusts pairs of words that it knows, and doubts other orders of the words", () => {
    const known = neighboursIn([wordsIn("the bulb closes the circuit")]);
    const told = (text: string): number => orderOf(text, tokensOf(text), known);
    expect(told("bulb closes circuit")).toBeGreaterThan(told("circuit closes bulb"));
    expect(told("circuit closes bulb")).toBeLessThan(order("circuit closes bulb"));
    expect(told("walls hold roofs")).toBe(order("walls hold roofs"));
  });

  test("is a number for any text, and takes time in a straight line", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => Number.isFinite(order(text))));
    expect(growthOf(order, "of the A, b. 12 ")).toBeLessThan(32);
  });
});

test("the table has a row and a column for each class", () => {
  expect(neighbours).toHaveLength(classCount);
  expect(new Set(neighbours.map((row) => row.length))).toEqual(new Set([classCount]));
  expect(neighbours.join("")).toMatch(/^[a-q]+$/);
});

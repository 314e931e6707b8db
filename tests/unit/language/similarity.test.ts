// Room: tests. How much of a reference is in a stretch of text.
import { expect, test } from "vitest";
import { joinPresences, presenceOf, referenceOf, strengthOf, type Vocabulary } from "../../../src/language/similarity.ts";
import { wordsOf } from "../../../src/language/words.ts";

function strength(reference: string, text: string, weightOf = () => 1): number {
  const vocabulary: Vocabulary = new Map();
  const read = referenceOf(reference, wordsOf(reference), { vocabulary, weightOf });
  return strengthOf(read, presenceOf(wordsOf(text), vocabulary));
}

const reference = "compare a holdout with randomly chosen stores";

test("the same words give the most, other words next to nothing", () => {
  expect(strength(reference, reference)).toBeGreaterThan(0.8);
  expect(strength(reference, "my manager liked it very much")).toBeLessThan(0.1);
});

test("other endings and slips of spelling still count", () => {
  expect(strength(reference, "compared holdouts, random choice of store")).toBeGreaterThan(0.4);
  expect(strength(reference, "compair a holdot with randomley choosen stors")).toBeGreaterThan(0.3);
});

test("a short reference counts for less than a long one, and a long stretch for less than a short one", () => {
  expect(strength("holdout", "holdout")).toBeLessThan(strength(reference, reference));
  expect(strength(reference, `${reference} ${"and more of it came out later on ".repeat(5)}`)).toBeLessThan(strength(reference, reference));
});

test("numbers compare by value, and the right kind of number counts in part", () => {
  const exact = strength("a loss of two percent", "it lost 2%");
  const otherValue = strength("a loss of two percent", "it lost 7%");
  const otherKind = strength("a loss of two percent", "it lost 7 days");
  expect(exact).toBeGreaterThan(otherValue);
  expect(otherValue).toBeGreaterThan(otherKind);
});

test("a reference of nothing is in nothing", () => {
  expect(strength("", "anything")).toBe(0);
  expect(strength("anything", "")).toBe(0);
  expect(strength("all of it", "all of it", () => 0)).toBe(0);
});

test("two stretches together have what either has", () => {
  const vocabulary: Vocabulary = new Map();
  const read = referenceOf(reference, wordsOf(reference), { vocabulary, weightOf: () => 1 });
  const [first, second] = ["compare a holdout with", "randomly chosen stores"].map((text) => presenceOf(wordsOf(text), vocabulary));
  if (!first || !second) throw new Error("no presences");
  expect(strengthOf(read, joinPresences(first, second))).toBeCloseTo(strength(reference, reference), 9);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { predictionOf } from "../../../src/progress/prediction.ts";

const ended = (through: readonly number[], not: readonly number[]) => [
  ...through.map((before) => ({ isThrough: true, before })),
  ...not.map((before) => ({ isThrough: false, before })),
];

test("three rounds in the right order say little: chance does as well one time in three", () => {
  expect(predictionOf(ended([0.8, 0.7], [0.4]))).toMatchObject({ pairs: 2, rightPairs: 2, byChance: 1 / 3, meanThrough: 0.75, meanNot: 0.4 });
});

test("nothing is said of fewer, or of rounds that ended alike", () => {
  expect(predictionOf(ended([0.8], [0.4]))).toBeUndefined();
  expect(predictionOf(ended([0.8, 0.7, 0.6], []))).toBeUndefined();
});

test("numbers that order nothing are as good as chance, and wrong ones worse", () => {
  expect(predictionOf(ended([0.5, 0.5], [0.5, 0.5]))).toMatchObject({ rightPairs: 2, pairs: 4 });
  expect(predictionOf(ended([0.1, 0.2], [0.8, 0.9]))).toMatchObject({ rightPairs: 0, byChance: 1 });
});

test("the chance of a perfect order is one in so many as there are ways to choose", () => {
  expect(predictionOf(ended([0.9, 0.8, 0.7], [0.3, 0.2, 0.1]))?.byChance).toBeCloseTo(1 / 20, 12);
  expect(predictionOf(ended([0.9, 0.8, 0.7, 0.65], [0.3, 0.2, 0.1]))?.byChance).toBeCloseTo(1 / 35, 12);
});

test("the chance counts the orders, one by one", () => {
  const shares = fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 3, maxLength: 7 });
  fc.assert(
    fc.property(shares, fc.integer({ min: 1, max: 6 }), (values, count) => {
      const through = Math.min(count, values.length - 1);
      const found = predictionOf(
        ended(
          values.slice(0, through).map((value) => value / 100),
          values.slice(through).map((value) => value / 100),
        ),
      );
      const pairsOf = (chosen: readonly number[]): number =>
        chosen.reduce((sum, high) => sum + values.filter((low) => !chosen.includes(low) && high > low).length, 0);
      const choices = choose(values, through);
      const asGood = choices.filter((chosen) => pairsOf(chosen) >= (found?.rightPairs ?? 0)).length;
      expect(found?.byChance).toBeCloseTo(asGood / choices.length, 9);
    }),
  );
});

function choose(values: readonly number[], count: number): readonly (readonly number[])[] {
  if (count === 0) return [[]];
  return values.flatMap((value, index) => choose(values.slice(index + 1), count - 1).map((rest) => [value, ...rest]));
}

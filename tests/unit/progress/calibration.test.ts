import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Attempt } from "../../../src/domain/attempt.ts";
import type { OwnConfidence } from "../../../src/domain/confidence.ts";
import { calibrationOf } from "../../../src/progress/calibration.ts";
import { anAttempt } from "../../support/attempts.ts";

function said(confidence: OwnConfidence, ...scores: readonly number[]): readonly Attempt[] {
  return scores.map((score) => anAttempt({ confidence, score }));
}

function fitOf(attempts: readonly Attempt[], confidence: OwnConfidence) {
  return calibrationOf(attempts).levels.find((level) => level.confidence === confidence);
}

describe("a confidence", () => {
  test("is set against the mean of graded scores, not against right and wrong", () => {
    expect(fitOf(said(4, 0.5, 0.7, 0.7, 0.8, 0.8), 4)).toEqual({ confidence: 4, answers: 5, mean: 0.7, claims: [0.65, 0.85], expected: 0.75, fit: "fits" });
  });

  test.each([
    [5, 0.84, "over"],
    [5, 1, "fits"],
    [3, 0.64, "fits"],
    [3, 0.7, "under"],
    [1, 0.3, "under"],
    [1, 0, "fits"],
  ] as const)("%s with a mean of %s: %s", (confidence, mean, fit) => {
    expect(fitOf(said(confidence, mean, mean, mean, mean, mean), confidence)?.fit).toBe(fit);
  });

  test("of four answers is not judged", () => {
    expect(fitOf(said(5, 0, 0, 0, 0), 5)).toMatchObject({ answers: 4, mean: 0, fit: "too few" });
    expect(fitOf([], 5)).toMatchObject({ answers: 0, mean: undefined, fit: "too few" });
  });
});

describe("a person", () => {
  const times = (count: number, score: number): number[] => Array.from({ length: count }, () => score);

  test("who says more than the marks say thinks too much of their answers", () => {
    const calibration = calibrationOf([...said(5, ...times(8, 0.6)), ...said(4, ...times(4, 0.5))]);
    expect(calibration).toMatchObject({ answers: 12, fit: "over" });
    expect(calibration.bias).toBeCloseTo((8 * 0.325 + 4 * 0.25) / 12, 10);
  });

  test("who says less thinks too little of them", () => {
    expect(calibrationOf(said(1, ...times(6, 0.7), ...times(6, 0.8))).fit).toBe("under");
  });

  test("is not judged by eleven answers, nor by what may be chance", () => {
    expect(calibrationOf(said(5, ...times(11, 0))).fit).toBe("too few");
    expect(calibrationOf(said(3, ...times(7, 0), ...times(6, 1))).fit).toBe("fits");
  });

  test("is not told of a difference that is sure and tiny", () => {
    expect(calibrationOf(said(3, ...times(400, 0.5))).fit).toBe("fits");
  });

  test("who did not say counts for nothing", () => {
    expect(calibrationOf([anAttempt(), anAttempt()])).toMatchObject({ answers: 0, bias: undefined, fit: "too few" });
  });

  test("has a bias between -1 and 1, and as many answers as the levels together", () => {
    const one = fc.record({ confidence: fc.constantFrom<OwnConfidence>(1, 2, 3, 4, 5), score: fc.double({ min: 0, max: 1, noNaN: true }) });
    fc.assert(
      fc.property(fc.array(one, { minLength: 1 }), (answers) => {
        const { bias, levels } = calibrationOf(answers.map((fields) => anAttempt(fields)));
        expect(Math.abs(bias ?? 9)).toBeLessThanOrEqual(1);
        expect(levels.reduce((sum, level) => sum + level.answers, 0)).toBe(answers.length);
      }),
    );
  });
});

import { describe, expect, test } from "vitest";
import { confidences, isSureButWrong, readConfidence, tellConfidence } from "../../../src/domain/confidence.ts";

test("five confidences have five words", () => {
  expect(confidences.map(tellConfidence)).toEqual(["lost", "shaky", "fair", "solid", "nailed it"]);
});

describe("a confidence as it is written", () => {
  test.each([
    [1, 1],
    ["5", 5],
    [" Solid ", 4],
    ["nailed it", 5],
    ["0", undefined],
    [6, undefined],
    [2.5, undefined],
    ["", undefined],
    [null, undefined],
    [["3", "4"], undefined],
    ["good", undefined],
  ])("%j is %j", (written, confidence) => {
    expect(readConfidence(written)).toBe(confidence);
  });
});

test.each([
  [5, 0.39, true],
  [4, 0, true],
  [5, 0.4, false],
  [3, 0, false],
  [undefined, 0, false],
] as const)("confidence %s with a score of %s: sure but wrong is %s", (confidence, score, isWrong) => {
  expect(isSureButWrong(confidence, score)).toBe(isWrong);
});

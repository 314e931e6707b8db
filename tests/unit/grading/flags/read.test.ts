// Room: tests. How an answer is read before any rule looks at it.
import { describe, expect, test } from "vitest";
import { againstOf } from "../../../../src/grading/flags/flags.ts";
import { readAnswer, runsOf, spansOf } from "../../../../src/grading/flags/read.ts";
import { tokensOf } from "../../../../src/language/tokens.ts";
import { openQuestion } from "../fixtures.ts";

describe("an answer as it is read", () => {
  test("has a share of small words", () => {
    expect([readAnswer("the shelf is empty", {}).functionShare, readAnswer("", {}).functionShare]).toEqual([0.5, 0]);
  });

  test("ends at a hundred thousand letters", () => {
    expect(readAnswer("a ".repeat(60_000), {}).tokens).toHaveLength(50_000);
  });

  test("is held against what there is", () => {
    const { against } = readAnswer("fine", {});
    expect([against.prompt.words, against.references, against.neighbours, against.weak, against.model]).toEqual([[], [], undefined, undefined, undefined]);
    expect(againstOf(openQuestion)).toBe(againstOf(openQuestion));
  });
});

describe("runs of words", () => {
  test("begin at each word that has as many after it", () => {
    expect(runsOf(["a", "b", "c"], 2)).toEqual(["a b", "b c"]);
    expect(runsOf(["a"], 2)).toEqual([]);
  });

  test("that are marked make stretches, the longest first", () => {
    const tokens = tokensOf("aaaaaaaaaaaa b c d e");
    expect(spansOf(tokens, Uint8Array.from([0, 1, 0, 1, 1]))).toEqual([
      { start: 17, end: 20 },
      { start: 13, end: 14 },
    ]);
    expect(spansOf(tokens, Uint8Array.from([1, 0, 1, 1, 1]))).toEqual([
      { start: 0, end: 12 },
      { start: 15, end: 20 },
    ]);
  });
});

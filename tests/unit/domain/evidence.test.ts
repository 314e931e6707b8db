import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { attemptsByQuestion, correctedAttempts, gatherEvidence, tellEvidence, tellShare } from "../../../src/domain/evidence.ts";
import { aCorrection, anAttempt } from "../../support/attempts.ts";

/** Attempts at the questions named, a minute apart: `a 0.5` is a score of 0.5 at question a. */
function evidenceOf(questions: string, ...attempts: readonly string[]) {
  const made = attempts.map((text, index) => {
    const [question = "", score = ""] = text.split(" ");
    return anAttempt({ question, score: Number(score), at: `2026-11-21T19:${String(index).padStart(2, "0")}:00Z` });
  });
  return gatherEvidence(questions.split(" "), attemptsByQuestion(made));
}

describe("what is proven", () => {
  test.each([
    ["three different questions at 0.8", "a b c d", ["a 0.8", "b 0.8", "c 0.8"], true],
    ["a mean of exactly 0.8 that does not compute to it", "a b c", ["a 0.7", "b 0.8", "c 0.9"], true],
    ["a mean below 0.8", "a b c", ["a 0.79", "b 0.8", "c 0.8"], false],
    ["the same question three times", "a b c", ["a 1", "a 1", "a 1"], false],
    ["two of many questions", "a b c d", ["a 1", "b 1"], false],
    ["both questions, where there are two", "a b", ["a 0.9", "b 0.8"], true],
    ["the only question, once", "a", ["a 0.8"], true],
    ["a question that went badly and then well", "a", ["a 0.1", "a 0.9"], true],
    ["a question that went well and then badly", "a", ["a 0.9", "a 0.1"], false],
    ["three good ones after many bad ones", "a b c d e f", ["a 0", "b 0", "c 0", "d 1", "e 1", "f 1"], false],
    ["three bad ones after many good ones", "a b c d e f g h i j", ["a 1", "b 1", "c 1", "d 1", "e 1", "f 1", "g 1", "h 0.7", "i 0.7", "j 0.7"], false],
    ["no questions at all", "none", [], false],
  ])("%s", (_, questions, attempts, isProven) => {
    expect(evidenceOf(questions, ...attempts).isProven).toBe(isProven);
  });

  test("never holds without a mean of 0.8 over what was tried", () => {
    const scores = fc.array(fc.tuple(fc.constantFrom("a", "b", "c", "d", "e"), fc.double({ min: 0, max: 1, noNaN: true })), { maxLength: 20 });
    fc.assert(
      fc.property(scores, (attempts) => {
        const evidence = evidenceOf("a b c d e", ...attempts.map(([question, score]) => `${question} ${score.toFixed(6)}`));
        expect(evidence.isProven && (evidence.mean ?? 0) < 0.8 - 1e-6).toBe(false);
        expect(evidence.tried).toBe(new Set(attempts.map(([question]) => question)).size);
      }),
    );
  });
});

describe("the words for it", () => {
  test.each([
    ["a b c", [], "not tried yet"],
    ["a b c", ["a 0.856"], "1 attempt, 85 %"],
    ["a b c", ["a 0.2", "a 0.6"], "2 attempts, last one 60 %"],
    ["a b c", ["a 0.8", "b 0.8", "b 0.8", "c 0.95"], "4 attempts, last three 85 %"],
    ["a b c d", ["a 0.4", "b 0.8", "c 0.8", "d 0.8"], "4 attempts, last three 80 %, all 4 questions 70 %"],
  ])("for %s and %j", (questions, attempts, told) => {
    expect(tellEvidence(evidenceOf(questions, ...attempts))).toBe(told);
  });

  test("never round up to a threshold that was missed", () => {
    expect([tellShare(0.7999), tellShare(0.29), tellShare(1), tellShare(0)]).toEqual(["79 %", "29 %", "100 %", "0 %"]);
  });
});

describe("what counts", () => {
  test("leaves out what was broken off and what rests on an unverified fact", () => {
    const attempts = [anAttempt({ interrupted: true }), anAttempt({ unscored: true }), anAttempt({ id: "x" })];
    expect([...attemptsByQuestion(attempts).values()]).toMatchObject([[{ id: "x" }]]);
  });

  test("takes the person's latest correction, and leaves attempts of no correction alone", () => {
    const entries = [
      anAttempt({ id: "a", score: 0.2 }),
      anAttempt({ id: "b", score: 0.3 }),
      aCorrection({ attempt: "a", score: 0.5 }),
      aCorrection({ attempt: "a", score: 0.6 }),
      aCorrection({ attempt: "gone" }),
    ];
    expect(correctedAttempts(entries).map(({ id, score }) => [id, score])).toEqual([
      ["a", 0.6],
      ["b", 0.3],
    ]);
  });
});

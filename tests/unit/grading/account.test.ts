// Room: tests. The steps of a score give the score again.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Account } from "../../../src/domain/account.ts";
import { accountOf } from "../../../src/grading/account.ts";
import { regrade } from "../../../src/grading/grade.ts";
import { drawCase } from "../../../src/domain/case.ts";
import { goodAnswer, gradeOpen, openQuestion, otherAnswer } from "./fixtures.ts";
import { aGrade, aMark } from "../../support/builders.ts";

function doneAgain({ points, telling, factor, most, limits }: Account): number {
  const told = telling.length === 0 ? 1 : telling.reduce((sum, { level }) => sum + (level - 1) / 4, 0) / telling.length;
  const found = points.reduce((sum, point) => sum + point.counts, 0);
  const of = points.reduce((sum, point) => sum + point.of, 0);
  expect(factor).toBeCloseTo(1 - most + most * told, 9);
  return Math.min(of === 0 ? 0 : (found / of) * factor, ...limits.map((limit) => limit.most));
}

const sentences = [...goodAnswer.split(". "), ...otherAnswer.split(". "), "Um, we sort of fixed it", "The model reaches 94 percent accuracy"];

describe("the account of a score", () => {
  test("gives the score again, whatever was said and whatever was ticked", () => {
    const ticks = fc.dictionary(fc.constantFrom(...openQuestion.keyPoints.map((point) => point.id)), fc.constantFrom("found", "partly", "not-found"));
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...sentences), { maxLength: 12 }), ticks, (said, ticked) => {
        const grade = regrade(drawCase(openQuestion, 0), gradeOpen(said.join(". ")), ticked);
        const account = accountOf("open", grade);
        expect(account && doneAgain(account)).toBeCloseTo(grade.score, 9);
        expect(account?.score).toBe(grade.score);
      }),
      { numRuns: 60 },
    );
  });

  test("names each limit: a pitfall, and every flag", () => {
    const pitfall = { id: "accuracy", text: "Offers accuracy", advice: undefined, evidence: { start: 0, end: 4 } };
    const grade = aGrade({ marks: [aMark({ status: "found", weight: 2 })], pitfalls: [pitfall], flags: [{ id: "too-short", reason: "Short.", cap: 0.2 }] });
    expect(accountOf("open", grade)?.limits).toEqual([
      { why: "a pitfall", most: 0.9 },
      { why: "too-short", most: 0.2 },
    ]);
  });

  test.each(["open", "star", "rewrite"] as const)("is given of the kind %s, without a limit where none holds", (kind) => {
    expect(accountOf(kind, aGrade({ pitfalls: [], flags: [] }))?.limits).toEqual([]);
  });

  test("is none for kinds that are marked exactly", () => {
    expect(accountOf("choice", aGrade())).toBeUndefined();
  });
});

// Room: tests. Which mark stands.
import { describe, expect, test } from "vitest";
import type { Rescore } from "../../../src/domain/attempt.ts";
import { correctedAttempts } from "../../../src/domain/evidence.ts";
import { rescoresOf, standingOf, ticksOf } from "../../../src/domain/standing.ts";
import { aCorrection, aJudgement, anAttempt, aRescore } from "../../support/attempts.ts";

const attempt = anAttempt({ id: "a", score: 0.5, rules: 1 });
const correction = aCorrection({ id: "c", attempt: "a", marks: { metric: "partly" }, score: 0.8 });
const rescore = (fields: Partial<Rescore> = {}): Rescore => aRescore({ attempt: "a", graded: 0.6, score: 0.6, rules: 2, ...fields });

describe("the mark that stands", () => {
  test.each([
    ["the grader's, where nothing else was kept", {}, { score: 0.5, graded: 0.5, rules: 1 }],
    ["the person's own, after a correction", { correction }, { score: 0.8, graded: 0.5, rules: 1 }],
    ["the newer one, after a rescore", { rescore: rescore() }, { score: 0.6, graded: 0.6, rules: 2 }],
    [
      "the newer one with the person's own ticks in it",
      { correction, rescore: rescore({ correction: "c", score: 0.9 }) },
      { score: 0.9, graded: 0.6, rules: 2 },
    ],
    ["the person's own, where the rescore did not know their ticks", { correction, rescore: rescore({ score: 0.6 }) }, { score: 0.8, graded: 0.6, rules: 2 }],
    ["the person's later ticks, not those that the rescore knew", { correction, rescore: rescore({ correction: "earlier", score: 0.3 }) }, { score: 0.8 }],
    ["the grader's, beside a judge that does not count", { judgement: aJudgement() }, { score: 0.5, graded: 0.5 }],
    ["the judge's, where the person has set it so", { judgement: aJudgement({ counts: true }) }, { score: 0.9, graded: 0.5 }],
    ["the judge's, after a rescore too", { judgement: aJudgement({ counts: true }), rescore: rescore() }, { score: 0.9, graded: 0.6 }],
    ["the person's own, whatever the judge says", { judgement: aJudgement({ counts: true }), correction }, { score: 0.8, graded: 0.5 }],
  ])("is %s", (_, later, standing) => {
    expect(standingOf(attempt, later)).toMatchObject(standing);
  });

  test("is by the last judge that was asked", () => {
    const entries = [attempt, aJudgement({ attempt: "a", counts: true, score: 0.2 }), aJudgement({ attempt: "a", counts: true, score: 0.7 })];
    expect(correctedAttempts(entries).map(({ score }) => score)).toEqual([0.7]);
  });

  test("is what evidence counts with", () => {
    const entries = [attempt, correction, rescore({ correction: "c", score: 0.9 })];
    expect(correctedAttempts(entries).map(({ score }) => score)).toEqual([0.9]);
    expect(rescoresOf([...entries, rescore({ id: "later", graded: 0.1 })]).get("a")?.graded).toBe(0.1);
  });
});

describe("the ticks of a person", () => {
  test("are theirs, and the marks that they left as they were", () => {
    const kept = anAttempt({
      marks: [
        { id: "metric", status: "found", strength: 1 },
        { id: "dollars", status: "not-found", strength: 0 },
      ],
    });
    expect(ticksOf(kept, correction)).toEqual({ metric: "partly", dollars: "not-found" });
    expect(ticksOf(kept, undefined)).toBeUndefined();
  });
});

// Room: tests. From marks to a score: weights, credits, and the limits on what can be had.
import { describe, expect, test } from "vitest";
import type { Kind } from "../../../src/domain/question.ts";
import { cappedScore, ceilingOf, creditOf, exactMarking, mostMissed, weightedShare, weightOf } from "../../../src/grading/marking.ts";
import { aMark } from "../../support/builders.ts";

const pitfall = { id: "p", text: "Offers accuracy", advice: undefined, evidence: { start: 0, end: 5 } };

describe("the share of the points that was found", () => {
  test("counts each by its weight, found whole and partly half, or by its own credit", () => {
    const marks = [aMark({ status: "found", weight: 2 }), aMark({ status: "partly", weight: 1 }), aMark({ status: "not-found", weight: 1 })];
    expect(weightedShare(marks)).toBe(0.625);
    expect(marks.map(creditOf)).toEqual([1, 0.5, 0]);
    expect(creditOf(aMark({ status: "not-found", credit: 0.2 }))).toBe(0.2);
  });

  test("is nothing where nothing has weight", () => {
    expect([weightedShare([]), weightedShare([aMark({ status: "found", weight: 0 })])]).toEqual([0, 0]);
  });

  test("passes over weights that cannot be added up", () => {
    const odd = [-1, Number.NaN, Number.POSITIVE_INFINITY].map((weight) => aMark({ weight }));
    expect(odd.map(weightOf)).toEqual([0, 0, 0]);
    expect(weightedShare([aMark({ status: "found", weight: 3 }), ...odd])).toBe(1);
  });
});

describe("what is missed most", () => {
  test("is the point whose rest weighs most: half of a heavy one before all of a light one, the first of two alike", () => {
    const light = aMark({ id: "light", status: "not-found", weight: 1 });
    const half = aMark({ id: "half", status: "partly", weight: 3 });
    const found = aMark({ id: "found", status: "found", weight: 9 });
    expect(mostMissed([found, light, half])?.id).toBe("half");
    expect(mostMissed([light, { ...light, id: "later" }])?.id).toBe("light");
  });

  test("is nothing where all was found, or nothing counts", () => {
    expect(mostMissed([aMark({ status: "found", weight: 2 }), aMark({ status: "not-found", weight: 0 })])).toBeUndefined();
  });
});

describe("the most that can be had", () => {
  test.each<[Kind, number]>([
    ["open", 0.9],
    ["star", 0.9],
    ["rewrite", 0.6],
    ["numeric", 1],
    ["recall", 1],
  ])("with a pitfall in the kind %s is %d, and all without", (kind, most) => {
    expect([ceilingOf(kind, [pitfall]), ceilingOf(kind, [])]).toEqual([most, 1]);
  });

  test("is the lowest of all limits, and takes nothing from what lies below it", () => {
    const flags = [
      { id: "hedged", reason: "Or.", cap: 0.35 },
      { id: "repeated", reason: "Twice.", cap: 0.15 },
    ];
    expect(cappedScore("open", 1, { pitfalls: [pitfall], flags })).toBe(0.15);
    expect(cappedScore("open", 0.1, { pitfalls: [pitfall], flags })).toBe(0.1);
    expect(cappedScore("open", -0.1, { pitfalls: [], flags: [] })).toBe(0);
  });
});

test("an exact kind has no pitfalls, no flags and no levels", () => {
  const marking = exactMarking({ share: 1, marks: [], workings: ["1 + 1"], next: undefined });
  expect(marking).toEqual({ share: 1, marks: [], workings: ["1 + 1"], next: undefined, pitfalls: [], flags: [], levels: [] });
});

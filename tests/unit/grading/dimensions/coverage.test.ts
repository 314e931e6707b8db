// Room: tests. Coverage: from the share of key points to a level, and the point that would help most.
import { describe, expect, it } from "vitest";
import { judgeCoverage } from "../../../../src/grading/dimensions/coverage.ts";
import { aMark } from "../../../support/builders.ts";

const marksOf = (found: number) => [aMark({ id: "a", text: "A.", status: "found", weight: found }), aMark({ id: "b", text: "B.", weight: 100 - found })];

describe("coverage", () => {
  it.each([
    [0, 1],
    [14, 1],
    [15, 2],
    [39, 2],
    [40, 3],
    [64, 3],
    [65, 4],
    [89, 4],
    [90, 5],
    [100, 5],
  ])("with %i %% of the weights found is at level %i", (found, level) => {
    expect(judgeCoverage({ marks: marksOf(found) })).toMatchObject({ dimension: "coverage", level });
  });

  it("is not judged without key points", () => {
    expect(judgeCoverage({ marks: [] })).toBeUndefined();
  });

  it("tells each point with the words that show it", () => {
    const evidence = [{ start: 0, end: 4 }];
    const marks = [
      aMark({ id: "a", text: "Names a metric.", status: "found", evidence }),
      aMark({ id: "b", text: "Says what it is worth.", status: "partly" }),
      aMark({ id: "c", text: "Says who acts.", status: "not-found" }),
    ];
    expect(judgeCoverage({ marks })?.receipts).toEqual([
      { rule: "coverage.a", isMet: true, reason: "Found: Names a metric.", evidence },
      { rule: "coverage.b", isMet: false, reason: "Found in part: Says what it is worth.", evidence: [] },
      { rule: "coverage.c", isMet: false, reason: "Not found: Says who acts.", evidence: [] },
    ]);
  });

  it("asks for the point of which most is left to be had, the first of equals, and for none when all is there", () => {
    const found = aMark({ text: "Found.", status: "found", weight: 9 });
    const partly = aMark({ text: "Partly.", status: "partly", weight: 3 });
    const light = aMark({ text: "Light.", weight: 1 });
    expect(judgeCoverage({ marks: [found, light, partly, aMark({ text: "Other.", status: "partly", weight: 3 })] })?.next).toBe("Partly.");
    expect(judgeCoverage({ marks: [found, partly, { ...light, weight: 2 }] })?.next).toBe("Light.");
    expect(judgeCoverage({ marks: [found] })?.next).toBeUndefined();
  });
});

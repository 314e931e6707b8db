// Room: tests. The shape of an open answer by a framework: what is said of each part, and their order.
import { describe, expect, it } from "vitest";
import type { Mark, Status } from "../../../../src/domain/grade.ts";
import { judgeFrameworkShape } from "../../../../src/grading/dimensions/framework-shape.ts";
import { aFramework } from "../../../support/builders.ts";
import { openQuestion } from "../fixtures.ts";
import { receiptOf, toldOpen, unmetOf } from "./telling.ts";

const framework = aFramework({ names: ["Goal", "Lever", "Road"] });

/** A mark of a key point that belongs to a part, found at these places. */
function markOf(part: string, starts: readonly number[], status: Status = "found"): Mark {
  return { id: part, text: part, weight: 1, status, strength: 1, part, evidence: starts.map((start) => ({ start, end: start + 5 })) };
}

function judge(...marks: readonly Mark[]) {
  const question = { ...openQuestion, keyPoints: marks.map(({ id, part }) => ({ id, text: id, weight: 1, part, phrasings: [] })) };
  return judgeFrameworkShape(toldOpen("First the goal, then the lever, then the road.", { question, marks }), framework);
}

describe("the shape of an answer by a framework", () => {
  it("is told part by part, and by their order", () => {
    const judged = judge(markOf("goal", [0]), markOf("lever", [20], "partly"), markOf("road", [], "not-found"));
    expect(judged?.receipts).toEqual([
      { rule: "structure.goal", isMet: true, reason: "Goal: there.", evidence: [{ start: 0, end: 5 }] },
      { rule: "structure.lever", isMet: false, reason: "Lever: touched only.", evidence: [{ start: 20, end: 25 }] },
      { rule: "structure.road", isMet: false, reason: "Road: missing.", evidence: [] },
      { rule: "structure.order", isMet: true, reason: "The parts come in their order.", evidence: [] },
    ]);
  });

  it("says in which order to tell it, and points to what comes too early", () => {
    const judged = judge(markOf("goal", [30]), markOf("lever", [10, 40]), markOf("road", [35]));
    expect(judged?.next).toBe("Tell it in this order: Goal, Lever, Road.");
    expect(receiptOf(judged, "structure.order")?.evidence).toEqual([{ start: 10, end: 15 }]);
  });

  it("goes by the first place of each part, and lets two begin together", () => {
    expect(unmetOf(judge(markOf("goal", [0, 40]), markOf("lever", [20]), markOf("road", [30])))).toEqual([]);
    expect(unmetOf(judge(markOf("goal", [10]), markOf("lever", [10]), markOf("road", [30])))).toEqual([]);
  });

  it("asks for an order from two parts on", () => {
    expect(receiptOf(judge(markOf("goal", [0]), markOf("lever", [], "not-found")), "structure.order")).toBeUndefined();
    expect(receiptOf(judge(markOf("goal", [20]), markOf("lever", [0])), "structure.order")?.isMet).toBe(false);
  });

  it("asks for the parts that the key points belong to, and for all where they belong to one", () => {
    const partsOf = (judged: ReturnType<typeof judge>) => judged?.receipts.map(({ rule }) => rule);
    expect(partsOf(judge(markOf("goal", [0]), markOf("road", [20])))).toEqual(["structure.goal", "structure.road", "structure.order"]);
    expect(partsOf(judge(markOf("goal", [0])))).toEqual(["structure.goal", "structure.lever", "structure.road"]);
  });

  it("does not go by the words of a point that was not found", () => {
    expect(receiptOf(judge(markOf("goal", [0]), markOf("lever", [20], "not-found")), "structure.lever")?.reason).toBe("Lever: missing.");
  });

  it("sees a part in a sentence with three of its own words, from its name, its question and its cues", () => {
    const parts = framework.parts.map((part) => ({ ...part, cues: ["pilot", "gate"] })).slice(2);
    const reasonOf = (text: string) =>
      judgeFrameworkShape(toldOpen(text, { question: { ...openQuestion, keyPoints: [] } }), { ...framework, parts })?.receipts[0]?.reason;
    expect(reasonOf("The road has a pilot and a gate.")).toBe("Road: there.");
    expect(reasonOf("The road has a pilot and a pilot.")).toBe("Road: missing.");
  });
});

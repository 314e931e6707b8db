import { describe, expect, test } from "vitest";
import { briefOf } from "../../../src/domain/brief.ts";
import type { AnswerBody } from "../../../src/domain/answer.ts";
import { keyPointsOf } from "../../../src/domain/question.ts";
import { grade, starQuestion as sample } from "./fixtures.ts";

const [cause] = sample.parts.action.keyPoints;
const second = cause
  ? [
      {
        ...cause,
        id: "mend",
        text: "What you did about it",
        weight: 2,
        phrasings: ["I put a schema check in front of the pipeline", "every night a script refuses broken columns"],
      },
    ]
  : [];
const starQuestion = { ...sample, parts: { ...sample.parts, action: { ...sample.parts.action, keyPoints: [...sample.parts.action.keyPoints, ...second] } } };

const nothing = { situation: "", task: "", action: "", result: "" };
const saying = (parts: Partial<typeof nothing>): AnswerBody => ({ kind: "star", parts: { ...nothing, ...parts } });
const said = (part: keyof typeof nothing, index: number): string => starQuestion.parts[part].keyPoints[index]?.phrasings[0] ?? "";

describe("a short telling", () => {
  test("is marked by the best told points of each part, whichever they are", () => {
    const { marks } = grade(briefOf(starQuestion, 30), saying({ situation: said("situation", 0), action: said("action", 0), result: said("result", 0) }));
    expect(marks.map(({ part }) => part)).toEqual(["situation", "action", "result"]);
    expect(marks.every(({ status }) => status === "found")).toBe(true);
    for (const [index, point] of starQuestion.parts.action.keyPoints.entries()) {
      const kept = grade(
        briefOf(starQuestion, 30),
        saying({ situation: said("situation", 0), action: said("action", index), result: said("result", 0) }),
      ).marks.find(({ part }) => part === "action");
      expect(kept?.id).toBe(point.id);
    }
  });

  test("scores what the whole question, with no room for it, would not give", () => {
    const told = saying({ situation: said("situation", 0), action: said("action", 0), result: said("result", 0) });
    expect(grade(briefOf(starQuestion, 30), told).score).toBeGreaterThanOrEqual(grade(starQuestion, told).score);
  });

  test("in two minutes, and the whole question, are marked by every point", () => {
    for (const question of [starQuestion, briefOf(starQuestion, 120)]) expect(grade(question, saying({})).marks).toHaveLength(keyPointsOf(starQuestion).length);
  });
});

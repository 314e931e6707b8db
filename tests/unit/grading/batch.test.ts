// Room: tests. Answers marked one after another: the same marks as one by one, whatever is remembered between them.
import { describe, expect, test } from "vitest";
import type { BatchItem } from "../../../src/domain/batch.ts";
import { createItemMarker } from "../../../src/grading/batch.ts";
import { goodAnswer, gradeOpen, openQuestion, otherAnswer } from "./fixtures.ts";

const salt = { question: "How did you separate the salt from the water?", references: ["The water was evaporated, leaving the salt."], keyPoints: [] };
const shelves: Omit<BatchItem, "id" | "answer"> = { question: openQuestion.prompt, references: [], keyPoints: openQuestion.keyPoints };

describe("a batch", () => {
  test("marks by key points as the grader does for an open question", () => {
    const plain = { ...openQuestion, title: openQuestion.prompt, pitfalls: [], abbreviations: [] };
    for (const answer of [goodAnswer, otherAnswer, ""]) {
      const graded = createItemMarker()({ ...shelves, id: "a", answer });
      const wanted = gradeOpen(answer, plain);
      expect(graded.score).toBeCloseTo(wanted.score, 5);
      expect(graded.keyPoints.map(({ id, status }) => [id, status])).toEqual(wanted.marks.map(({ id, status }) => [id, status]));
      expect(graded.flags).toEqual(wanted.flags.map(({ id }) => id));
    }
  });

  test("key points come before references", () => {
    const graded = createItemMarker()({ ...shelves, references: [otherAnswer], id: "a", answer: otherAnswer });
    expect(graded.keyPoints).toHaveLength(openQuestion.keyPoints.length);
    expect(graded.score).toBeLessThan(0.3);
  });

  test("marks by references where there are no key points, under what the flags allow", () => {
    const mark = createItemMarker();
    const scoreOf = (answer: string) => mark({ ...salt, id: "a", answer }).score;
    expect(scoreOf("The water was evaporated, leaving the salt.")).toBe(1);
    expect(scoreOf("Let the water evaporate and the salt is left behind.")).toBeGreaterThan(scoreOf("I used a magnet for the iron."));
    const copied = mark({ ...salt, id: 3, answer: salt.question });
    expect(copied).toEqual({ id: 3, score: expect.any(Number) as number, keyPoints: [], flags: ["question-copied"] });
    expect(copied.score).toBeLessThanOrEqual(0.1);
  });

  test("gives the same grades in any order, though only the last questions are remembered", () => {
    const items = Array.from({ length: 600 }, (_, index) => ({
      ...salt,
      id: index,
      references: [`${"The water went away in a dish. ".repeat(40)} ${index % 300}`],
      answer: `The water went away, ${index}`,
    }));
    const mark = createItemMarker();
    const once = items.map(mark);
    expect(items.toReversed().map(mark).toReversed()).toEqual(once);
    expect(items.map((item) => createItemMarker()(item))).toEqual(once);
  });
});

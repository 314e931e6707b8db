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

  test.each([
    ["too short", "Which process was it?", "By evaporation.", "evaporating", "too-short"],
    ["of another verdict", "Does salt float?", "No, salt sinks in the water.", "Yes, salt sinks in the water.", "other-verdict"],
  ])("an answer that is %s is worth a fifth at most, however like a reference it is", (_, question, reference, answer, flag) => {
    const graded = createItemMarker()({ question, references: [reference], keyPoints: [], id: "a", answer });
    expect([graded.score, graded.flags]).toEqual([0.2, [flag]]);
  });

  test("right words in a bad form are left a little below the middle", () => {
    const graded = createItemMarker()({ ...salt, id: "a", answer: "water, evaporated, leaving, salt" });
    expect([graded.score, graded.flags]).toEqual([0.45, ["keyword-list"]]);
  });

  test("takes a question apart once while answers to it keep coming, and anew when many letters came between", () => {
    let reads = 0;
    const counted = {
      ...salt,
      get question() {
        reads += 1;
        return salt.question;
      },
    };
    const mark = createItemMarker();
    const readsFor = (item: Omit<BatchItem, "id" | "answer">): number => {
      reads = 0;
      // One and the same object: a copy would read it too.
      mark(Object.assign(item, { id: "a", answer: "It went away." }));
      return reads;
    };
    const other = { ...salt, question: "And the sand?" };
    /** As many questions as a whole library has, with as many letters as one has with its key points. */
    const readOthers = (count: number): void => {
      for (let index = 0; index < count; index += 1) readsFor({ ...salt, question: `And ${index}?`, references: ["x ".repeat(2000)] });
    };
    const first = readsFor(counted);
    const again = readsFor(counted);
    expect(again).toBeLessThan(first);
    readsFor(other);
    expect(readsFor(counted)).toBe(again);
    readOthers(128);
    expect(readsFor(counted)).toBe(again);
    readOthers(256);
    expect(readsFor(counted)).toBe(first);
  });

  test("gives the same grades in any order, though only the last questions are remembered", () => {
    const items = Array.from({ length: 600 }, (_, index) => ({
      ...salt,
      id: index,
      references: [`${"The water went away in a dish. ".repeat(90)} ${index % 300}`],
      answer: `The water went away, ${index}`,
    }));
    const mark = createItemMarker();
    const once = items.map(mark);
    expect(items.toReversed().map(mark).toReversed()).toEqual(once);
    expect(items.map((item) => createItemMarker()(item))).toEqual(once);
  });
});

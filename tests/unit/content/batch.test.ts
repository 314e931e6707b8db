// Room: tests. One line of a batch: what it may hold, and what is said when it does not.
import { describe, expect, test } from "vitest";
import { readBatchLine } from "../../../src/content/batch.ts";

const whole = { id: "a", question: "Why?", answer: "Because." };
const read = (fields: object) => readBatchLine(JSON.stringify({ ...whole, ...fields }));

describe("a line of a batch", () => {
  test("gives the answer with what it is marked by; weights are 1 and phrasings none when left out", () => {
    const keyPoints = [
      { id: "cost", text: "Cost" },
      { id: 2, text: "Time", phrasings: ["it takes long"], weight: 3 },
    ];
    expect(read({ id: 7, keyPoints, reference: null, score: 3 })).toEqual({
      ...whole,
      id: 7,
      references: [],
      keyPoints: [
        { id: "cost", text: "Cost", weight: 1, part: undefined, phrasings: [] },
        { id: "2", text: "Time", weight: 3, part: undefined, phrasings: ["it takes long"] },
      ],
    });
  });

  test("takes one reference, several, or both, each once, and none that is blank", () => {
    expect(read({ reference: "one" }).references).toEqual(["one"]);
    expect(read({ reference: "one", references: ["two", " one ", " "] }).references).toEqual(["one", "two"]);
    expect(read({ references: null }).references).toEqual([]);
  });

  test("comes out clean of what could act on a terminal", () => {
    const item = read({ id: "a\u001b[31m", answer: "red\u001b[31m\u009b2J\u0007 alert\u202e" });
    expect([item.id, item.answer]).toEqual(["a", "red alert"]);
  });

  test.each([
    ["nonsense", "the line is not JSON"],
    ["[1]", "the line is not an object in braces"],
    ["{}", '"id" is missing'],
    ['{"id":" ","question":"q","answer":"a"}', '"id" is empty'],
    ['{"id":"a","answer":"a"}', '"question" is missing'],
    ['{"id":"a","question":"q"}', '"answer" is missing'],
    ['{"id":"a","question":"q","answer":["a"]}', '"answer" is not a text'],
    ['{"id":"a","question":"q","answer":"a","reference":5}', '"reference" is not a text'],
    ['{"id":"a","question":"q","answer":"a","references":"r"}', '"references" is not a list'],
    ['{"id":"a","question":"q","answer":"a","references":[1]}', 'an entry of "references" is not a text'],
    ['{"id":"a","question":"q","answer":"a","keyPoints":{}}', '"keyPoints" is not a list'],
    ['{"id":"a","question":"q","answer":"a","keyPoints":["p"]}', "key point 1 is not an object in braces"],
    ['{"id":"a","question":"q","answer":"a","keyPoints":[{"text":"t"}]}', "the id of key point 1 is missing"],
    ['{"id":"a","question":"q","answer":"a","keyPoints":[{"id":"p"}]}', "the text of key point 1 is missing"],
    ['{"id":"a","question":"q","answer":"a","keyPoints":[{"id":"p","text":"t","weight":-1}]}', "the weight of key point 1 is not a number from 0"],
    ['{"id":"a","question":"q","answer":"a","keyPoints":[{"id":"p","text":"t","weight":"2"}]}', "the weight of key point 1 is not a number from 0"],
    ['{"id":"a","question":"q","answer":"a","keyPoints":[{"id":"p","text":"t","weight":0}]}', "no key point has any weight"],
    ['{"id":"a","question":"q","answer":"a","keyPoints":[{"id":"p","text":"t"},{"id":"p","text":"u"}]}', 'two key points have the id "p"'],
  ])("is refused with what is wrong: %s", (line, message) => {
    expect(() => readBatchLine(line)).toThrow(expect.objectContaining({ name: "CoachError", fault: "input", message }));
  });

  test("is refused when it holds more than anyone would write", () => {
    const points = Array.from({ length: 201 }, (_, index) => ({ id: `p${index}`, text: "t" }));
    expect(() => read({ keyPoints: points })).toThrow('"keyPoints" has 201 entries; at most 200 are read');
    expect(() => read({ references: points.map(({ id }) => id) })).toThrow("at most 100 are read");
    expect(() => read({ keyPoints: [{ id: "p", text: "t", phrasings: points.map(({ id }) => id) }] })).toThrow("at most 100 are read");
  });
});

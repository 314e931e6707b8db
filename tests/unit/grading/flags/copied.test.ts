// Room: tests. How much of an answer may be somebody else's words.
import { describe, expect, test } from "vitest";
import { modelPasted, questionCopied, weakCopied } from "../../../../src/grading/flags/copied.ts";
import { type Against, readAnswer } from "../../../../src/grading/flags/read.ts";

/** So many words that stand nowhere else. */
const words = (count: number, name: string) => Array.from({ length: count }, (_, at) => `${name}${at}`).join(" ");
const read = (text: string, against: Against) => readAnswer(text, against);

describe("a copy of the question", () => {
  const prompt = words(9, "asked");

  test("has at most a quarter of words of its own", () => {
    const flagged = [3, 4].map((own) => questionCopied(read(`${prompt} ${words(own, "own")}`, { prompt })) !== undefined);
    expect(flagged).toEqual([true, false]);
  });

  test("has fewer than twelve words of its own, however long it is", () => {
    const long = words(90, "asked");
    const flagged = [11, 12].map((own) => questionCopied(read(`${long} ${words(own, "own")}`, { prompt: long })) !== undefined);
    expect(flagged).toEqual([true, false]);
  });

  test("is none where a right answer has no more than a quarter of other words", () => {
    const isFlagged = (reference: string) => questionCopied(read(prompt, { prompt, references: [reference] })) !== undefined;
    expect([isFlagged("asked0 asked1 asked2 other"), isFlagged("asked0 asked1 other")]).toEqual([false, true]);
  });

  test("is pointed to where it stands, without one's own words around it", () => {
    expect(questionCopied(read(`well so ${prompt}`, { prompt }))).toEqual({
      id: "question-copied",
      reason: "Most of these words are the question's own.",
      cap: 0.1,
      evidence: [{ start: 8, end: 8 + prompt.length }],
    });
  });
});

test("a copy of the weak answer has at most a quarter of words of its own", () => {
  const weak = words(9, "weak");
  const reasons = [3, 4].map((own) => weakCopied(read(`${weak} ${words(own, "own")}`, { weak }))?.reason);
  expect(reasons).toEqual(["This is the weak answer again, nearly word for word.", undefined]);
});

test("a pasted model answer makes half of the words", () => {
  const model = words(10, "model");
  const reasons = [10, 11].map((own) => modelPasted(read(`${model} ${words(own, "own")}`, { model }))?.reason);
  expect(reasons).toEqual(["These are the model answer's own sentences: they show what it knows, not what you do.", undefined]);
});

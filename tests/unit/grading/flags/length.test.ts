// Room: tests. Where an answer is too short, and where it becomes too long.
import { expect, test } from "vitest";
import { tooLong, tooShort } from "../../../../src/grading/flags/length.ts";
import { readAnswer } from "../../../../src/grading/flags/read.ts";

test("an answer is too long from twice the fastest speech on, where the question has a time", () => {
  const isFlagged = (count: number, minutes: number | undefined) => tooLong(readAnswer("word ".repeat(count), { minutes })) !== undefined;
  expect([isFlagged(400, 1), isFlagged(401, 1), isFlagged(401, 2), isFlagged(401, undefined)]).toEqual([false, true, false, false]);
});

test("one word is enough where a right answer has it, in either spelling", () => {
  const flagOf = (text: string) => tooShort(readAnswer(text, { references: ["The colour changed.", "Gray"] }));
  expect(["colour", "color", "Color", "grey"].map(flagOf)).toEqual([undefined, undefined, undefined, undefined]);
  expect(flagOf("size")?.reason).toBe("One word is too few to mark.");
});

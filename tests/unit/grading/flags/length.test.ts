// Room: tests. Where an answer becomes too long.
import { expect, test } from "vitest";
import { tooLong } from "../../../../src/grading/flags/length.ts";
import { readAnswer } from "../../../../src/grading/flags/read.ts";

test("an answer is too long from twice the fastest speech on, where the question has a time", () => {
  const isFlagged = (count: number, minutes: number | undefined) => tooLong(readAnswer("word ".repeat(count), { minutes })) !== undefined;
  expect([isFlagged(400, 1), isFlagged(401, 1), isFlagged(401, 2), isFlagged(401, undefined)]).toEqual([false, true, false, false]);
});

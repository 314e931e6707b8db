// Room: tests. How few words tell an order.
import { expect, test } from "vitest";
import { readAnswer } from "../../../../src/grading/flags/read.ts";
import { shuffled } from "../../../../src/grading/flags/shuffled.ts";

test("words can stand in no order from four on", () => {
  const isFlagged = (text: string) => shuffled(readAnswer(text, {})) !== undefined;
  expect(shuffled(readAnswer("battery the of gap", {}))?.reason).toBe("The words stand in no order that makes sentences.");
  expect([isFlagged("gap the of"), isFlagged("battery the of gap"), isFlagged("gap of the battery")]).toEqual([false, true, false]);
});

import { expect, test } from "vitest";
import { conflictsView } from "../../../../src/terminal/views/conflicts.ts";
import { aTheme } from "../../../support/builders.ts";

const conflict = {
  now: { number: "8 to 2 percent", sentence: "Empty shelves fell from 8 to 2 percent in ten stores." },
  before: { number: "8 to 5 percent", sentence: "Empty shelves fell from 8 to 5 percent in ten stores." },
  at: "2026-11-20T19:00:00Z",
  attempt: "a",
  question: "d/star",
};

test("both sentences stand below each other, with the day", async () => {
  expect(`\n${conflictsView([conflict], await aTheme(60))}`).toMatchInlineSnapshot(`
    "
    You told this story with another number before
      ! Now 8 to 2 percent: "Empty shelves fell from 8 to 2
        percent in ten stores."
        On 2026-11-20 8 to 5 percent: "Empty shelves fell from 8
        to 5 percent in ten stores."
    Interviewers compare notes: settle on one number, and know
    where it comes from.
    "
  `);
});

test("nothing is said of nothing", async () => {
  expect(conflictsView([], await aTheme())).toBe("");
});

test.each([20, 34])("fits a window of %i columns", async (columns) => {
  for (const row of conflictsView([conflict], await aTheme(columns)).split("\n")) expect(row.length, row).toBeLessThanOrEqual(columns);
});

// Room: tests. The page on marking says what the rules say.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { dimensions, type Level } from "../../src/domain/rubric.ts";
import { anchorOf } from "../../src/grading/anchors.ts";
import { credit, foundFrom, partlyFrom } from "../../src/grading/key-points.ts";
import { mostTelling } from "../../src/grading/total.ts";

const page = readFileSync("docs/marking.md", "utf8");

test("every anchor of every dimension is on the page", () => {
  const anchors = dimensions.flatMap((dimension) =>
    ([1, 2, 3, 4, 5] as const satisfies readonly Level[]).map((level) => `${level}. ${anchorOf(dimension, level)}`),
  );
  expect(anchors.filter((anchor) => !page.includes(anchor))).toEqual([]);
});

test("the thresholds on the page are those of the rules", () => {
  expect(page).toContain(`**Found** from strength ${foundFrom}, **partly** from ${partlyFrom}.`);
  expect(page).toContain(`from strength ${credit.from} (nothing) to ${credit.whole} (whole)`);
  expect(page).toContain(`× (${1 - mostTelling} + ${mostTelling} × mean of the other levels`);
});

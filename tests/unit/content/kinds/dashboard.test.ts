// Room: tests. Dashboards as decks write them, and what is said of one that is wrong.
import { describe, expect, test } from "vitest";
import { parseDeck } from "../../../../src/content/deck.ts";
import { deckText, fileOf, soundQuestion, told } from "../../../support/decks.ts";

const head = "## Q\n\n`id: q` `draw: 2`\n\nIt has run for {weeks} weeks.\n\n";
const given = "Given:\n- weeks = one of 2, 3\n- a = 3 to 9 step 1\n\n";
const table = "Table: Line | Before | Now\n\n";
const buckets =
  "### Bucket: Signal\n- Orders | {a} | {= a + 1 : 1} — it grew by {= 100 / a : 0} %\n### Bucket: Noise\n- Clicks | 3 | 4 — no matter\n- Views | 5 | 6\n";

function complaints(body: string): readonly string[] {
  return told(parseDeck(fileOf(deckText(body))).problems);
}

describe("a dashboard", () => {
  test("has the columns of its table, a number of rows to draw, and numbers", () => {
    const question = soundQuestion("sort", head + given + table + buckets);
    expect(question.prompt).toBe("It has run for {weeks} weeks.");
    expect(question.dashboard).toEqual({
      columns: ["Line", "Before", "Now"],
      draw: 2,
      parameters: [
        { name: "weeks", choices: [2, 3] },
        { name: "a", from: 3, to: 9, step: 1 },
      ],
    });
    expect(question.buckets[0]?.items).toEqual([{ text: "Orders | {a} | {= a + 1 : 1}", reason: "it grew by {= 100 / a : 0} %" }]);
  });

  test("is none without a table", () => {
    expect(soundQuestion("sort", "## Q\n\n`id: q`\n\nSort.\n\n### Bucket: A\n- one | two\n### Bucket: B\n- three").dashboard).toBeUndefined();
  });

  test("may draw all its rows, and no numbers", () => {
    const question = soundQuestion("sort", `## Q\n\n\`id: q\`\n\n${table}### Bucket: A\n- one | 1 | 2\n### Bucket: B\n- three | 3 | 4`);
    expect(question.dashboard).toEqual({ columns: ["Line", "Before", "Now"], draw: undefined, parameters: [] });
  });

  test.each([
    ["something is drawn without a table: the setting", head.replace("{weeks} ", "") + buckets.replace(/\{[^}]*\}/g, "1"), ["table-missing 7:10"]],
    ["something is drawn without a table: numbers", `## Q\n\n\`id: q\`\n\n${given}${buckets}`, ["table-missing 5:1"]],
    ["a row has a cell too few", head + given + table + buckets.replace("Views | 5 | 6", "Views | 5"), ["row-cells 21:3"]],
    ["a row names what is not drawn", head + given + table + buckets.replace("| 5 |", "| {b} |"), ["formula-name 21:12"]],
    ["a reason names what is not drawn", head + given + table + buckets.replace("no matter", "{c}"), ["formula-name 20:21"]],
    ["the prompt names what is not drawn", head.replace("weeks}", "days}") + given + table + buckets, ["formula-name 9:17", "parameter-unused 12:3"]],
    ["a number is drawn and not used", head + given.replace("- a", "- b = one of 1, 2\n- a") + table + buckets, ["parameter-unused 13:3"]],
    ["fewer rows are to be drawn than there are buckets", head.replace("draw: 2", "draw: 1") + given + table + buckets, ["setting-value 7:16"]],
    ["more rows are to be drawn than there are", head.replace("draw: 2", "draw: 4") + given + table + buckets, ["setting-value 7:16"]],
    ["there are two tables", head + given + table + table + buckets, ["section-repeated 17:1"]],
  ])("%s", (_, body, found) => expect(complaints(body)).toEqual(found));
});

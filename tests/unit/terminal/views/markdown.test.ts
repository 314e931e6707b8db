import { describe, expect, it } from "vitest";
import { markdownRows, plainText } from "../../../../src/terminal/views/markdown.ts";
import { tableRows } from "../../../../src/terminal/views/table.ts";
import { textWidth } from "../../../../src/terminal/prompts/cells.ts";
import { aTheme } from "../../../support/builders.ts";
import { growthOf } from "../../../support/growth.ts";

async function shown(text: string, columns = 40): Promise<string> {
  return `\n${markdownRows(text, await aTheme(columns)).join("\n")}\n`;
}

describe("markdown", () => {
  it("joins the lines of a paragraph and wraps them anew", async () => {
    expect(await shown("One **store** number,\nnamed with `shrink` and a baseline that is dated.\n\nThe next.")).toMatchInlineSnapshot(`
      "
      One store number, named with \`shrink\`
      and a baseline that is dated.

      The next.
      "
    `);
  });

  it("keeps lists, nested and numbered, with their hanging indent", async () => {
    expect(await shown("- the baseline, with its date and who counts it\n  - for a store\n    and a week\n- dollars\n\n1. first\n2. second"))
      .toMatchInlineSnapshot(`
      "
      • the baseline, with its date and who
        counts it
        • for a store and a week
      • dollars

      1. first
      2. second
      "
    `);
  });

  it("keeps a fenced block as it is", async () => {
    expect(await shown("Look:\n\n```\nPOS  ->   lake  ->  a forecast that is wider than the window\n\n  *not* bold\n```\nDone.")).toMatchInlineSnapshot(`
      "
      Look:

        POS  ->   lake  ->  a forecast that is wider than the window

          *not* bold

      Done.
      "
    `);
  });

  it("ends a list where a fenced block begins", async () => {
    expect(markdownRows("- one\n```\n- two\n```", await aTheme())).toEqual(["• one", "", "  - two"]);
  });

  it("marks a quote at its side", async () => {
    expect(await shown("> The model improved from 88 % to 94 % accuracy, and\n> that is that.")).toMatchInlineSnapshot(`
      "
      │ The model improved from 88 % to 94 %
      │ accuracy, and that is that.
      "
    `);
  });

  it("draws a table", async () => {
    expect(await shown("| metric | moves |\n| --- | ---: |\n| **shrink** | dollars |\n| page views | nothing at all that matters here |"))
      .toMatchInlineSnapshot(`
      "
      metric      moves
      ──────────  ────────────────────────────
      shrink      dollars
      page views  nothing at all that matters
                  here
      "
    `);
  });

  it("leaves stars of arithmetic alone, and shows where an outside link leads", async () => {
    expect(await shown("2 * 3 * 4 is 24; see [the page](https://example.com) or [the loop](loop.md).", 80)).toMatchInlineSnapshot(`
      "
      2 * 3 * 4 is 24; see the page (https://example.com) or the loop.
      "
    `);
  });

  it("takes the marks off where no style is possible", () => {
    expect(plainText("**Bold** and `code` of [a label](x.md), *stressed*")).toBe("Bold and code of a label, stressed");
  });
});

describe("a table", () => {
  const table = {
    columns: [{ title: "Question" }, { title: "Mark" }, { title: "Minutes", align: "right" as const }],
    rows: [
      ["What would you build to cut empty shelves, and how would you know?", "getting there", "8"],
      ["漢字", "good", "12"],
    ],
  };

  it("shrinks its widest column", async () => {
    expect(`\n${tableRows(table, await aTheme(56)).join("\n")}\n`).toMatchInlineSnapshot(`
      "
      Question                          Mark           Minutes
      ────────────────────────────────  ─────────────  ───────
      What would you build to cut       getting there        8
      empty shelves, and how would you
      know?
      漢字                              good                12
      "
    `);
  });

  it("becomes a list where columns would be too narrow to read", async () => {
    expect(`\n${tableRows(table, await aTheme(30)).join("\n")}\n`).toMatchInlineSnapshot(`
      "
      What would you build to cut
      empty shelves, and how would
      you know?
        Mark: getting there
        Minutes: 8

      漢字
        Mark: good
        Minutes: 12
      "
    `);
  });

  it.each([100, 80, 60, 40, 20])("fits %s columns", async (columns) => {
    const rows = tableRows(table, await aTheme(columns));
    expect(Math.max(...rows.map(textWidth))).toBeLessThanOrEqual(columns);
  });
});

describe("text made to be slow or deep", () => {
  it.each([
    ["brackets", "", "["],
    ["brackets in a list", "", "*\n[\n"],
    ["links that do not close", "", "[a](b"],
    ["fences that close", "", "```\nx\n```\n"],
    ["quotes within quotes", "", "> "],
    ["quotes", "", "> x\n\n"],
    ["headings", "", "# a\n"],
    ["a rule of dashes", "|\n|", "-"],
    ["a rule of blanks and dashes", "|\n|", " -"],
    ["rules", "", "a|\n"],
    ["stars", "", "**a"],
    ["blanks", "a", " "],
    ["paragraphs", "", "a\n\n"],
  ])("is drawn in a straight line: %s", async (_, start, piece) => {
    const theme = await aTheme(40);
    expect(growthOf((text) => markdownRows(`${text}x`, theme), piece, { start })).toBeLessThan(32);
  });

  it("is drawn, however much of one thing there is", async () => {
    const theme = await aTheme(40);
    expect(markdownRows("# a\n".repeat(50_000), theme)).toHaveLength(50_000);
    expect(markdownRows("a\n\n".repeat(300_000), theme)).toHaveLength(599_999);
    expect(markdownRows(`a|b\n-|-\n${"c|d\n".repeat(150_000)}`, await aTheme(3)).length).toBeGreaterThan(150_000);
  });

  it("of quotes within quotes shows seven as such, and the rest as it stands", async () => {
    const [row = ""] = markdownRows(`${"> ".repeat(9)}deep`, await aTheme(60));
    const bar = (await aTheme(60)).glyphs.bar;
    expect(row).toBe(`${`${bar} `.repeat(7)}> > deep`);
  });
});

// Room: tests. A page as lines: what is a section of it, what is blank, and where its words stand.
import { describe, expect, test } from "vitest";
import { columnOf, complain, isBlankLine, linesIn, pageOf, type Range, sectionsOf, textOf } from "../../../src/content/page.ts";
import { fileOf } from "../../support/decks.ts";

const lines = ["about", "## One", "a", "### Part", "b", "", "### ", "c", "```", "## no heading", "", "```", "##Glued", "## Two  ", "### Last", "###", "d"];
const page = pageOf(fileOf(lines.join("\n")));
const whole: Range = { from: 1, to: lines.length + 1 };

describe("sections", () => {
  const shown = (level: 2 | 3, range = whole): readonly string[] =>
    sectionsOf(page, level, range).map(({ title, line, from, to }) => `${line} ${from}-${to} ${title}`);

  test("go from their heading to the next of their level, or to the end", () => {
    expect(shown(2)).toEqual(["2 3-14 One", "14 15-18 Two"]);
    expect(shown(3)).toEqual(["4 5-7 Part", "7 8-15 ", "15 16-16 Last", "16 17-18 "]);
  });

  test("are those of the lines that are asked for", () => {
    expect(shown(3, { from: 3, to: 14 })).toEqual(["4 5-7 Part", "7 8-14 "]);
    expect(shown(2, { from: 3, to: 14 })).toEqual([]);
    expect(linesIn({ from: 3, to: 6 })).toEqual([3, 4, 5]);
  });
});

test("a line is blank with nothing on it, also within a fenced block, and beyond the end", () => {
  expect(linesIn(whole).filter((line) => isBlankLine(page, line))).toEqual([6, 11]);
  expect(isBlankLine(page, lines.length + 1)).toBe(true);
});

test("words stand in the column where they begin first; what does not stand there is told of the whole line", () => {
  expect([columnOf(page, 10, "no"), columnOf(page, 10, "heading"), columnOf(page, 10, "none"), columnOf(page, 99, "x")]).toEqual([4, 7, 1, 1]);
});

test("a text has no blank lines at its ends, and keeps those within and the blanks before its words", () => {
  expect(textOf(["", "  ", "  a", "", "b ", " ", ""])).toBe("  a\n\nb");
  expect([textOf([]), textOf(["", " "])]).toEqual(["", ""]);
});

test("a complaint has the severity and the advice of its rule, and the first column where none is given", () => {
  const own = pageOf(fileOf("a\n"));
  complain(own, { rule: "parameter-unused", line: 1, message: "m" });
  complain(own, { rule: "title-missing", line: 1, column: 3, message: "n" });
  expect(own.problems).toEqual([
    {
      rule: "parameter-unused",
      severity: "warning",
      place: { file: "acme/pm/deck.md", line: 1, column: 1 },
      message: "m",
      advice: "Use the parameter in the prompt or the formula, or remove it.",
    },
    {
      rule: "title-missing",
      severity: "error",
      place: { file: "acme/pm/deck.md", line: 1, column: 3 },
      message: "n",
      advice: "Add `title: …` to the front matter.",
    },
  ]);
});

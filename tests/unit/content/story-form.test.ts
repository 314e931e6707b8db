import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { growthOf } from "../../support/growth.ts";
import { readStoryForm, writeStoryForm } from "../../../src/content/story-form.ts";

const parts = { situation: "Shelves were empty.", task: "", action: "I counted.\n\nThen I rang.", result: "5 %." };
const page = writeStoryForm({ title: "Empty\nshelves", parts }, "Change\nthis.");
const complaints = (text: string) => readStoryForm("s.md", text).problems.map(({ place, message }) => `${place.line}: ${message}`);

test("a story is a page that reads as text", () => {
  expect(page).toBe(
    "<!-- Change this. -->\n\n# Empty shelves\n\n## Situation\n\nShelves were empty.\n\n## Task\n\n## Action\n\nI counted.\n\nThen I rang.\n\n## Result\n\n5 %.\n",
  );
  expect(readStoryForm("s.md", page)).toEqual({ value: { title: "Empty shelves", parts }, problems: [] });
  // What acts on a terminal would swallow the end of the note.
  expect(readStoryForm("s.md", writeStoryForm({ title: "T", parts }, "a\u001b]b")).problems).toEqual([]);
});

test("any words come back as they went, at most without the blanks around them", () => {
  const line = fc.oneof(fc.string(), fc.constantFrom("## Task", "##Task", "\\## Task", "### Own", "# x", "<!-- x -->", "", "\\\\##"));
  const text = fc.array(line, { maxLength: 6 }).map((lines) => lines.join("\n").trim());
  fc.assert(
    fc.property(fc.record({ situation: fc.constant("Said."), task: text, action: text, result: text }), (written) => {
      expect(readStoryForm("s.md", writeStoryForm({ title: "T", parts: written }, "n")).value?.parts).toEqual(written);
    }),
  );
});

describe("reading is lenient about", () => {
  test.each([
    ["the order of the parts", "## Result\n5 %.\n## Task\n## Situation\nShelves were empty.\n## Action\nI counted.\n\nThen I rang."],
    ["case, colons and missing blanks", page.replace("## Situation", "##situation:").replace("## Task", "## TASK ##")],
    ["Windows line ends and a missing note", page.split("\n").slice(1).join("\r\n")],
  ])("%s", (_, text) => {
    expect(readStoryForm("s.md", text).value?.parts).toEqual(parts);
  });

  test("comments and blanks about the title, of which many are one", () => {
    const title = (head: string) => readStoryForm("s.md", page.replace(/^<!--[\s\S]*?(?=## S)/, head)).value?.title;
    expect([title(" #   One\ttwo  \n<!-- a --> \n"), title("<!-- a -->\n\n#\n# Two\n")]).toEqual(["One two", "Two"]);
    expect(complaints(page.replace("# Empty shelves", "x <!-- a -->"))).toEqual(["3: this stands before the first of the four headings"]);
  });

  test("a missing title", () => {
    expect(readStoryForm("s.md", page.replace(/^# .*$/m, "")).value?.title).toBe("");
    expect(readStoryForm("s.md", page.replace(/^# .*$/m, "#")).value?.title).toBe("");
  });
});

test("what belongs to no heading is lost only where that is told, and how to mend it is told with it", () => {
  const { problems } = readStoryForm("s.md", page.replace("## Task", "## Tusk\nx"));
  expect(problems).toEqual([
    {
      rule: "story-form",
      severity: "error",
      place: { file: "s.md", line: 9, column: 1 },
      message: '"## Tusk" is none of the four headings',
      advice: "They are ## Situation, ## Task, ## Action, ## Result. A heading of your own has three signs: ### Tusk",
    },
    {
      rule: "story-form",
      severity: "error",
      place: { file: "s.md", line: 21, column: 1 },
      message: 'the heading "## Task" is missing',
      advice: "Put the line ## Task above what belongs to it; an empty part keeps its heading.",
    },
  ]);
  expect(complaints("## Situation\n \n## Task\n\n## Action\n\t\n## Result\n")).toEqual(["8: all four parts are empty"]);
  expect(complaints(page.replace("## Task", "## Task  \n\n  ## Task"))).toEqual([]);
});

describe("a page that cannot be told is refused with the line of", () => {
  test.each([
    [
      "a heading that is none of the four",
      page.replace("## Task", "## Tusk"),
      ['9: "## Tusk" is none of the four headings', '20: the heading "## Task" is missing'],
    ],
    ["a heading that stands there twice", page.replace("## Task", "## Task\n\n## Task"), ['11: "## Task" stands here again; the first is in line 9']],
    [
      "text before the first heading",
      page.replace("## Situation", "Oh.\n\n# Another\n\n## Situation"),
      [5, 7].map((line) => `${line}: this stands before the first of the four headings`),
    ],
    ["an end without all parts", "# T\n\n## Situation\n\nx\n\n## Task\n\n## Action\n", ['10: the heading "## Result" is missing']],
    ["an end without a word", page.replace(/^[^#<\n].*$/gm, ""), ["20: all four parts are empty"]],
  ])("%s", (_, text, wanted) => {
    expect(complaints(text)).toEqual(wanted);
    expect(readStoryForm("s.md", text).value).toBeUndefined();
  });
});

test.each([":#", "# ", " "])("a heading of many %j is read in a straight line", (piece) => {
  expect(growthOf((text) => readStoryForm("s.md", `##${text}x`), piece)).toBeLessThan(32);
});

// Texts made to be slow, deep or odd. The disk refuses files beyond 2 MB; the parsers hold without it.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseDeck } from "../../../src/content/deck.ts";
import { parseFramework } from "../../../src/content/framework.ts";
import { lintLibrary } from "../../../src/content/lint.ts";
import { parseLoop } from "../../../src/content/loop.ts";
import { parseCompetencies, parseFacts, parseSources } from "../../../src/content/registry.ts";
import type { Library } from "../../../src/domain/library.ts";
import { fileOf, told } from "../../support/decks.ts";
import { growthOf } from "../../support/growth.ts";

const head = "---\ntitle: T\n---\n\n";
const question = "## Q\n\n`id: q`\n\n";
const none: Library = { decks: [], frameworks: [], loops: [], facts: [], sources: [], competencies: [], problems: [] };

/** Reads a deck and lints it, as `decks lint` would. */
function lintDeck(text: string): void {
  const file = fileOf(text);
  const { value, problems } = parseDeck(file);
  lintLibrary({ library: { ...none, decks: value ? [value] : [], problems }, files: new Map([[file.file, file]]), locks: [] });
}

/** About 16 where time is linear, about 256 where it is quadratic. */
function growthFrom(start: string, piece: string, work: (text: string) => void): number {
  return growthOf(work, piece, { start, small: 20_000, large: 320_000 });
}

describe("time grows with the text in a straight line", () => {
  test.each([
    ["headings", head, "## \n"],
    ["headings of questions", head, "## Q q\nAnswer: a\n\n"],
    ["questions with one id", head, "## Q\n`id: x`\nAnswer: a\n"],
    ["sections", head + question, "### x\n"],
    ["sections of one name", head + question, "### Key points\n- a\n"],
    ["backticks in a line", head + question, "`"],
    ["lone backticks", head + question, "` "],
    ["fences that close", head + question, "```\nx\n```\n"],
    ["fences that do not", head + question, "````\n`````x\n"],
    ["an open fence", `${head}${question}\`\`\`\n`, "## x\n"],
    ["comments that do not close", head + question, "<!-- \n"],
    ["comments that close", head + question, "<!-- -->\n"],
    ["nested quotes", `${head}${question}### Weak answer\n`, "> "],
    ["options", `${head}${question}`, "- [ ] a\n"],
    ["deep lists", `${head}${question}`, `${"  ".repeat(100)}- a\n`],
    ["a line of dashes", head + question, "- "],
    ["a line of dashes and letters", head + question, "- - x"],
    ["a line of stars", `${head}${question}### Key points\n- `, "**"],
    ["blanks that do not close", head + question, "{{"],
    ["a blank that does not close", `${head}${question}{{`, "a"],
    ["blanks in a line", head + question, "{{a}} "],
    ["blanks in lines", head + question, "{{a}}\n"],
    ["a heading of a blank that does not close", `${head}## {{`, "a|"],
    ["parameters", `${head}${question}{a}\n\nFormula: 1\n\nGiven:\n`, "- a = 1 to 2 step 1\n"],
    ["a list of numbers", `${head}${question}Formula: a\n\nGiven:\n- a = one of 1`, ", 1"],
    ["a list of numbers over lines", `${head}${question}Formula: a\n\nGiven:\n- a = one of 1`, ",\n  1"],
    ["a sum", `${head}${question}Formula: 1`, "+1"],
    ["a sum over lines", `${head}${question}Formula: 1`, "+1\n+1 "],
    ["brackets of a formula", `${head}${question}Formula: `, "("],
    ["expressions", `${head}${question}Formula: 1\n\nx `, "{a} "],
    ["colons of an expression", `${head}${question}Formula: 1\n\n{= `, ": 1"],
    ["spaces", head + question, " "],
    ["spaces before a backtick", `${head}${question}### Key points\n- a \`b\``, "          "],
    ["settings in a line", head + question, "`a: b` "],
    ["settings in lines", head + question, "`a: b`\n"],
    ["settings of many keys", head + question, "`ab: b` `ba: b`\n"],
    ["colons of a setting", `${head}${question}\``, ":"],
    ["phases", `${head}## Q\n\`phases: `, "a 1, "],
    ["sources", `${head}## Q\n\`source: `, "a-1, "],
    ["hyphens of a source", `${head}## Q\n\`source: `, "1-"],
    ["links that lead nowhere", "---\ntitle: T\nround: none\nsource: a\ncompetencies: x\n---\n\n", "## Q\nAnswer: a\n"],
    ["answers", head + question, "Answer: a\n"],
    ["forms", `${head}${question}Answer: `, "|"],
    ["a paragraph", `${head}${question}Why: `, "a\n"],
    ["key points of one id", `${head}${question}### Key points\n`, "- **a** `id: a`\n  - b\n"],
    ["phrasings", `${head}${question}### Key points\n- **a**\n`, "  - aa\n"],
    ["spans that go over the end of a line", `${head}${question}### Key points\n- a`, "b`\n"],
    ["spans without a colon", `${head}${question}### Key points\n- a`, "`b` "],
    ["follow-ups", `${head}${question}### Key points\n- a\n### Follow-ups\n`, "- a `missing: b`\n"],
    ["buckets", head + question, "### Bucket: a\n- a\n"],
    ["steps to order", head + question, "1. a\n"],
  ])("%s", (_, start, piece) => {
    expect(growthFrom(start, piece, lintDeck)).toBeLessThan(64);
  });

  const parsers = { loop: parseLoop, framework: parseFramework, facts: parseFacts, sources: parseSources, competencies: parseCompetencies };
  test.each([
    ["loop", `${head}## Rounds\n`, "### a\n`source: b`\n"],
    ["loop", `${head}## Signals\n`, "- a `source: b`\n"],
    ["loop", head, "## Pay\n- a\n"],
    ["loop", `${head}## FAQ\n`, "### a\nb\n"],
    ["framework", `${head}## Parts\n`, "1. **a** `id: a`\n"],
    ["framework", `${head}## Parts\n1. **a**\n1. **b**\n## Prompts\n`, "### a\n- **a**\n  - b\n"],
    ["framework", `${head}## Parts\n1. **a**\n1. **b**\n## Prompts\n### a\n- **a**\n`, "  - b\n"],
    ["framework", `${head}## Parts\n1. **a**\n1. **b**\n## Prompts\n### a\n`, "- **c**\n"],
    ["facts", head, "## a\n- b\nConflict: c\n"],
    ["facts", `${head}## a\nConflict: c\n`, "x\n"],
    ["facts", `${head}## a\n- b`, "c`\n"],
    ["facts", `${head}## a\n- b`, "`source: c`\nd "],
    ["sources", "", "- **a** `id: a` `confidence: own`\n"],
    ["competencies", "", "- **a** `id: a`\n"],
  ] as const)("a %s of %j", (kind, start, piece) => {
    expect(growthFrom(start, piece, (text) => void parsers[kind](fileOf(text)))).toBeLessThan(64);
  });
});

describe("much of one thing", () => {
  test("100,000 headings are read, each with its complaints", () => {
    const { problems } = parseDeck(fileOf(head + "## x\n".repeat(100_000)));
    expect(problems).toHaveLength(100_000);
  });

  test("a million backticks within a line are text", () => {
    const { value } = parseDeck(fileOf(`${head}${question}Look: ${"`".repeat(1_000_000)}\n\nAnswer: a\n`));
    expect(value?.questions).toHaveLength(1);
  });

  test("10,000 levels of a list are one level beneath an item", () => {
    const lines = Array.from({ length: 10_000 }, (_, index) => `${" ".repeat(Math.min(index, 1000))}- ${index}`).join("\n");
    const { value, problems } = parseDeck(fileOf(`${head}${question}### Key points\n${lines}\n### Model answer\nx\n`));
    expect(value).toBeDefined();
    expect(problems.length).toBeGreaterThan(0);
  });

  test("a line of a megabyte and more exhausts no stack", () => {
    for (const piece of ["- ", "* ", "`a: b` ", "{{a}} ", "[ ] ", "1. ", "> "]) {
      expect(() => parseDeck(fileOf(`${head}${question}${piece.repeat(600_000)}\n`))).not.toThrow();
    }
  });
});

describe("names of the prototype are names like any other", () => {
  test.each(["__proto__", "constructor", "toString", "valueOf"])("%s as a parameter", (name) => {
    const { value, problems } = parseDeck(fileOf(`${head}${question}How much is {${name}}?\n\nGiven:\n- ${name} = one of 2, 4\n\nFormula: \`${name} * 2\`\n`));
    expect(told(problems)).toEqual([]);
    const library: Library = { ...none, decks: value ? [value] : [] };
    expect(lintLibrary({ library, files: new Map(), locks: [] })).toEqual([]);
  });

  test.each(["__proto__", "constructor", "toString", "valueOf"])("%s as an id, a setting, a section and a function", (name) => {
    const text = `## Q\n\n\`id: ${name}\` \`${name}: x\`\n\nAnswer: a\n\n### ${name}\nx\n\n## R\n\n\`id: r\`\n\n{a}\n\nGiven:\n- a = one of 1, 2\n\nFormula: \`${name}(a)\`\n`;
    const { value, problems } = parseDeck(fileOf(head + text));
    expect(value?.questions).toEqual([]);
    expect(problems.map(({ rule }) => rule)).toEqual(expect.arrayContaining(["section-unknown", "formula-form"]));
  });

  test("ids that are prototype names are found apart, and only once", () => {
    const text = ["constructor", "valueof", "tostring"].map((id) => `## Q ${id}\n\n\`id: ${id}\`\n\nAnswer: a\n`).join("\n");
    expect(told(parseDeck(fileOf(head + text)).problems)).toEqual([]);
  });
});

describe("ids", () => {
  test.each(["../../x", "a/b", "CON", "-rf", "a--b", "a-", "ä", "а", "😀", "a b", "x".repeat(81), "a\\b", "a.b", "%2e"])("%s is refused", (id) => {
    expect(told(parseDeck(fileOf(`${head}## Q\n\n\`id: ${id}\`\n\nAnswer: a\n`)).problems)).toEqual(["id-form 7:6"]);
  });
});

describe("what the parser was not made for", () => {
  const lines = fc.array(
    fc.constantFrom(
      "## Q",
      "##",
      "### Key points",
      "### Model answer",
      "### Bucket: a",
      "### Situation",
      "### Weak answer",
      "###",
      "`id: a`",
      "`minutes: 3` `phases: a 1, b 2`",
      "`",
      "``",
      "```",
      "~~~",
      "<!--",
      "-->",
      "- [ ] a",
      "- [x] b — c",
      "- [x]",
      "- a `missing: b`",
      "  - c",
      "\t- d",
      "1. a",
      "2) b",
      "* * *",
      "---",
      "Answer: a | b",
      "Answer:",
      "Why: x",
      "Hint: y",
      "Given:",
      "Given: x",
      "- a = 1 to 2 step 1",
      "- b = one of 1, 2",
      "Formula: `a + b`",
      "Formula: (",
      "Steps:",
      "{{a}} {{b | c}}",
      "{{",
      "}}",
      "{a} {= a : 2}",
      "> quote",
      "",
      " ",
      "text",
      "**bold** `id: x` `weight: 2`",
      "- **bold** `id: x` `weight: 2` — because",
      "title: x",
      "# H1",
      "é😀",
      "\u2028",
      "__proto__",
      "constructor",
    ),
    { maxLength: 40 },
  );
  const texts = fc.oneof(
    fc.string({ unit: "binary", maxLength: 200 }),
    lines.map((parts) => head + parts.join("\n")),
    lines.map((parts) => `${head}## Q\n\`id: q\`\n${parts.join("\n")}`),
    fc.tuple(lines, lines).map(([front, body]) => `---\n${front.join("\n")}\n---\n${body.join("\n")}`),
  );

  test("no text makes a parser throw, and the same text gives the same result", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const file = fileOf(text);
        for (const parse of [parseDeck, parseLoop, parseFramework, parseFacts, parseSources, parseCompetencies]) expect(parse(file)).toEqual(parse(file));
        lintDeck(text);
      }),
      { numRuns: 800 },
    );
  });

  test("every complaint stands in the file", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const count = text.split("\n");
        for (const { place } of parseDeck(fileOf(text)).problems) {
          expect(place.line).toBeGreaterThanOrEqual(1);
          expect(place.line).toBeLessThanOrEqual(Math.max(2, count.length));
          expect(place.column).toBeGreaterThanOrEqual(1);
          expect(place.column).toBeLessThanOrEqual((count[place.line - 1]?.length ?? 0) + 1);
        }
      }),
      { numRuns: 800 },
    );
  });

  test("a question without an error has what its kind needs", () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const question of parseDeck(fileOf(text)).value?.questions ?? []) {
          expect(question.prompt.trim()).not.toBe("");
          expect(question.minutes).toBeGreaterThan(0);
          if (question.kind === "choice") expect(question.options.filter((option) => option.isRight).length).toBeGreaterThan(0);
          if (question.kind === "recall") expect(question.blanks.length).toBeGreaterThan(0);
          if (question.kind === "sort") expect(question.buckets.length).toBeGreaterThan(1);
        }
      }),
      { numRuns: 800 },
    );
  });

  test("a heading inside a fenced block is text", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("```", "~~~~", "````"),
        fc.array(fc.constantFrom("## Not a question", "### Not a section", "`id: x`", "Answer: no", "- [x] no", "{{no}}", "", "``", "<!-- no"), {
          maxLength: 10,
        }),
        (fence, inner) => {
          const { value, problems } = parseDeck(
            fileOf(`${head}${question}Look:\n\n${fence}text\n${inner.join("\n")}\n${fence}\n\nAnswer: yes\n\n## R\n\n\`id: r\`\n\nAnswer: a\n`),
          );
          expect(told(problems)).toEqual([]);
          expect(value?.questions.map(({ id }) => id)).toEqual(["acme/pm/deck/q", "acme/pm/deck/r"]);
          expect(value?.questions[0]?.prompt).toContain(inner.join("\n").trimEnd());
        },
      ),
    );
  });
});

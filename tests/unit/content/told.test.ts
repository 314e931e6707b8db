// What a person reads when a file is wrong: every complaint, word for word, with its place.
import { describe, expect, test } from "vitest";
import { parseDeck } from "../../../src/content/deck.ts";
import { parseFramework } from "../../../src/content/framework.ts";
import { lintLibrary } from "../../../src/content/lint.ts";
import { parseLoop } from "../../../src/content/loop.ts";
import { parseCompetencies, parseFacts, parseSources } from "../../../src/content/registry.ts";
import type { Library } from "../../../src/domain/library.ts";
import type { Problem } from "../../../src/domain/problem.ts";
import { fileOf } from "../../support/decks.ts";

/** `line:column message`, as the parser came upon them. */
function said(problems: readonly Problem[]): string {
  return problems.map(({ place, message }) => `${place.line}:${place.column} ${message}`).join("\n");
}

const head = "---\ntitle: T\n---\n";
const deck = (body: string): string => said(parseDeck(fileOf(head + body)).problems);

describe("of a deck's front matter", () => {
  const front = (lines: string): string => said(parseDeck(fileOf(lines)).problems);

  test("that cannot be read", () => {
    const broken = ["", "---js\n---\n", `---${"x".repeat(40)}\n---\n`, "--- \n---\n", "---\ntitle: T\n", "---\n\ttitle: T\n---\n", "---\ntitle: [a\n---\n"];
    expect([...broken, "---\na: &b c\n---\n", "---\n- a\n---\n", "---\nnull\n---\n", `---\na: ${"x".repeat(64 * 1024)}\n---\n`].map(front))
      .toMatchInlineSnapshot(`
      [
        "1:1 the file does not begin with front matter",
        "1:1 front matter may not be "js"",
        "1:1 the file does not begin with front matter",
        "1:1 the file does not begin with front matter",
        "1:1 the front matter is never closed",
        "2:1 the YAML is broken: a line begins with a tab",
        "2:10 the YAML is broken: unexpected end of the stream within a flow collection",
        "2:4 "&b" is an anchor, an alias or a tag",
        "2:1 the front matter is not a map of keys and values
      1:1 the file has no title
      1:1 the deck has no question",
        "2:1 the front matter is not a map of keys and values
      1:1 the file has no title
      1:1 the deck has no question",
        "1:1 the front matter has 65547 characters",
      ]
    `);
  });

  test("of 64 KB to the letter is read", () => {
    const [start, end] = ["---\ntitle: T\n#", "\n---"];
    const filled = `${start}${"x".repeat(64 * 1024 - start.length - end.length)}${end}\n`;
    expect([filled, filled.replace("#x", "#xx")].map(front)).toMatchInlineSnapshot(`
      [
        "1:1 the deck has no question",
        "1:1 the front matter has 65537 characters",
      ]
    `);
  });

  test("with keys and values of the wrong form", () => {
    const lines = [
      "---",
      "title: [a, b]",
      "colour: red",
      "difficulty: 2.5",
      "minutes: 0.2",
      "topic:",
      "  a: b",
      "abbreviations:",
      "  - GMV = g",
      "  - GMV",
      "id: A B",
      "---",
    ];
    expect(front(`${lines.join("\n")}\n## Q\n\`id: q\`\nAnswer: a\n`)).toMatchInlineSnapshot(`
      "6:7 "topic" is neither a text nor a list of texts
      3:1 there is no key "colour"
      11:5 "A B" cannot be a deck's id
      4:13 "difficulty" is a whole number from 1 to 5, not "2.5"
      5:10 "minutes" is a number from 0.25 to 120, not "0.2"
      9:5 "GMV" is not of the form \`GMV = gross merchandise value\`
      2:8 "title" takes one text, not a list"
    `);
  });
});

describe("of a question", () => {
  test("that shows no kind, two kinds, no heading, no id", () => {
    expect(
      deck("## Nothing\n`id: n`\n\n##\nAnswer: a\n\n## No id\nAnswer: a\n\n## Two\n`id: t`\n- [x] a\n- [ ] b\nAnswer: a\n\n## Again\n`id: t`\nAnswer: a\n"),
    ).toMatchInlineSnapshot(`
      "4:1 nothing shows what kind of question "Nothing" is
      7:1 the heading is empty
      10:1 "No id" has no id of its own; it is known as "no-id"
      13:1 the question looks like choice and like recall
      20:6 the id "acme/pm/deck/t" is already that of the question in line 13"
    `);
  });

  test("whose settings are odd", () => {
    const settings = "`id: q` `colour: red` `minutes: 121` `difficulty: 0` `confidence: sure` `phases: a 1, b` `id: r`";
    expect(deck(`## Q\n${settings}\nAnswer: a\n\n## R\n\`id: r\` \`minutes: 3\` \`phases: a 1, b 1.5\`\nAnswer: a\n`)).toMatchInlineSnapshot(`
      "5:91 "id" is set twice
      5:10 there is no setting "colour" here
      5:74 there is no setting "phases" here
      5:33 "minutes" is a number from 0.25 to 120, not "121"
      5:67 "sure" is not one of official, reported, unverified, own
      5:51 "difficulty" is a whole number from 1 to 5, not "0"
      5:82 "a 1, b" is not a list of phases such as \`clarify 5, frame 10\`
      9:23 there is no setting "phases" here
      9:31 the phases take 2.5 minutes, the question 3"
    `);
  });

  test("with sections that it cannot have, or has twice", () => {
    expect(deck("## Q\n`id: q`\n### Key points\n- a\n### Key points\n- b\n### Colours\nx\n### Decisions\n### Follow-ups\n- why? `missing: none`\n"))
      .toMatchInlineSnapshot(`
      "8:1 there are two sections "Key points"
      10:1 a question of kind open has no section "Colours"
      7:3 "a" has 0 phrasings
      6:1 there is one key point
      4:1 the section "Model answer" is missing
      14:18 there is no key point "none"
      12:1 the section "Decisions" is empty"
    `);
    expect(deck("## Q\n`id: q`\nAnswer: a\n### Pitfalls\n- a\n")).toMatchInlineSnapshot(`"7:1 a question of kind recall has no section "Pitfalls""`);
  });

  test("with too few key points, phrasings and sections", () => {
    const points = "- **One** `id: one` `weight: 11`\n  - a\n- **Two** `id: two` `weight: 0`\n  - a\n  - A\n  - b\n- **Three** `id: three`\n";
    expect(deck(`## Q\n\`id: q\`\n### Key points\n${points}### Model answer\n`)).toMatchInlineSnapshot(`
      "7:30 "11" is no weight
      7:3 "One" has 1 phrasing
      9:30 "0" is no weight
      11:5 "A" stands here twice
      13:3 "Three" has 0 phrasings
      14:1 the section "Model answer" is empty"
    `);
    expect(deck("## Q\n`id: q`\n### Key points\n- **One** `id: one`\n  - a\n  - b\n  - c\n### Model answer\nx\n")).toMatchInlineSnapshot(
      `"6:1 there is one key point"`,
    );
    expect(deck("## Q\n`id: q`\n### Weak answer\n> weak\n")).toMatchInlineSnapshot(`
      "4:1 the section "Key points" is missing
      4:1 the section "Strong answer" is missing"
    `);
    expect(deck("## Q\n`id: q`\n### Situation\n### Task\n`minutes: 61` `colour: red`\ntext\n")).toMatchInlineSnapshot(`
      "6:1 "Situation" has no key point
      8:16 there is no setting "colour" here
      8:11 "minutes" is a number from 0.1 to 60, not "61"
      7:1 "Task" has no key point
      4:1 the section "Action" is missing
      4:1 the section "Result" is missing
      4:1 the section "Model answer" is missing"
    `);
  });

  test("that draws numbers", () => {
    const given = "- a = 1 to 2 step 1\n- a = one of 1\n- b = 2 to 1 step 1\n- c = 1 to 2 step 0\n- d\n- e = one of 1, x\n- f = 1 to 1 step 1\n- g = one of 1";
    expect(deck(`## Q {z}\n\`id: q\` \`unit: USD\` \`tolerance: x\`\nHow much is {a} and {= a + : 2} and {= h}?\n\nGiven: x\n${given}\n\nFormula: a + k\n`))
      .toMatchInlineSnapshot(`
      "8:8 "Given:" is followed by a list, not by text
      10:3 "a" is drawn twice
      11:3 "b = 2 to 1 step 1" does not say what to draw
      12:3 "c = 1 to 2 step 0" does not say what to draw
      13:3 "d" does not say what to draw
      14:3 "e = one of 1, x" does not say what to draw
      15:3 "f = 1 to 1 step 1" does not say what to draw
      18:14 "k" is not drawn
      6:28 a number or a name is missing before ":"
      6:40 "h" is not drawn
      5:33 "x" is not a tolerance"
    `);
  });

  test("with a dashboard", () => {
    const buckets = "### Bucket: one\n- a | b\n- c\n### Bucket: two\n- d | e | f\n- {g} | 1\n";
    expect(deck(`## Q\n\`id: q\` \`draw: 9\`\nTable: x | y\n\nTable: z\n\n${buckets}`)).toMatchInlineSnapshot(`
      "8:1 there are two tables
      12:3 the row has one cell, the table 2 columns
      14:3 the row has 3 cells, the table 2 columns
      5:16 "draw" is a whole number from 2 to 4, not "9"
      15:4 "g" is not drawn"
    `);
    expect(deck(`## Q\n\`id: q\` \`draw: 3\`\n\n${buckets}`)).toMatchInlineSnapshot(`"5:10 something is drawn, and no \`Table:\` names the columns"`);
    expect(deck(`## Q\n\`id: q\`\n\nGiven:\n- a = one of 1\n\n${buckets}`)).toMatchInlineSnapshot(
      `"4:1 something is drawn, and no \`Table:\` names the columns"`,
    );
  });

  test("whose lists are odd", () => {
    expect(deck("## Q\n`id: q`\n- [x] a\n- [x] A\n- [x]\n\nstray\n\n## R\n`id: r`\n1. a\n2. a\n\n## S\n`id: s`\n### Bucket: a\n- x\n### Bucket: b\n"))
      .toMatchInlineSnapshot(`
      "10:1 the text stands after the list and belongs to no item
      8:6 the option is empty
      7:7 "A" stands here twice
      6:1 no option is wrong
      15:4 "a" stands here twice
      14:1 there are 2 items to put in order
      21:1 the section "Bucket: b" is empty"
    `);
    expect(deck("## Q\n`id: q`\n{{}} and {{a | a}}\nAnswer:\n\n## R\n`id: r`\nAnswer: a | A\n")).toMatchInlineSnapshot(`"7:8 an accepted form is empty"`);
  });

  test("within what is never closed", () => {
    expect(deck("## Q\n`id: q`\nAnswer: a\n```\n")).toMatchInlineSnapshot(`"7:1 the fenced block is never closed; all that follows belongs to it"`);
    expect(deck("## Q\n`id: q`\nAnswer: a\n<!-- x\n")).toMatchInlineSnapshot(`"7:1 the comment is never closed; all that follows belongs to it"`);
    expect(deck("")).toMatchInlineSnapshot(`"1:1 the deck has no question"`);
  });
});

describe("of a loop", () => {
  const loop = (body: string): string => said(parseLoop(fileOf(head.replace("title: T", "title: T\ndays: 401\ncolour: red") + body)).problems);

  test("without rounds, with sections that are empty, unknown, twice", () => {
    expect(loop("## Rounds\n## Pay\n## Pay\n- a\n## Colours\n")).toMatchInlineSnapshot(`
      "4:1 there is no key "colour"
      8:1 there are two sections "Pay"
      10:1 a loop has no section "Colours"
      3:7 "days" is a whole number from 1 to 400, not "401"
      6:1 the loop has no rounds
      7:1 the section "Pay" is empty"
    `);
  });

  test("whose rounds and signals are odd", () => {
    const round =
      "### 1. Phone\n`minutes: 0` `people: recruiter` `days: 1.5` `colour: red`\n- Tests: a\n- Colour: red\n- Presses: recruiter\n- Presses: boss — on it\n- Presses: Recruiter — on it\n";
    expect(
      loop(
        `## Rounds\n${round}## Signals\n- **A**: b \`dimensions: x 1, structure\` \`points: a/b#c\`\n- **A**: c\n## Checklist\n- do \`colour: red\`\n## Good and bad\n- a\n## FAQ\n### Why?\n`,
      ),
    ).toMatchInlineSnapshot(`
      "4:1 there is no key "colour"
      3:7 "days" is a whole number from 1 to 400, not "401"
      8:47 there is no setting "colour" here
      10:3 "Colour: red" begins with none of Tests:, Task:, Advice:, Presses:
      8:11 "minutes" is a number from 1 to 600, not "0"
      8:41 "days" is a whole number from 1 to 200, not "1.5"
      11:3 "Presses: recruiter" does not say on what
      12:3 "boss" is not among the people of the round
      15:25 "x" is none of coverage, structure, evidence, ownership, judgment, delivery
      15:50 "a/b#c" is no name with a weight above 0 and at most 10
      16:3 the id "a" is already that of line 15
      20:3 "a" lacks its BAD line
      22:1 "Why?" has no answer"
    `);
  });
});

describe("of a framework", () => {
  const framework = (front: string, body: string): string => said(parseFramework(fileOf(`---\ntitle: T\n${front}\n---\n${body}`)).problems);

  test("of no shape that there is, without parts, with the wrong number of them", () => {
    expect(framework("shape: circle", "## Colours\n")).toMatchInlineSnapshot(`
      "5:1 a framework has no section "Colours"
      3:8 "circle" is not one of triangle, cycle, chain, tiers, matrix
      1:1 the section "Parts" is missing
      1:1 the framework has 0 prompts"
    `);
    expect(framework("shape: triangle", "## Parts\n1. **a** `id: a`\n1. **b** `id: a`\n## Example\n")).toMatchInlineSnapshot(`
      "8:1 a framework has no section "Example"
      7:15 the id "a" is already that of line 6
      5:1 a triangle cannot have 2 parts
      1:1 the framework has 0 prompts"
    `);
  });

  test("whose prompts are thin", () => {
    const prompts =
      "### One\n`minutes: 61` `colour: red`\n- **a**\n  - x\n- **A**\n  - y\n- **c**\n- **b**\n  - x\n### Two\n`id: two` `minutes: 1`\nWhat?\n\n- **a**\n  - 1\n  - 2\n  - 3\n  - 4\n\n";
    expect(framework("shape: list", `## Parts\n1. **a** \`id: a\`\n1. **b** \`id: b\`\n## Prompts\n${prompts}> ${"word ".repeat(151)}\n`))
      .toMatchInlineSnapshot(`
      "3:8 "list" is not one of triangle, cycle, chain, tiers, matrix
      10:16 there is no setting "colour" here
      9:1 "One" has no id of its own
      10:11 "minutes" is a number from 1 to 60, not "61"
      13:3 "a" stands here twice
      15:3 the framework has no part "c"
      9:1 at this prompt "a" has 1 phrasing
      9:1 at this prompt "b" has 1 phrasing
      17:5 "x" stands here twice
      9:1 the prompt "One" is empty
      9:1 the prompt "One" has no strong answer: a quotation beneath it
      18:1 at this prompt "b" has 0 phrasings
      18:1 the strong answer has 151 words for 1 minutes
      8:1 the framework has 2 prompts"
    `);
    expect(framework("shape: list", "## Parts\n1. **a** `id: a`\n1. **b** `id: b`\n## Prompts\n### One\n`id: one`\n")).toMatchInlineSnapshot(`
      "3:8 "list" is not one of triangle, cycle, chain, tiers, matrix
      9:1 at this prompt "a" has 0 phrasings
      9:1 at this prompt "b" has 0 phrasings
      9:1 the prompt "One" is empty
      9:1 the prompt "One" has no strong answer: a quotation beneath it
      8:1 the framework has 1 prompt"
    `);
  });
});

test("of sources, competencies and facts", () => {
  expect(said(parseSources(fileOf("- **A**\n- **B** `id: B` `confidence: sure` `colour: red`\n- **C** `id: B` `confidence: own`\n")).problems))
    .toMatchInlineSnapshot(`
    "1:3 "A" needs a confidence: official, reported, unverified, own
    1:3 "A" has no id
    2:37 there is no setting "colour" here
    2:30 "B" needs a confidence: official, reported, unverified, own
    3:14 the id "B" is already that of line 2"
  `);
  expect(said(parseCompetencies(fileOf("- **A** `id: A B`\n- **B** `id: b`\n- **C** `id: b`\n")).problems)).toMatchInlineSnapshot(`
    "1:14 "A B" cannot be an id
    3:14 the id "b" is already that of line 2"
  `);
  expect(said(parseFacts(fileOf(`${head}## Money\n\`colour: red\`\n- a claim\n## Empty\n## Both\n- b \`source: A\`\nConflict:\n`)).problems))
    .toMatchInlineSnapshot(`
    "5:2 there is no setting "colour" here
    6:3 the claim does not say where it comes from
    7:1 "Empty" has no claim"
  `);
});

describe("across files", () => {
  const none: Library = { decks: [], frameworks: [], loops: [], facts: [], sources: [], competencies: [], problems: [] };

  test("of links that lead nowhere, once a file, at each place where they stand", () => {
    const front = "title: T\ncompany: Acme\nround: panel\nframework: wheel\ncompetencies: [care, thought]\nsource: X-1";
    const body = "## Q\n\n`id: q` `source: Y-2, X-1`\n\nAnswer: a\n\n## R\n\n`id: r` `competencies: care` `round: panel`\n\nAnswer: a\n";
    const points = "- **One** `id: one` `part: spoke`\n  - a\n  - b\n  - c\n- **Two** `id: two`\n  - d\n  - e\n  - f\n";
    const open = `## S\n\n\`id: s\`\n\n### Key points\n${points}\n### Model answer\n${"word ".repeat(2000)}\n`;
    const file = fileOf(`---\n${front}\n---\n\n${body}\n${open}`);
    const { value, problems } = parseDeck(file);
    const library: Library = { ...none, decks: value ? [value] : [], problems };
    expect(said(lintLibrary({ library, files: new Map([[file.file, file]]), locks: [] }))).toMatchInlineSnapshot(`
      "4:8 the loop acme/pm has no round "panel"
      5:12 there is no framework "wheel"
      6:16 there is no competency "care"
      6:22 there is no competency "thought"
      7:9 there is no source "X"
      12:18 there is no source "Y"
      12:23 there is no source "X"
      18:24 there is no competency "care"
      18:38 the loop acme/pm has no round "panel"
      36:17 the model answer has 2000 words for 8 minutes"
    `);
  });

  test("of a part of a framework that the question does not name, of a formula without an answer, of ids twice and not noted", () => {
    const points = "- **One** `id: one` `part: spoke`\n  - a\n  - b\n  - c\n- **Two** `id: two`\n  - d\n  - e\n  - f\n";
    const numeric = "## N\n\n`id: n`\n\nHow much is 1 of {a}?\n\nGiven:\n- a = one of 0, 1\n\nFormula: 1 / a\n";
    const one = fileOf(`${head}\n## S\n\n\`id: s\`\n\n### Key points\n${points}\n### Model answer\nx\n\n${numeric}`, "acme/pm/one.md");
    const two = fileOf(`---\ntitle: T\nid: acme/pm/one\n---\n\n## S\n\n\`id: s\`\n\nAnswer: a\n`, "acme/pm/two.md");
    const decks = [one, two].map((file) => parseDeck(file));
    const library: Library = { ...none, decks: decks.flatMap(({ value }) => value ?? []), problems: decks.flatMap(({ problems }) => problems) };
    const files = new Map([one, two].map((file) => [file.file, file]));
    const locks = [{ file: "ids.lock", folder: "acme", ids: ["", "acme/pm/one/s", "acme/pm/one/gone"] }];
    expect(said(lintLibrary({ library, files, locks }))).toMatchInlineSnapshot(`
      "10:28 the question names no framework, so "spoke" is a part of nothing
      24:6 the id "acme/pm/one/n" is not noted yet
      31:10 the formula has no finite answer for a = 0
      8:6 the id "acme/pm/one/s" is already that of a question in acme/pm/one.md:5
      3:1 no question has the id "acme/pm/one/gone" any more"
    `);
  });
});

import { describe, expect, test } from "vitest";
import { parseDeck } from "../../../src/content/deck.ts";
import type { SourceReference } from "../../../src/domain/source.ts";
import { deckText, fileOf, soundDeck, soundQuestion, told } from "../../support/decks.ts";

const question = (id: string): string => `## Question ${id}\n\n\`id: ${id}\`\n\nAnswer: a\n\n`;

function complaints(body: string, front?: string): readonly string[] {
  return told(parseDeck(fileOf(deckText(body, front))).problems);
}

describe("a deck", () => {
  test("has what its front matter says, and gives it to its questions", () => {
    const front =
      "title: The panel\ncompany: Acme\nrole: Product manager\ntopic: metrics\nround: panel\ncompetencies: [judgment, numbers]\nframework: star\ndifficulty: 4\nminutes: 2.5\nsource: [GUIDE-3, PAGE]\nabbreviations:\n  - GMV = gross merchandise value\ntags: [a]";
    const deck = soundDeck(deckText(question("one") + question("two"), front));
    expect(deck).toMatchObject({ id: "acme/pm/deck", title: "The panel", company: "Acme", role: "Product manager", topic: "metrics", path: "acme/pm/deck.md" });
    expect(deck.questions.map(({ id, title }) => [id, title])).toEqual([
      ["acme/pm/deck/one", "Question one"],
      ["acme/pm/deck/two", "Question two"],
    ]);
    expect(deck.questions[1]).toMatchObject({
      deck: "acme/pm/deck",
      company: "Acme",
      topic: "metrics",
      round: "panel",
      competencies: ["judgment", "numbers"],
      framework: "star",
      difficulty: 4,
      minutes: 2.5,
      sources: [{ source: "GUIDE", item: "3" }, { source: "PAGE" }],
      abbreviations: [{ short: "GMV", long: "gross merchandise value" }],
      place: { file: "acme/pm/deck.md", line: expect.any(Number) as number, column: 1 },
    });
  });

  test("a question's own settings win", () => {
    const front = "title: T\nround: panel\ncompetencies: a\nframework: star\ndifficulty: 4\nminutes: 2\nsource: GUIDE";
    const settings =
      "`id: q` `minutes: 7` `difficulty: 1` `source: [OWN-1, OWN-2]`\n`competencies: c, d` `round: final` `framework: triangle` `confidence: unverified`";
    expect(soundQuestion("recall", `## Q\n\n${settings}\n\nAnswer: a`, front)).toMatchObject({
      minutes: 7,
      difficulty: 1,
      sources: [
        { source: "OWN", item: "1" },
        { source: "OWN", item: "2" },
      ],
      competencies: ["c", "d"],
      round: "final",
      framework: "triangle",
      confidence: "unverified",
    });
  });

  test("difficulty and minutes have their usual values", () => {
    expect(soundQuestion("recall", "## Q\n\n`id: q`\n\nAnswer: a")).toMatchObject({
      difficulty: 2,
      minutes: 1,
      sources: [],
      competencies: [],
      confidence: "own",
    });
  });

  test("a question is to be trusted as far as its sources", () => {
    const asked: (readonly SourceReference[])[] = [];
    const confidenceOf = (sources: readonly SourceReference[]) => {
      asked.push(sources);
      return sources.length === 0 ? "own" : "reported";
    };
    const { value } = parseDeck(fileOf(deckText(`${question("one")}## Q\n\n\`id: two\` \`source: X-1\`\n\nAnswer: a\n`)), confidenceOf);
    expect(value?.questions.map(({ confidence }) => confidence)).toEqual(["own", "reported"]);
    expect(asked).toEqual([[], [{ source: "X", item: "1" }]]);
  });

  test("reasons, hints and answers are read whatever their order, and go on to a blank line", () => {
    const body = "## Q\n\n`id: q`\n\nHint: one\ngoes on\nHint: two\nHint:\n\nWhy: because\nof this\n\nWhy: and that\nAnswer: a";
    expect(soundQuestion("recall", body)).toMatchObject({
      hints: ["one goes on", "two"],
      why: "because of this\n\nand that",
      blanks: [{ forms: ["a"] }],
      prompt: "Q",
    });
  });

  test("labels within a prompt's lines or fences are text", () => {
    const body = "## Q\n\n`id: q`\n\nThe Answer: is what?\n\n```\nAnswer: no\nWhy: no\n```\n\nAnswer: a\nWhy: yes\n```\nmore\n\nmore\n```";
    const { blanks, why, prompt } = soundQuestion("recall", body);
    expect([blanks, why]).toEqual([[{ forms: ["a"] }], "yes"]);
    expect(prompt).toContain("Answer: no\nWhy: no");
  });

  test("text before the first question, and comments, are for authors", () => {
    const deck = soundDeck(
      deckText(`# A title\n\nWords.\n\n<!-- ## Hidden -->\n<!--\n## Hidden too\n\nAnswer: a\n-->\n${question("one")}<!-- why? --> \nAnswer: b`),
    );
    expect(deck.questions.map(({ id }) => id)).toEqual(["acme/pm/deck/one"]);
    expect(deck.questions[0]).toMatchObject({ blanks: [{ forms: ["a"] }, { forms: ["b"] }] });
  });

  test("a comment within a fence is text, and a fence within a comment is none", () => {
    const body = "## Q\n\n`id: q`\n\n```html\n<!-- shown -->\n```\n\n<!--\n```\n-->\n\nAnswer: a";
    expect(soundQuestion("recall", body).prompt).toBe("```html\n<!-- shown -->\n```");
  });

  test.each([
    ["acme/pm/panel.md", "acme/pm/panel"],
    ["My Deck.md", "my-deck"],
    ["Ägypten/A&B.MD", "ägypten/a-b"],
    ["招聘/面试.md", "招聘/面试"],
    ["😀.md", "deck"],
  ])("%s gives the id %s", (path, id) => {
    expect(soundDeck(deckText(question("q")), path).id).toBe(id);
  });

  test("may set its own id", () => {
    expect(soundDeck(deckText(question("q"), "title: T\nid: acme/other")).questions[0]?.id).toBe("acme/other/q");
    expect(complaints(question("q"), "title: T\nid: Acme")).toEqual(["id-form 3:5"]);
  });

  test("a question with an error is left out, the others stay, and warnings leave all in", () => {
    const { value, problems } = parseDeck(fileOf(deckText(`${question("one")}## Broken\n\n\`id: two\`\n\n${question("three")}## No id\n\nAnswer: a\n`)));
    expect(value?.questions.map(({ id }) => id.split("/").at(-1))).toEqual(["one", "three", "no-id"]);
    expect(problems.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual(["error kind-missing", "warning id-missing"]);
  });

  test.each([
    ["no title", question("q"), "company: Acme", ["title-missing 1:1"]],
    ["an empty title", question("q"), "title:", ["title-missing 1:1"]],
    ["a list for a title", question("q"), "title: [a, b]", ["value-form 2:8"]],
    ["an odd key", question("q"), "title: T\ncolour: red", ["key-unknown 3:1"]],
    ["a difficulty of 6", question("q"), "title: T\ndifficulty: 6", ["setting-value 3:13"]],
    ["a difficulty of 2.5", question("q"), "title: T\ndifficulty: 2.5", ["setting-value 3:13"]],
    ["no minutes", question("q"), "title: T\nminutes: 0", ["setting-value 3:10"]],
    ["a billion minutes", question("q"), "title: T\nminutes: 1000000000", ["setting-value 3:10"]],
    ["minutes in words", question("q"), "title: T\nminutes: ten", ["setting-value 3:10"]],
    ["half an abbreviation", question("q"), "title: T\nabbreviations: [GMV]", ["value-form 3:17"]],
    ["nothing in it", "", "title: T", ["questions-missing 1:1"]],
    ["two questions of one id", question("q") + question("q"), "title: T", ["id-duplicate 13:6"]],
    ["two questions of one heading", "## Q\n\nAnswer: a\n\n## Q\n\nAnswer: b", "title: T", ["id-duplicate 9:1", "id-missing 5:1", "id-missing 9:1"]],
    ["an empty heading", "##\n\n`id: q`\n\nAnswer: a", "title: T", ["heading-empty 5:1"]],
    ["an open fence", `${question("q")}\`\`\`\n## R`, "title: T", ["block-open 11:1"]],
    ["an open comment", `${question("q")}<!--\n## R`, "title: T", ["block-open 11:1"]],
  ])("is told of with %s", (_, body, front, expected) => {
    expect([...complaints(body, front)].sort()).toEqual([...expected].sort());
  });

  test.each([
    ["choice and recall", "- [x] a\n- [ ] b\n\nAnswer: a", ["kind-unclear 5:1"]],
    ["open and sort", "### Key points\n### Bucket: a\n- b", ["kind-unclear 5:1"]],
    ["nothing", "Just words.", ["kind-missing 5:1"]],
    ["a rule across the page and a list of dashes", "---\n\n- - -\n\n- a\n- b", ["kind-missing 5:1"]],
    ["a numbered list beneath a section", "1. a\n2. b\n3. c\n\n### Notes\nx", ["kind-missing 5:1"]],
  ])("the kind is not clear from %s", (_, body, expected) => {
    const { problems } = parseDeck(fileOf(deckText(`## Q\n\n\`id: q\`\n\n${body}`)));
    expect(told(problems)).toEqual(expect.arrayContaining(expected));
  });
});

describe("settings", () => {
  test.each([
    ["not a pair", "`id: q` `minutes`", ["setting-form 7:10"]],
    ["an odd key", "`id: q` `colour: red`", ["setting-unknown 7:10"]],
    ["an odd key of another kind", "`id: q` `tolerance: 1%`", ["setting-unknown 7:10"]],
    ["a key that stands twice", "`id: q` `minutes: 2`\n`minutes: 3`", ["setting-repeated 8:2"]],
    ["a difficulty in words", "`id: q` `difficulty: hard`", ["setting-value 7:22"]],
    ["an odd confidence", "`id: q` `confidence: sure`", ["setting-value 7:22"]],
    ["an id in capitals", "`id: Q`", ["id-form 7:6"]],
  ])("%s is told of", (_, settings, expected) => {
    expect(complaints(`## Q\n\n${settings}\n\nAnswer: a`)).toEqual(expected);
  });

  test("stand directly under the heading; later they are text", () => {
    expect(soundQuestion("recall", "## Q\n`id: q`\n\n`minutes: 3`\n\nWhat does this say?\n\n`minutes: 5`\n\nAnswer: a")).toMatchObject({
      minutes: 3,
      prompt: "What does this say?\n\n`minutes: 5`",
    });
  });

  test("a line of code that is no pair, or has words beside it, is text", () => {
    expect(soundQuestion("recall", "## Q\n\n`id: q`\n\n`SELECT 1`\n\nAnswer: a").prompt).toBe("`SELECT 1`");
    expect(soundQuestion("recall", "## Q\n\n`id: q`\n\nsee `a: b`\n\nAnswer: a").prompt).toBe("see `a: b`");
    expect(soundQuestion("recall", "## Q\n\n`id: q`\n\n`a: b``c: d`\n\nAnswer: a").prompt).toBe("`a: b``c: d`");
  });

  test("blanks around them do not matter", () => {
    expect(soundQuestion("recall", "## Q\n\n  ` id:q ` `minutes:  3`  \n\nAnswer: a")).toMatchObject({ id: "acme/pm/deck/q", minutes: 3 });
  });
});

describe("references to sources", () => {
  test.each([
    ["W-PM", { source: "W-PM" }],
    ["W-PM-18", { source: "W-PM", item: "18" }],
    ["W-PM-Q2-18", { source: "W-PM", item: "Q2-18" }],
    ["JD-X-7", { source: "JD", item: "X-7" }],
    ["JD-2-7", { source: "JD", item: "2-7" }],
    ["18", { source: "18" }],
  ])("%s", (written, expected) => {
    expect(soundQuestion("recall", `## Q\n\n\`id: q\` \`source: ${written}\`\n\nAnswer: a`).sources).toEqual([expected]);
  });
});

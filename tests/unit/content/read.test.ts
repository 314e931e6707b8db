// What is read, to the letter: where texts are joined, trimmed, cut, and which of two forms they have.
import { describe, expect, test } from "vitest";
import { parseDeck } from "../../../src/content/deck.ts";
import { parseFramework } from "../../../src/content/framework.ts";
import { parseLoop } from "../../../src/content/loop.ts";
import { parsePhrasings, phrasingLine } from "../../../src/content/phrasings.ts";
import { parseFacts, parseSources } from "../../../src/content/registry.ts";
import type { Question } from "../../../src/domain/question.ts";
import { fileOf } from "../../support/decks.ts";

const head = "---\ntitle: T\n---\n";

function questionIn(body: string, front = "title: T"): Question {
  const { value } = parseDeck(fileOf(`---\n${front}\n---\n## Q\n\`id: q\`\n${body}\n`));
  const [question] = value?.questions ?? [];
  if (!question) throw new Error(`no question in ${body}`);
  return question;
}

describe("what stands aside", () => {
  test.each([
    ["```js\n## no heading\n```\nAnswer: a", "```js\n## no heading\n```"],
    ["~~~ a ` b\n```\n- x\n~~~\nAnswer: a", "~~~ a ` b\n```\n- x\n~~~"],
    ["````\n```\n````\nAnswer: a", "````\n```\n````"],
    ["``` a ` b\nAnswer: a", "``` a ` b"],
    ["   ```\nx\n   ```  \nAnswer: a", "   ```\nx\n   ```"],
    ["    ```\nAnswer: a", "    ```"],
    ["#### A part\nAnswer: a", "#### A part"],
    ["###Glued\nAnswer: a", "###Glued"],
    ["\n\none\n\n\ntwo  \n\nAnswer: a", "one\n\n\ntwo"],
    ["~~\nAnswer: a", "~~"],
    ["x <!-- y -->\nAnswer: a", "x <!-- y -->"],
    ["<!-- a\nb\n--> c\nAnswer: a", "    c"],
    ["<!-- a --> c\nAnswer: a", "           c"],
  ])("%j is the prompt %j", (body, prompt) => expect(questionIn(body)).toMatchObject({ kind: "recall", prompt }));
});

describe("a paragraph behind a label", () => {
  test.each([
    ["Why: one\n  two  \nthree\n\nfour", "one two three"],
    ["Why:\none", "one"],
    ["Why: one\nHint: x", "one"],
    ["Why: one\n- x", "one"],
    ["Why: one\n\nWhy: two", "one\n\ntwo"],
    ["Why: `one`\ntwo `three`", "`one` two `three`"],
    ["Why:one", undefined],
    ["Why:", undefined],
    ["why: one", undefined],
  ])("%j says %j", (body, why) => expect(questionIn(`Answer: a\n\n${body}`)).toMatchObject({ why }));

  test("of a formula goes on over lines that begin with a sign, unless its ticks are closed", () => {
    const formulaOf = (body: string) => {
      const question = questionIn(`How much? {a}\n\nGiven:\n- a = one of 1, 2\n\n${body}`);
      return question.kind === "numeric" ? [question.formula, question.prompt] : question.kind;
    };
    const sum = { op: "binary", sign: "+", left: { op: "name", name: "a" }, right: { op: "number", value: 1 } };
    expect(formulaOf("Formula: a\n+ 1")).toEqual([sum, "How much? {a}"]);
    expect(formulaOf("Formula: `a\n+ 1`")).toEqual([sum, "How much? {a}"]);
    expect(formulaOf("Formula: `a + 1`\nmore")).toEqual([sum, "How much? {a}\n\nmore"]);
    expect(formulaOf("Formula: a + 1\n\nmore")).toEqual([sum, "How much? {a}\n\n\nmore"]);
  });

  test("hints are those that say something, in their order", () => {
    expect(questionIn("Answer: a\n\nHint: one\n\nHint:\n\nHint: two").hints).toEqual(["one", "two"]);
    expect(questionIn("Answer: a").hints).toEqual([]);
  });
});

describe("numbers that are drawn", () => {
  const drawn = (given: string) => {
    const { value, problems } = parseDeck(fileOf(`${head}## Q\n\`id: q\`\n{a}\n\nGiven:\n- ${given}\n\nFormula: a\n`));
    const [question] = value?.questions ?? [];
    return question?.kind === "numeric" ? question.parameters : problems.map(({ rule }) => rule).filter((rule) => rule.startsWith("parameter"));
  };

  test.each([
    ["a = 1 to 2 step 1", { from: 1, to: 2, step: 1 }],
    ["a=-1.5  to  2e3  STEP  0.25", { from: -1.5, to: 2000, step: 0.25 }],
    ["`a = 1 to 2 step 1`", { from: 1, to: 2, step: 1 }],
    ["a = one of 1,2 , -3.5", { choices: [1, 2, -3.5] }],
    ["a = ONE OF 7", { choices: [7] }],
    ["a  =  one of  1,\n  2", { choices: [1, 2] }],
  ])("%s", (given, wanted) => expect(drawn(given)).toEqual([{ name: "a", ...wanted }]));

  test.each([
    "a = 1 to 1 step 1",
    "a = 1 to 2 step 0",
    "a = 1 to 2 step -1",
    "a = 0 to 1000001 step 1",
    "a = one of 1, x",
    "a = one of",
    "a = 1 to 2",
    "a = 1",
    "1a = one of 1",
    "a: one of 1",
  ])("%s is no way to draw", (given) => expect(drawn(given)).toContain("parameter-form"));

  test("names are as long as a hundred letters", () => {
    const long = `a${"b".repeat(99)}`;
    const { problems } = parseDeck(fileOf(`${head}## Q\n\`id: q\`\n{${long}}\n\nGiven:\n- ${long} = one of 1, 2\n\nFormula: ${long}\n`));
    expect(problems).toEqual([]);
  });
});

describe("lists", () => {
  const items = (list: string) => {
    const question = questionIn(list);
    return question.kind === "choice" ? question.options.map(({ text, reason }) => [text, reason]) : question.kind;
  };

  test.each([
    [
      "- [x] a — b — c\n- [ ] d",
      [
        ["a", "b — c"],
        ["d", undefined],
      ],
    ],
    [
      "- [x] a -- b — c\n- [ ] d -- ",
      [
        ["a", "b — c"],
        ["d --", undefined],
      ],
    ],
    [
      "- [x] a — b -- c\n- [ ]  d  — e ",
      [
        ["a", "b -- c"],
        ["d", "e"],
      ],
    ],
    [
      "- [x]\n  a\n  b\n- [ ] c\n d",
      [
        ["a b", undefined],
        ["c d", undefined],
      ],
    ],
    [
      "- [x] a\n\n  b\n- [ ] c",
      [
        ["a b", undefined],
        ["c", undefined],
      ],
    ],
  ])("%j", (list, wanted) => expect(items(list)).toEqual(wanted));

  test("what is indented by two, or by a tab, belongs to the item above it", () => {
    const points =
      "### Key points\n- **One** `id: one`: what\n  - a\n\t- b\n  - c\n    more\n - **Two**\n  - d\n  -\n  - e\n  - f\n### Model answer\n> m\n>n\n";
    const question = questionIn(points);
    expect(question.kind === "open" && question.keyPoints).toEqual([
      { id: "one", text: "One", weight: 1, part: undefined, phrasings: ["a", "b", "c more"] },
      { id: "two", text: "Two", weight: 1, part: undefined, phrasings: ["d", "e", "f"] },
    ]);
    expect(question.kind === "open" && question.model).toBe("m\nn");
  });

  test("a text that stands there twice is told, in a short list and in a long one", () => {
    const told = (count: number) => {
      const options = Array.from(
        { length: count },
        (_, index) => `- [${index === 0 ? "x" : " "}] word ${index === count - 1 ? "A" : index === 1 ? "a" : index}`,
      );
      return parseDeck(fileOf(`${head}## Q\n\`id: q\`\n${options.join("\n")}\n`)).problems.map(({ place, message }) => `${place.line} ${message}`);
    };
    expect([4, 24, 25, 40].map((count) => told(count).filter((text) => text.includes("twice")))).toEqual(
      [4, 24, 25, 40].map((count) => [`${count + 5} "word A" stands here twice`]),
    );
  });
});

test("phases are names with minutes, in decimals too, to a hundredth of a minute", () => {
  const phases = (setting: string, minutes = 3) => {
    const points = "### Key points\n- **One** `id: a`\n  - a\n  - b\n  - c\n- **Two** `id: b`\n  - d\n  - e\n  - f\n### Model answer\nm\n";
    const { value, problems } = parseDeck(fileOf(`${head}## Q\n\`id: q\` \`minutes: ${minutes}\` \`phases: ${setting}\`\n${points}`));
    return problems.length > 0 ? problems.map(({ message }) => message) : value?.questions[0]?.phases.map(({ name, minutes }) => `${name}=${minutes}`);
  };
  expect(phases("look  around 12.25, say 0.75", 13)).toEqual(["look  around=12.25", "say=0.75"]);
  expect(phases("a 1, b 2.01")).toEqual(["a=1", "b=2.01"]);
  expect(phases("a 1, b 2.02")).toEqual(["the phases take 3.02 minutes, the question 3"]);
  for (const odd of ["a 1, 2", "a 0, b 3", "a x1, b 2", "a 1x, b 2", "a 1., b 2", "a 1.x, b 2"])
    expect(phases(odd)).toEqual([expect.stringContaining("is not a list of phases")]);
});

describe("a front matter", () => {
  test("has its texts without the blanks around them, and lists in any form", () => {
    const front =
      "title: '  T  '\ncompetencies:\n  - ' a '\n  - b\nsource: [A-1, B-Q12-3, C-X-4, D-5-6, E-x-7, F, G-]\nabbreviations: GMV = gross = more, ROI=return\ntopic:";
    const question = questionIn("Answer: a", front);
    expect(question).toMatchObject({ competencies: ["a", "b"], topic: undefined });
    expect(question.sources).toEqual([
      { source: "A", item: "1" },
      { source: "B", item: "Q12-3" },
      { source: "C", item: "X-4" },
      { source: "D", item: "5-6" },
      { source: "E-x", item: "7" },
      { source: "F" },
      { source: "G-" },
    ]);
    expect(question.abbreviations).toEqual([
      { short: "GMV", long: "gross" },
      { short: "ROI", long: "return" },
    ]);
    expect(parseDeck(fileOf(`---\n${front}\n---\n`)).value?.title).toBe("T");
  });

  test.each([
    ["minutes: 120", 120],
    ["minutes: 0.25", 0.25],
    ["minutes: 12.75", 12.75],
    ["minutes: 1e1", 1],
    ["minutes: x3", 1],
    ["minutes: 3x", 1],
    ["minutes: 120.1", 1],
  ])("%s is %d minutes", (line, minutes) => expect(questionIn("Answer: a", `title: T\n${line}`).minutes).toBe(minutes));
});

test("a loop's weights of a signal are names with a number up to ten, in any blanks", () => {
  const weights = (settings: string) => parseLoop(fileOf(`${head}## Rounds\n### A\n## Signals\n- **S** ${settings}\n`)).value?.signals[0]?.weights;
  expect(weights("`dimensions: evidence  10, structure 0.25, delivery` `points: a-b 1.75, c 10.5, d 0, E 1`")).toEqual([
    { dimension: "evidence", weight: 10 },
    { dimension: "structure", weight: 0.25 },
    { dimension: "delivery", weight: 1 },
    { keyPoint: "a-b", weight: 1.75 },
  ]);
  expect(weights("")).toEqual([]);
});

test("a framework's parts, prompts and strong answers are read without marks and blanks", () => {
  const body =
    "About it.\n\n## Parts\nFirst.\n\n1. **One** `id: one` — what\n   - ask?\n   - and?\n2. **Two** `id: two`\n\n## When\n> quoted\n>more\n\nx > y\n\n## Prompts\n### P\n`id: p` `minutes: 60`\n\nWhat?\n\nMore.\n\n- **One**\n  - a\n  -\n\n> strong\n>  answer\n\n> end\n";
  const { value } = parseFramework(fileOf(`---\ntitle: T\nshape: chain\n---\n${body}`));
  expect(value?.prompts[0]).toMatchObject({ id: "p", minutes: 60, text: "What?\n\nMore.", phrasings: { one: ["a"] }, model: "strong\n answer\nend" });
  expect(value?.parts.map(({ id, name }) => [id, name])).toEqual([
    ["one", "One"],
    ["two", "Two"],
  ]);
});

test("sources and facts have what their lines say", () => {
  const source =
    "Text before.\n\n- **Book**: by A `id: A-1` `confidence: own` `date: 2026-01-02` `retrieved: 2026-02-03` `url: https://a.example`\n- Page `id: B` `confidence: official`\n\n```\n- **No** `id: N`\n```\n";
  expect(parseSources(fileOf(source)).value).toEqual([
    { id: "A-1", title: "Book", confidence: "own", about: "by A", date: "2026-01-02", retrieved: "2026-02-03", url: "https://a.example" },
    { id: "B", title: "Page", confidence: "official", about: "", date: undefined, retrieved: undefined, url: undefined },
  ]);
  const facts = parseFacts(
    fileOf(`${head}## Money\n\`id: money\`\n- one \`source: A-1, B\`\nConflict:  they differ \n## Next\n- two \`source: B\`\n`, "acme/facts.md"),
  );
  expect(facts).toMatchObject({
    value: {
      id: "acme",
      company: "acme",
      title: "T",
      facts: [
        { id: "money", title: "Money", conflict: "they differ", claims: [{ text: "one", sources: [{ source: "A", item: "1" }, { source: "B" }] }] },
        { id: "next", conflict: undefined, claims: [{ text: "two", sources: [{ source: "B" }] }] },
      ],
    },
  });
  expect(parseFacts(fileOf("no front matter")).value).toBeUndefined();
});

test("own phrasings are lines of one form; others are passed over", () => {
  expect(parsePhrasings("# a#b: c\n a/b#c: d  e \na#: b\n#a: b\na#b:c\na#b: \n\n")).toEqual([{ question: "a/b", keyPoint: "c", words: "d  e" }]);
  expect(phrasingLine({ question: "a", keyPoint: "b", words: " c\n\td  e " })).toBe("a#b: c d e\n");
});

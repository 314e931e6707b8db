import { describe, expect, test } from "vitest";
import { parseLoop } from "../../../src/content/loop.ts";
import type { Loop } from "../../../src/domain/loop.ts";
import { fileOf, told } from "../../support/decks.ts";

const front = "---\ntitle: Acme PM\ncompany: Acme\nrole: Product manager\ndays: 21\ngap: 3 business days\nsource: GUIDE-1, PAGE\n---\n\n";
const rounds =
  "## Rounds\n### 1. Screen\n`id: screen` `minutes: 30` `people: recruiter, lead`\n`days: 2` `source: GUIDE-4`\n\n- Tests: judgment\n- tests: numbers\n- Task: a case\n  of two pages\n- Advice: be brief\n### Panel\n- Tests: all\n\n";

function sound(body: string): Loop {
  const { value, problems } = parseLoop(fileOf(front + body, "acme/pm/loop.md"));
  expect(told(problems)).toEqual([]);
  if (!value) throw new Error("no loop");
  return value;
}

function complaints(body: string, path?: string): readonly string[] {
  return told(parseLoop(fileOf(front + body, path)).problems);
}

describe("a loop", () => {
  test("has its front matter, its text and its rounds", () => {
    expect(sound(`# Acme\n\nFive rounds.\n\n${rounds}`)).toMatchObject({
      id: "acme/pm",
      title: "Acme PM",
      company: "Acme",
      role: "Product manager",
      days: 21,
      gap: "3 business days",
      about: "Five rounds.",
      sources: [{ source: "GUIDE", item: "1" }, { source: "PAGE" }],
      rounds: [
        {
          id: "screen",
          title: "Screen",
          minutes: 30,
          people: ["recruiter", "lead"],
          days: 2,
          tests: ["judgment", "numbers"],
          tasks: ["a case of two pages"],
          advice: ["be brief"],
          sources: [{ source: "GUIDE", item: "4" }],
        },
        { id: "panel", title: "Panel", minutes: undefined, people: [], days: undefined, tests: ["all"], sources: [] },
      ],
    });
  });

  test("says what each person of a round presses on", () => {
    const loop = sound(
      "## Rounds\n### A\n`people: data scientist, lead`\n\n- Presses: Data scientist — how it was measured `points: experiment, test`\n- Presses: lead — the margin\n",
    );
    expect(loop.rounds[0]?.presses).toEqual([
      { person: "data scientist", on: "how it was measured", points: ["experiment", "test"] },
      { person: "lead", on: "the margin", points: [] },
    ]);
  });

  test("has signals, work, pay, timeline, checklist, pairs and questions", () => {
    const loop = sound(
      `${rounds}## Signals\n- **Impact** \`id: impact\` \`source: GUIDE-5\` — means something\n  - one thing\n- Candour\n\n## Work\n- **Plans** — all day\n  - and more\n\n## Pay\n- **Base** \`source: GUIDE-9\` — $1\n\n## Timeline\n- Day 1: apply\n\n## Checklist\n- Practise \`id: all\` \`practice: acme/pm/deck\` \`source: GUIDE-8\`\n- **Sleep** — well\n\n## Good and bad\n- **Dollars** \`source: GUIDE-7\`\n  - BAD: accuracy\n  - GOOD: dollars\n\n## FAQ\n### Is it hard?\n\`source: GUIDE-6\`\n\nYes.\n\nVery.\n`,
    );
    expect(loop).toMatchObject({
      signals: [
        { id: "impact", name: "Impact", about: "means something", shownBy: ["one thing"], sources: [{ source: "GUIDE", item: "5" }] },
        { id: "candour", name: "Candour", about: "" },
      ],
      work: [{ label: "Plans", text: "all day", details: ["and more"], sources: [] }],
      pay: [{ label: "Base", text: "$1" }],
      timeline: [{ label: undefined, text: "Day 1: apply" }],
      checklist: [
        { id: "all", text: "Practise", practice: "acme/pm/deck" },
        { id: "sleep-well", text: "Sleep — well", practice: undefined },
      ],
      goodAndBad: [{ title: "Dollars", bad: "accuracy", good: "dollars" }],
      faq: [{ question: "Is it hard?", answer: "Yes.\n\nVery.", sources: [{ source: "GUIDE", item: "6" }] }],
    });
  });

  test("says by which dimensions and key points a signal is shown", () => {
    const loop = sound(`${rounds}## Signals\n- **Impact** \`dimensions: evidence 3, coverage\` \`points: dollars 1.5\` — means something\n- Candour\n`);
    expect(loop?.signals.map(({ name, about, weights }) => [name, about, weights])).toEqual([
      [
        "Impact",
        "means something",
        [
          { dimension: "evidence", weight: 3 },
          { dimension: "coverage", weight: 1 },
          { keyPoint: "dollars", weight: 1.5 },
        ],
      ],
      ["Candour", "", []],
    ]);
  });

  test.each([["dimensions: charm 2"], ["dimensions: evidence 0"], ["points: dollars 11"], ["points: Dollars"], ["points: a b"]])(
    "complains about `%s`",
    (setting) => {
      const { problems } = parseLoop(fileOf(`${front}${rounds}## Signals\n- **Impact** \`${setting}\` — means something\n`));
      expect(problems.map(({ rule, place }) => [rule, place.column])).toEqual([["setting-value", setting.indexOf(" ") + 16]]);
    },
  );

  test("that lies loose is known by whom it is for", () => {
    expect(parseLoop(fileOf(front + rounds, "loop.md")).value?.id).toBe("acme/product-manager");
  });

  test("without front matter is none", () => {
    expect(parseLoop(fileOf(rounds)).value).toBeUndefined();
  });

  test.each([
    ["no rounds", "", ["rounds-missing 1:1"]],
    ["an empty section of rounds", "## Rounds\n", ["rounds-missing 10:1"]],
    ["two rounds of one id", "## Rounds\n### A\n`id: a`\n### B\n`id: a`", ["id-duplicate 14:6"]],
    ["odd minutes", "## Rounds\n### A\n`id: a` `minutes: 0`", ["setting-value 12:19"]],
    ["an odd setting", "## Rounds\n### A\n`id: a` `colour: red`", ["setting-unknown 12:10"]],
    ["an odd bullet", "## Rounds\n### A\n- Bring: a pen", ["label-unknown 12:3"]],
    ["an odd section", `${rounds}## Perks\n- fruit`, ["section-unknown 23:1"]],
    ["a section that stands twice", `${rounds}## Pay\n- a\n## Pay\n- b`, ["section-repeated 25:1"]],
    ["an empty section", `${rounds}## Pay\n\n## Work\n- a`, ["section-empty 23:1"]],
    ["somebody who is not there and presses", "## Rounds\n### A\n`people: lead`\n- Presses: boss — cost\n", ["setting-value 13:3"]],
    ["somebody who presses on nothing", "## Rounds\n### A\n`people: lead`\n- Presses: lead `points: cost`\n", ["setting-value 13:3"]],
    ["a pair without its good line", `${rounds}## Good and bad\n- **A**\n  - BAD: b`, ["pair-form 24:3"]],
    ["a pair without its bad line", `${rounds}## Good and bad\n- **A**\n  - GOOD: b\n  - Because: c`, ["pair-form 24:3", "label-unknown 26:5"]],
    ["a question without an answer", `${rounds}## FAQ\n### Why?\n\`source: a\``, ["section-empty 24:1"]],
    ["an odd setting of a question", `${rounds}## FAQ\n### Why?\n\`who: a\`\nSo.`, ["setting-unknown 25:2"]],
    ["an odd setting of a line", `${rounds}## Pay\n- **A** \`weight: 2\` — b`, ["setting-unknown 24:10"]],
    ["a paragraph after a list", `${rounds}## Pay\n- a\n\nThat is all.`, ["text-stray 26:1"]],
  ])("is told of with %s", (_, body, expected) => {
    expect(complaints(body)).toEqual(expected);
  });

  test("odd days are told of", () => {
    expect(told(parseLoop(fileOf(`---\ntitle: T\ndays: many\n---\n\n${rounds}`)).problems)).toEqual(["setting-value 3:7"]);
  });
});

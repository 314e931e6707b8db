import { describe, expect, test } from "vitest";
import { parseDeck } from "../../../../src/content/deck.ts";
import { deckText, fileOf, soundQuestion, told } from "../../../support/decks.ts";

const phrasings = (name: string): string => `  - the first way to say ${name}\n  - the second way to say ${name}\n  - the third way to say ${name}\n`;
const points = `### Key points\n- **One** \`id: one\` \`weight: 2\` \`part: top\`\n${phrasings("one")}- Two\n${phrasings("two")}`;
const model = "### Model answer\nI would begin.\n";

function complaints(body: string, settings = ""): readonly string[] {
  return told(parseDeck(fileOf(deckText(`## Q\n\n\`id: q\`${settings}\n\n${body}`))).problems);
}

describe("open", () => {
  test("all its sections", () => {
    const question = soundQuestion(
      "open",
      `## Q\n\n\`id: q\` \`minutes: 8\` \`phases: clarify it 2, frame 6\`\n\nWhat would you do?\n\n${points}\n### Pitfalls\n- **Accuracy** \`id: accuracy\` — turn it into dollars\n  - 94 percent accuracy\n- Rambles — stop\n\n${model}\n### Follow-ups\n- And then? \`missing: one\`\n  - says more\n- Why?\n\n### Trade-offs\nSome.\n### Requirements\nMany.`,
    );
    expect(question).toMatchObject({
      prompt: "What would you do?",
      minutes: 8,
      phases: [
        { name: "clarify it", minutes: 2 },
        { name: "frame", minutes: 6 },
      ],
      keyPoints: [
        { id: "one", text: "One", weight: 2, part: "top", phrasings: ["the first way to say one", "the second way to say one", "the third way to say one"] },
        { id: "two", text: "Two", weight: 1, part: undefined },
      ],
      pitfalls: [
        { id: "accuracy", text: "Accuracy", advice: "turn it into dollars", samples: ["94 percent accuracy"] },
        { id: "rambles", text: "Rambles", advice: "stop", samples: [] },
      ],
      model: "I would begin.",
      followUps: [
        { text: "And then?", missing: "one", looksFor: ["says more"] },
        { text: "Why?", missing: undefined, looksFor: [] },
      ],
      notes: [
        { title: "Requirements", text: "Many." },
        { title: "Trade-offs", text: "Some." },
      ],
    });
  });

  test("a figure in a fenced block stays as it is drawn, with its headings and bullets", () => {
    const figure = "```text\n## stores\n  - shelf --> sensor\n### model\n```";
    expect(soundQuestion("open", `## Q\n\n\`id: q\`\n\n${points}${model}### Architecture\n${figure}`).notes).toEqual([{ title: "Architecture", text: figure }]);
  });

  test("children may be indented with a tab, and phrasings go on in the next line", () => {
    const { keyPoints } = soundQuestion(
      "open",
      `## Q\n\n\`id: q\`\n\n### Key points\n- **One** \`id: one\`\n\t- a b\n\t  c\n\t- d\n\t- e\n- Two\n${phrasings("two")}${model}`,
    );
    expect(keyPoints[0]?.phrasings).toEqual(["a b c", "d", "e"]);
  });

  test("a setting of a key point may stand in its next line", () => {
    const { keyPoints } = soundQuestion(
      "open",
      `## Q\n\n\`id: q\`\n\n### Key points\n- **One, of some length**\n  \`id: one\` \`weight: 3\`\n${phrasings("one")}- Two\n${phrasings("two")}${model}`,
    );
    expect(keyPoints[0]).toMatchObject({ id: "one", weight: 3, text: "One, of some length" });
  });

  test.each([
    ["no model answer", points, ["model-missing 5:1"]],
    ["an empty model answer", `${points}### Model answer\n`, ["section-empty 18:1"]],
    ["one key point", `### Key points\n- Two\n${phrasings("two")}${model}`, ["key-points-few 9:1"]],
    ["two phrasings", `### Key points\n- **One** \`id: one\`\n  - a\n  - b\n- Two\n${phrasings("two")}${model}`, ["phrasings-few 10:3"]],
    [
      "a phrasing that stands twice",
      `### Key points\n- **One** \`id: one\`\n  - a\n  - b\n  - c\n  - A\n- Two\n${phrasings("two")}${model}`,
      ["phrasing-repeated 14:5"],
    ],
    ["an empty phrasing", `### Key points\n- **One** \`id: one\`\n  - a\n  - b\n  -\n- Two\n${phrasings("two")}${model}`, ["phrasings-few 10:3"]],
    ["two key points of one id", `### Key points\n- **One** \`id: two\`\n${phrasings("one")}- Two\n${phrasings("two")}${model}`, ["id-duplicate 14:3"]],
    ["two pitfalls of one id", `${points}### Pitfalls\n- A \`id: a\`\n- B \`id: a\`\n${model}`, ["id-duplicate 20:10"]],
    ["a follow-up to no key point", `${points}${model}### Follow-ups\n- Why? \`missing: three\``, ["link-key-point 21:18"]],
    ["an odd section", `${points}${model}### Background\nx`, ["section-unknown 20:1"]],
    ["a section that stands twice", `${points}${model}${model}`, ["section-repeated 20:1"]],
    ["an empty note", `${points}${model}### Decisions\n`, ["section-empty 20:1"]],
    [
      "a setting that a key point does not have",
      `### Key points\n- **One** \`id: one\` \`wieght: 2\`\n${phrasings("one")}- Two\n${phrasings("two")}${model}`,
      ["setting-unknown 10:22"],
    ],
    [
      "a setting that stands twice",
      `### Key points\n- **One** \`id: one\` \`id: won\`\n${phrasings("one")}- Two\n${phrasings("two")}${model}`,
      ["setting-repeated 10:22"],
    ],
    ["a setting under a section", `${points}### Model answer\n\`minutes: 2\`\nI would.`, ["setting-unknown 19:2"]],
  ])("is refused with %s", (_, body, expected) => {
    expect(complaints(body)).toEqual(expected);
  });

  test.each(["0", "-1", "NaN", "11", "1e9", "0x2", "heavy"])("a weight of %s is refused", (weight) => {
    expect(complaints(`### Key points\n- **One** \`id: one\` \`weight: ${weight}\`\n${phrasings("one")}- Two\n${phrasings("two")}${model}`)).toEqual([
      "key-point-weight 10:30",
    ]);
  });

  test.each([
    ["clarify 2, frame 2", "phases-sum 7:27"],
    ["clarify, frame 8", "setting-value 7:27"],
    ["8", "setting-value 7:27"],
    ["clarify 0, frame 8", "setting-value 7:27"],
    ["clarify -1, frame 9", "setting-value 7:27"],
  ])("phases of %s are refused", (phases, expected) => {
    expect(complaints(points + model, ` \`minutes: 8\``.replace("minutes: 8", `phases: ${phases}`))).toEqual([expected.replace("7:27", "7:18")]);
  });

  test("a code span that is no setting is text", () => {
    const { followUps } = soundQuestion("open", `## Q\n\n\`id: q\`\n\n${points}${model}### Follow-ups\n- What does \`SELECT a: b\` do? \`missing: one\``);
    expect(followUps[0]).toMatchObject({ text: "What does `SELECT a: b` do?", missing: "one" });
  });
});

describe("star", () => {
  const part = (title: string, minutes?: number): string =>
    `### ${title}\n${minutes === undefined ? "" : `\`minutes: ${minutes}\`\n`}Guidance of ${title}.\n- ${title} point\n${phrasings(title)}`;
  const parts = ["Situation", "Task", "Action", "Result"];

  test("takes as long as its parts", () => {
    const question = soundQuestion(
      "star",
      `## Q\n\n\`id: q\` \`minutes: 60\`\n\nTell me.\n\n${part("Situation", 0.5)}${part("Task")}${part("Action", 2)}${part("Result")}${model}`,
    );
    expect(question.minutes).toBe(0.5 + 0.75 + 2 + 1.25);
    expect(question.prompt).toBe("Tell me.");
    expect(question.parts.action).toMatchObject({ guidance: "Guidance of Action.", minutes: 2, keyPoints: [{ id: "action-point", text: "Action point" }] });
  });

  test.each(parts)("is refused without %s", (missing) => {
    const body =
      parts
        .filter((title) => title !== missing)
        .map((title) => part(title))
        .join("") + model;
    expect(complaints(body)).toEqual(["section-missing 5:1"]);
  });

  test("is refused with a part that has no key point, an odd time or an odd setting", () => {
    const body = `${part("Situation")}### Task\nDo it.\n${part("Action").replace("Guidance", "`minutes: never` `people: 2`\nGuidance")}${part("Result")}${model}`;
    expect(complaints(body)).toEqual(["key-points-few 15:1", "setting-value 18:11", "setting-unknown 18:19"]);
  });

  test("key points of two parts may not share an id", () => {
    const body = parts.map((title) => part(title).replace(`${title} point`, `**${title}** \`id: same\``)).join("") + model;
    expect(complaints(body)).toEqual(["id-duplicate 17:17", "id-duplicate 23:19", "id-duplicate 29:19"]);
  });
});

describe("rewrite", () => {
  const body = `### Weak answer\n> It is 94 % accurate.\n>\n> So good.\n### Key points\n- **One** \`id: one\`\n${phrasings("one")}### Strong answer\n> It saves $1,200 a week.`;

  test("quotes are told without their marks", () => {
    expect(soundQuestion("rewrite", `## Q\n\n\`id: q\`\n\n${body}`)).toMatchObject({
      weak: "It is 94 % accurate.\n\nSo good.",
      model: "It saves $1,200 a week.",
      minutes: 4,
      keyPoints: [{ id: "one" }],
    });
  });

  test.each([
    ["no key points", "### Weak answer\n> a\n### Strong answer\n> b", ["section-missing 5:1"]],
    ["an empty weak answer", body.replace("> It is 94 % accurate.\n>\n> So good.", ""), ["section-empty 9:1"]],
    ["no strong answer", body.replace(/### Strong[\s\S]*/, ""), ["model-missing 5:1"]],
  ])("is refused with %s", (_, text, expected) => {
    expect(complaints(text)).toEqual(expected);
  });
});

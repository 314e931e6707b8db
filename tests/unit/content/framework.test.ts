import { describe, expect, test } from "vitest";
import { parseFramework } from "../../../src/content/framework.ts";
import { fileOf, promptsText, told } from "../../support/decks.ts";

const parts = (count: number): string =>
  `## Parts\n${Array.from({ length: count }, (_, index) => `${index + 1}. **Part ${index + 1}** \`id: part-${index + 1}\` — asks ${index + 1}\n   - cue\n`).join("")}`;
const front = (shape: string): string => `---\ntitle: Triangle\ncompany: Acme\nshape: ${shape}\nsource: GUIDE-3\n---\n\n`;

function read(text: string, path = "retail-triangle.md") {
  const { value, problems } = parseFramework(fileOf(text, path));
  return { value, told: told(problems) };
}

/** The same with a sound prompt for each part that it has. */
function readWhole(text: string) {
  const parts = read(text).value?.parts ?? [];
  return read(`${text}\n${promptsText(parts.map((part) => part.name))}`);
}

describe("a framework", () => {
  test("has its text, its parts and its examples", () => {
    const text = `${front("triangle")}What it is.\n\n## When to use it\nAlways.\n\n${parts(2)}3. Third \`also: the last, number three\` -- asks 3\n\n## Weak example\n> It is accurate.\n\n## Strong example\n> It saves.\n>\n> Much.\n`;
    expect(readWhole(text)).toMatchObject({
      told: [],
      value: {
        id: "retail-triangle",
        title: "Triangle",
        company: "Acme",
        shape: "triangle",
        about: "What it is.",
        when: "Always.",
        parts: [
          { id: "part-1", name: "Part 1", asks: "asks 1", cues: ["cue"], also: [] },
          { id: "part-2", name: "Part 2", asks: "asks 2", cues: ["cue"], also: [] },
          { id: "third", name: "Third", asks: "asks 3", cues: [], also: ["the last", "number three"] },
        ],
        weak: "It is accurate.",
        strong: "It saves.\n\nMuch.",
        sources: [{ source: "GUIDE", item: "3" }],
      },
    });
  });

  test("is a chain when it has no shape", () => {
    expect(readWhole(`---\ntitle: T\n---\n\n${parts(2)}`)).toMatchObject({ told: [], value: { shape: "chain", about: "", when: "", weak: undefined } });
  });

  test.each([
    ["triangle", 3],
    ["matrix", 4],
    ["cycle", 2],
    ["cycle", 9],
    ["chain", 9],
    ["tiers", 2],
  ])("a %s may have %i parts", (shape, count) => {
    expect(readWhole(front(shape) + parts(count)).told).toEqual([]);
  });

  test.each([
    ["triangle", 2],
    ["triangle", 4],
    ["matrix", 3],
    ["matrix", 5],
    ["cycle", 1],
    ["chain", 10],
    ["tiers", 1],
  ])("a %s may not have %i parts", (shape, count) => {
    expect(readWhole(front(shape) + parts(count)).told).toEqual(["shape-parts 8:1"]);
  });

  test.each([
    ["an odd shape", front("circle") + parts(3), ["value-form 4:8"]],
    ["no parts", front("chain"), ["section-missing 1:1"]],
    ["two parts of one id", `${front("chain")}## Parts\n1. A \`id: a\`\n2. B \`id: a\``, ["id-duplicate 10:11"]],
    ["an odd id", `${front("chain")}## Parts\n1. A \`id: A\`\n2. B`, ["id-form 9:11"]],
    ["an odd section", `${front("chain")}${parts(2)}## Notes\nx`, ["section-unknown 13:1"]],
    ["a section that stands twice", `${front("chain")}${parts(2)}${parts(2)}`, ["section-repeated 13:1"]],
    ["an empty section", `${front("chain")}## When to use it\n\n${parts(2)}`, ["section-empty 8:1"]],
    ["no title", `---\nshape: chain\n---\n\n${parts(2)}`, ["title-missing 1:1"]],
    ["an odd key", `---\ntitle: T\nrole: x\n---\n\n${parts(2)}`, ["key-unknown 3:1"]],
  ])("is told of with %s", (_, text, expected) => {
    expect(readWhole(text).told).toEqual(expected);
  });

  test("without front matter is none", () => {
    expect(read(parts(2)).value).toBeUndefined();
  });
});

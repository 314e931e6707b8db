import { describe, expect, test } from "vitest";
import { parseFramework } from "../../../src/content/framework.ts";
import { fileOf, promptsText, told } from "../../support/decks.ts";

const head = "---\ntitle: F\n---\n\n## Parts\n1. **Top**\n2. **Left**\n\n";
const said = (part: string): string => `- **${part}**\n  - ${part} one\n  - ${part} two\n  - ${part} three\n  - ${part} four\n`;
const others = promptsText(["Top", "Left"]).replace("## Prompts\n", "");

/** A framework whose first prompt, in line 10, is the one given; two lines of others follow it. */
function read(prompt: string) {
  const { value, problems } = parseFramework(fileOf(`${head}## Prompts\n${prompt}\n${others}`, "f.md"));
  return { value, told: told(problems) };
}

describe("a prompt of a framework", () => {
  test("has its text, its minutes, how each part is said there, and a strong answer", () => {
    const { value, told: complaints } = read(
      `### Late\n\`id: late\` \`minutes: 4\`\n\nWhy late?\n\nAnd since when?\n\n${said("Left")}${said("top")}\n> Because.\n>\n> Of that.\n`,
    );
    expect(complaints).toEqual([]);
    expect(value?.prompts.map(({ id }) => id)).toEqual(["late", "prompt-1", "prompt-2", "prompt-3"]);
    expect(value?.prompts[0]).toMatchObject({
      title: "Late",
      text: "Why late?\n\nAnd since when?",
      minutes: 4,
      phrasings: { left: ["Left one", "Left two", "Left three", "Left four"], top: ["top one", "top two", "top three", "top four"] },
      model: "Because.\n\nOf that.",
      place: { line: 10 },
    });
  });

  test("has a minute for each part, but three at least, where it sets none", () => {
    expect(read(`### Q\n\`id: q\`\nWhy?\n${said("Top")}${said("Left")}> So.\n`).value?.prompts[0]?.minutes).toBe(3);
    const parts = ["A", "B", "C", "D", "E"];
    const text = `---\ntitle: F\n---\n\n## Parts\n${parts.map((part) => `1. **${part}**\n`).join("")}\n${promptsText(parts)}`;
    expect(parseFramework(fileOf(text, "f.md")).value?.prompts[0]?.minutes).toBe(5);
  });

  const whole = `${said("Top")}${said("Left")}\n> So.\n`;
  test.each([
    ["no id", `### Q\nWhy?\n${whole}`, ["id-missing 10:1"]],
    ["an odd id", `### Q\n\`id: Q\`\nWhy?\n${whole}`, ["id-form 11:6"]],
    ["an id that stands twice", `### Q\n\`id: prompt-1\`\nWhy?\n${whole}`, ["id-duplicate 27:6"]],
    ["an odd setting", `### Q\n\`id: q\` \`hours: 2\`\nWhy?\n${whole}`, ["setting-unknown 11:10"]],
    ["minutes that are none", `### Q\n\`id: q\` \`minutes: soon\`\nWhy?\n${whole}`, ["setting-value 11:19"]],
    ["no text", `### Q\n\`id: q\`\n${whole}`, ["section-empty 10:1"]],
    ["no strong answer", `### Q\n\`id: q\`\nWhy?\n${said("Top")}${said("Left")}`, ["model-missing 10:1"]],
    ["an answer too long to be said", `### Q\n\`id: q\` \`minutes: 1\`\nWhy?\n${said("Top")}${said("Left")}\n> ${"so ".repeat(151)}\n`, ["model-long 10:1"]],
    ["a part that the framework has not", `### Q\n\`id: q\`\nWhy?\n${said("Bottom")}${whole}`, ["link-part 13:3"]],
    ["a part that stands twice", `### Q\n\`id: q\`\nWhy?\n- Top\n${whole}`, ["phrasings-few 10:1", "section-repeated 14:3"]],
    ["a part that is left out", `### Q\n\`id: q\`\nWhy?\n${said("Top")}\n> So.\n`, ["phrasings-few 10:1"]],
    ["too few phrasings of a part", `### Q\n\`id: q\`\nWhy?\n${whole.replace("  - Left two\n", "")}`, ["phrasings-few 10:1"]],
    ["a phrasing of two parts", `### Q\n\`id: q\`\nWhy?\n${whole.replace("Left two", "top two")}`, ["phrasing-repeated 20:5"]],
  ])("is told of with %s", (_, prompt, expected) => {
    expect(read(prompt).told).toEqual(expected);
  });

  test("is wanted three times", () => {
    const two = others.slice(0, others.indexOf("### Prompt 3"));
    const { problems } = parseFramework(fileOf(`${head}## Prompts\n${two}`, "f.md"));
    expect(told(problems)).toEqual(["prompts-few 9:1"]);
    expect(told(parseFramework(fileOf(head, "f.md")).problems)).toEqual(["prompts-few 1:1"]);
  });
});

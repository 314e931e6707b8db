import { describe, expect, test } from "vitest";
import type { Framework, FrameworkPrompt } from "../../../src/domain/framework.ts";
import { everyQuestion, leanedOn, practiceMinutes, practiceOf, questionsOf } from "../../../src/domain/framework-practice.ts";
import { aDeck, aFramework, aQuestion } from "../../support/builders.ts";

const place = { file: "f.md", line: 9, column: 1 };
const prompt: FrameworkPrompt = {
  id: "late",
  title: "Late",
  text: "Why late?",
  minutes: 4,
  phrasings: { "ai-leverage": ["it predicts the minutes"] },
  model: "Because.",
  place,
};

function ofShape(shape: Framework["shape"], names: readonly string[]): Framework {
  return aFramework({ shape, names, prompts: [prompt] });
}

describe("practising a framework", () => {
  test("asks for its parts by name or by another name of theirs, in an order that tells nothing", () => {
    const framework = aFramework({ names: ["Situation", "Task", "Action"] });
    const parts = framework.parts.map((part) => (part.name === "Task" ? { ...part, also: ["my role"] } : part));
    expect(practiceOf({ ...framework, parts }).recall).toMatchObject({
      id: "frameworks/retail-impact-triangle/recall",
      kind: "recall",
      inOrder: false,
      minutes: 1,
      blanks: [{ forms: ["Action"] }, { forms: ["Situation"] }, { forms: ["Task", "my role"] }],
    });
  });

  test("gives a quarter of a minute to each of many parts", () => {
    expect(practiceOf(aFramework({ names: ["A", "B", "C", "D", "E", "F"] })).recall.minutes).toBe(1.5);
  });

  test.each([
    ["triangle", 3, true],
    ["chain", 9, true],
    ["cycle", 2, false],
    ["chain", 10, false],
    ["matrix", 4, false],
  ] as const)("asks for the order of a %s of %i parts: %s", (shape, count, isAsked) => {
    const names = Array.from({ length: count }, (_, index) => `Part ${index}`);
    const { order } = practiceOf(ofShape(shape, names));
    expect(order?.items).toEqual(isAsked ? names : undefined);
    expect(order?.id).toBe(isAsked ? "frameworks/retail-impact-triangle/order" : undefined);
  });

  test("applies it to each prompt, a part being a key point with the phrasings that the prompt gives it", () => {
    const [apply] = practiceOf(ofShape("triangle", ["Business metric", "AI leverage", "Execution roadmap"])).apply;
    expect(apply).toMatchObject({
      id: "frameworks/retail-impact-triangle/apply-late",
      kind: "open",
      minutes: 4,
      framework: "retail-impact-triangle",
      model: "Because.",
      place,
      keyPoints: [
        { id: "business-metric", part: "business-metric", text: "Business metric: What of the business metric?", weight: 1, phrasings: [] },
        { id: "ai-leverage", phrasings: ["it predicts the minutes"] },
        { id: "execution-roadmap", phrasings: [] },
      ],
    });
    expect(apply?.prompt).toMatch(/^Why late\?\n\n/);
    expect(apply?.prompt).not.toContain("metric");
  });

  test("looks for no part among what every object has", () => {
    const [apply] = practiceOf(aFramework({ names: ["constructor"], prompts: [prompt] })).apply;
    expect(apply?.keyPoints[0]?.phrasings).toEqual([]);
  });

  test("makes questions that are found beside those of the decks", () => {
    const framework = ofShape("triangle", ["A", "B", "C"]);
    const deck = aDeck();
    expect(everyQuestion({ decks: [deck], frameworks: [framework] })).toEqual([...deck.questions, ...questionsOf(framework)]);
    expect(questionsOf(framework).map(({ kind }) => kind)).toEqual(["recall", "order", "open"]);
    expect(questionsOf(ofShape("matrix", ["A", "B", "C", "D"])).map(({ kind }) => kind)).toEqual(["recall", "open"]);
  });

  test("takes the minutes of its steps and of its longest problem", () => {
    const prompts = [prompt, { ...prompt, id: "longer", minutes: 6 }];
    expect(practiceMinutes(aFramework({ prompts }))).toBe(1 + 1 + 6);
    expect(practiceMinutes(aFramework({ shape: "matrix", prompts: [] }))).toBe(1);
  });

  test("is for what most questions name first; what stories alone are told by is left to the stories", () => {
    const [star, tiers, triangle] = ["star", "tiers", "triangle"].map((id) => aFramework({ id }));
    const questions = [
      aQuestion({ kind: "open", framework: "triangle" }),
      aQuestion({ kind: "choice", framework: "tiers" }),
      aQuestion({ kind: "open", framework: "tiers" }),
      aQuestion({ kind: "star", framework: "star" }),
      aQuestion({ kind: "open", framework: undefined }),
      aQuestion({ kind: "open", framework: "unknown" }),
    ];
    const all = [star, triangle, tiers].flatMap((one) => one ?? []);
    expect(leanedOn(questions, all).map(({ id }) => id)).toEqual(["tiers", "triangle"]);
    expect(leanedOn(questions.slice(0, 2), all).map(({ id }) => id)).toEqual(["tiers", "triangle"]);
    expect(leanedOn([], all)).toEqual([]);
  });
});

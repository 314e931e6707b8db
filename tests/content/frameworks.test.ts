// Room: tests. The frameworks that ship: enough of them, drawn, and prompts whose strong answers are marked as such.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { rootsOf } from "../../src/content/find.ts";
import { readLibrary } from "../../src/content/library.ts";
import { drawCase } from "../../src/domain/case.ts";
import { practiceOf } from "../../src/domain/framework-practice.ts";
import type { Framework } from "../../src/domain/framework.ts";
import type { OpenQuestion } from "../../src/domain/question.ts";
import { gradeAnswer } from "../../src/grading/grade.ts";
import { frameworkFigure } from "../../src/terminal/views/figure.ts";
import { aTheme } from "../support/builders.ts";

const home = resolve(import.meta.dirname, "../..");
const { library } = readLibrary(rootsOf(home), (absolute) => absolute);
const { frameworks } = library;
const prompts = frameworks.flatMap((framework) => practiceOf(framework).apply.map((question): Prompt => [question.id, framework, question]));
type Prompt = readonly [id: string, framework: Framework, question: OpenQuestion];

/** By the key points alone: a model answer that is handed in word for word is flagged, as it should be. */
function shareFound(framework: Framework, question: OpenQuestion, text: string): number {
  const { model: _model, ...rest } = question;
  return gradeAnswer(drawCase({ ...rest, model: undefined }, 0, framework), { kind: "open", text }).score;
}

describe.each(frameworks.map((framework): [string, Framework] => [framework.id, framework]))("%s", (_, framework) => {
  test("says when to use it, has a weak and a strong example, a source, and is drawn at 60 and at 100 columns", async () => {
    expect([framework.when, framework.weak ?? "", framework.strong ?? ""].filter((text) => text.length < 40)).toEqual([]);
    expect(framework.sources.length).toBeGreaterThan(0);
    for (const columns of [60, 100]) {
      const rows = frameworkFigure(framework, await aTheme(columns));
      expect(Math.max(...rows.map((row) => row.length))).toBeLessThanOrEqual(columns);
      expect(rows.join("\n")).toMatch(/[─│╱]/);
    }
  });
});

describe("applied", () => {
  test.each(prompts)("%s: its strong answer earns 85 or more, the weak example of its framework less than half", (_, framework, question) => {
    expect(shareFound(framework, question, question.model ?? "")).toBeGreaterThanOrEqual(0.85);
    expect(shareFound(framework, question, framework.weak ?? "")).toBeLessThan(0.5);
  });

  const lines = readFileSync(resolve(home, "tests/fixtures/framework-answers.jsonl"), "utf8").trim().split("\n");
  const answers = lines.map((line) => JSON.parse(line) as { readonly question: string; readonly answer: string });

  // Written to the prompts after their phrasings were, in the words of people who had not read these.
  test.each(answers)("$question: an answer in other words earns 70 or more, one to another of these prompts 25 at most", ({ question: id }) => {
    const [, framework, question] = prompts.find(([name]) => name === id) ?? [];
    if (!framework || !question) throw new Error(`there is no prompt ${id}`);
    const scores = answers.map(({ question: of, answer }) => ({ of, score: shareFound(framework, question, answer) }));
    expect(scores.find(({ of }) => of === id)?.score).toBeGreaterThanOrEqual(0.7);
    expect(scores.filter(({ of, score }) => of !== id && score > 0.25)).toEqual([]);
  });
});

// The gate of agreement: marks against our own answers, whose key points were read twice without sight of any mark.
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { rootsOf } from "../../src/content/find.ts";
import { readLibrary } from "../../src/content/library.ts";
import { keyPointsOf } from "../../src/content/look.ts";
import { type LabelledAnswer, ownReport } from "../benchmarks/grading/own-set.ts";
import { discussed } from "../support/gate.ts";

const home = resolve(import.meta.dirname, "../..");
const lines = readFileSync(join(home, "tests/fixtures/interview-answers.jsonl"), "utf8").trim().split("\n");
const answers = lines.map((line) => JSON.parse(line) as LabelledAnswer);
const { library } = readLibrary(rootsOf(home), (file) => file);

/** Words alone, so that points and capitals do not tell two texts apart. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
const textOf = ({ answer }: LabelledAnswer): string => (typeof answer === "string" ? answer : Object.values(answer).join("\n"));

describe("our own labelled answers", () => {
  const report = ownReport(answers, library);

  test("are five to each of at least forty questions, every key point read twice", () => {
    expect([report.answers, report.questions]).toEqual([210, 42]);
    const unread = answers.filter(({ question, first, second, agreed }) => {
      const asked = discussed.find((one) => one.question.id === question)?.question;
      const ids = asked ? keyPointsOf(asked).map((point) => point.id) : [];
      return ids.length === 0 || [first, second, agreed].some((labels) => ids.some((id) => labels[id] === undefined));
    });
    expect(unread).toEqual([]);
  });

  test("are marked as they were read, with a kappa of one half and more", () => {
    expect(report.grader.plain.value).toBeGreaterThan(0.5);
    expect(report.grader.linear.value).toBeGreaterThan(0.55);
    expect(report.readers.plain.value).toBeGreaterThan(report.grader.plain.value);
  });

  test("are ordered as they were meant in 95 of 100 questions: strong, middling, weak, off-topic", () => {
    expect(report.ordered.value).toBeGreaterThanOrEqual(0.95);
  });

  test("were not used as phrasings: no phrasing of six words and more stands in one", () => {
    const phrasings = discussed
      .flatMap(({ question }) => keyPointsOf(question).flatMap((point) => point.phrasings))
      .filter((text) => text.split(" ").length >= 6);
    const texts = answers.map((answer) => plain(textOf(answer)));
    expect(phrasings.map(plain).filter((phrasing) => texts.some((text) => text.includes(phrasing)))).toEqual([]);
  });
});

import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { scoreRows, scoresToCsv, scoresToJson } from "../../../src/export/scores.ts";
import { aCorrection, anAttempt } from "../../support/attempts.ts";
import { aQuestion } from "../../support/builders.ts";

const question = aQuestion({ kind: "open", title: "=cmd|' /C calc'!A0, \"now\"", competencies: ["metrics", "ownership"] });
const attempt = anAttempt({ id: "a1", confidence: 4, timedOut: true });

const csv = (text: string): Record<string, string>[] => parse(text, { columns: true, record_delimiter: "\r\n" });

test("a row tells the score that stands beside the grader's, the question and whether it counts; and no answer", () => {
  const text = scoresToCsv(scoreRows([{ attempt, question, correction: aCorrection({ attempt: "a1", score: 0.8 }) }]));
  expect(text).not.toContain("I would start from the shelf");
  expect(csv(text)).toMatchObject([
    {
      id: "a1",
      at: "2026-11-21T19:30:05+01:00",
      question: "walmart/ai-pm/cases/out-of-stock",
      title: "'=cmd|' /C calc'!A0, \"now\"",
      competencies: "metrics; ownership",
      score: "0.8",
      band: "good",
      graded: "0.5",
      corrected: "true",
      confidence: "4",
      timedOut: "true",
      counts: "true",
    },
  ]);
});

test("as JSON every row has every field, null where a deck is gone", () => {
  const { scores } = JSON.parse(scoresToJson(scoreRows([{ attempt, question: undefined }]))) as { readonly scores: readonly Record<string, unknown>[] };
  expect(scores).toHaveLength(1);
  expect(scores[0]).toMatchObject({ id: "a1", title: null, company: null, competencies: [], score: 0.5, corrected: false, round: null });
  expect(Object.keys(scores[0] ?? {})).toEqual(scoresToCsv([]).trim().split(","));
});

import { describe, expect, test } from "vitest";
import { outlineOf } from "../../../src/domain/outline.ts";
import { statsOf } from "../../../src/progress/stats.ts";
import { aCorrection, anAttempt, past, whole } from "../../support/attempts.ts";
import { aQuestion } from "../../support/builders.ts";

const library = [
  outlineOf([
    aQuestion({ kind: "open", id: "d/one", competencies: ["impact", "ownership"] }),
    aQuestion({ kind: "open", id: "d/two", competencies: ["impact"] }),
    aQuestion({ kind: "open", id: "d/never", competencies: ["strategy"] }),
  ]),
];

const entries = [
  anAttempt({ question: "d/one", score: 0.1, seconds: 60, at: "2026-11-20T19:00:00Z" }),
  anAttempt({ id: "x", question: "d/one", score: 0.4, seconds: 60, confidence: 4, at: "2026-11-21T19:00:00Z" }),
  aCorrection({ attempt: "x", score: 0.6 }),
  anAttempt({ question: "d/two", score: 0.2, seconds: 30, confidence: 5, at: "2026-11-21T20:00:00Z" }),
  anAttempt({ question: "gone/question", kind: "choice", answer: { kind: "choice", chosen: [0] }, score: 1, seconds: 10, at: "2026-11-21T21:00:00Z" }),
  anAttempt({ question: "d/two", score: 0, interrupted: true }),
  anAttempt({ question: "d/two", score: 0, unscored: true }),
];

describe("the numbers of a journal", () => {
  test("count what counts, and tell what does not", () => {
    expect(statsOf(past(entries), library, { whole })).toMatchObject({ answers: 4, questions: 3, days: 2, seconds: 160, uncounted: 2 });
  });

  test("take the latest answer to each question, with the person's own ticks", () => {
    const { kinds, competencies } = statsOf(past(entries), library, { whole });
    expect(kinds).toEqual([
      { name: "choice", answers: 1, questions: 1, mean: 1 },
      { name: "open", answers: 3, questions: 2, mean: 0.4 },
    ]);
    expect(competencies).toEqual([
      { name: "impact", answers: 3, questions: 2, mean: 0.4 },
      { name: "ownership", answers: 2, questions: 1, mean: 0.6 },
    ]);
  });

  test("hold confidence, what was sure and wrong, and agreement", () => {
    const stats = statsOf(past(entries), library, { whole });
    expect(stats.calibration.answers).toBe(2);
    expect(stats.sureButWrong).toEqual(["d/two"]);
    expect(stats.agreement.all.answers).toBe(1);
  });

  test("keep to what was asked for", () => {
    expect(statsOf(past(entries), library, { whole, since: "2026-11-21" })).toMatchObject({ answers: 3, days: 1 });
    expect(statsOf(past(entries), library, { whole, questions: new Set(["d/one"]) })).toMatchObject({ answers: 2, questions: 1, sureButWrong: [] });
  });

  test("leave out what does not stand", () => {
    const { attempts, later } = past(entries);
    const stands = (index: number): boolean => attempts.id(index) !== "x";
    expect(statsOf({ attempts: { ...attempts, stands }, later }, library, { whole })).toMatchObject({ answers: 3, questions: 3, seconds: 100, uncounted: 2 });
  });

  test("are nothing for an empty journal", () => {
    expect(statsOf(past([]), library, { whole })).toMatchObject({
      answers: 0,
      questions: 0,
      days: 0,
      seconds: 0,
      uncounted: 0,
      kinds: [],
      competencies: [],
      sureButWrong: [],
    });
  });
});

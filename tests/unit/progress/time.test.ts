// Room: tests. The journal along the time: days, weeks, the hour on the wall, the clock of the questions.
import { describe, expect, test } from "vitest";
import { outlineOf } from "../../../src/domain/outline.ts";
import { statsOf } from "../../../src/progress/stats.ts";
import { anAttempt, past, whole } from "../../support/attempts.ts";
import { aQuestion } from "../../support/builders.ts";

const at = (moment: string, score = 0.5) => anAttempt({ at: moment, score });

describe("periods", () => {
  test("are days within three weeks, oldest first, with the mean of their answers", () => {
    const attempts = [at("2026-11-21T20:00:00Z", 0.8), at("2026-11-20T20:00:00Z", 0.2), at("2026-11-21T21:00:00Z", 0.4)];
    expect(statsOf(past(attempts), [], { whole }).periods).toEqual([
      { from: "2026-11-20", isWeek: false, answers: 1, mean: 0.2 },
      { from: "2026-11-21", isWeek: false, answers: 2, mean: expect.closeTo(0.6) },
    ]);
  });

  test("are evenings where the day ends later than at midnight", () => {
    const attempts = [at("2026-11-21T23:50:00Z"), at("2026-11-22T03:59:00Z"), at("2026-11-22T04:00:00Z")];
    expect(statsOf(past(attempts), [], { whole, dayEnds: 4 }).periods.map(({ from, answers }) => [from, answers])).toEqual([
      ["2026-11-21", 2],
      ["2026-11-22", 1],
    ]);
    expect([
      statsOf(past(attempts), [], { whole, dayEnds: 4 }).days,
      statsOf(past(attempts), [], { whole }).days,
      statsOf(past(attempts.slice(0, 2)), [], { whole, dayEnds: 4 }).days,
    ]).toEqual([2, 2, 1]);
  });

  test("are weeks from Monday beyond three weeks, over the end of a year too", () => {
    const attempts = [at("2026-12-06T20:00:00Z"), at("2026-12-31T20:00:00Z"), at("2027-01-03T20:00:00Z")];
    expect(statsOf(past(attempts), [], { whole }).periods.map(({ from, isWeek, answers }) => [from, isWeek, answers])).toEqual([
      ["2026-11-30", true, 1],
      ["2026-12-28", true, 2],
    ]);
  });

  test("are none without answers", () => {
    expect(statsOf(past([]), [], { whole }).periods).toEqual([]);
  });
});

test("the time of day is that on the wall where the answer was given", () => {
  const attempts = [at("2026-11-21T04:59:00+08:00"), at("2026-11-21T05:00:00+08:00"), at("2026-11-21T18:00:00-05:00"), at("2026-11-21T23:30:00Z")];
  expect(statsOf(past(attempts), [], { whole }).timesOfDay.map(({ time, answers }) => [time, answers])).toEqual([
    ["morning", 1],
    ["evening", 1],
    ["night", 2],
  ]);
});

describe("the pace", () => {
  const question = aQuestion({ kind: "open", id: "a/b", minutes: 2 });

  test("is the share of the time allowed, over answers in sentences to questions that are there", () => {
    const told = { question: "a/b", kind: "open", answer: { kind: "open", text: "words" } } as const;
    const attempts = [
      anAttempt({ ...told, seconds: 60 }),
      anAttempt({ ...told, seconds: 120, timedOut: true }),
      anAttempt({ ...told, question: "gone", seconds: 500 }),
      anAttempt({ question: "a/b", kind: "choice", answer: { kind: "choice", chosen: [0] }, seconds: 500 }),
    ];
    expect(statsOf(past(attempts), [outlineOf([question])], { whole }).pace).toEqual({ answers: 2, taken: 0.75, timedOut: 1 });
  });

  test("is not known without one", () => {
    expect(statsOf(past([]), [outlineOf([question])], { whole }).pace).toBeUndefined();
  });
});

// Room: tests. Whether an answer is about its question.
import { describe, expect, test } from "vitest";
import { lookedForIn } from "../../../src/grading/looked-for.ts";
import { subjectOf, timesChance, toldBy } from "../../../src/grading/subject.ts";
import { wordsOf } from "../../../src/language/words.ts";
import { goodAnswer, openQuestion, otherAnswer } from "./fixtures.ts";

describe("how far an answer is about its question", () => {
  const { subject } = lookedForIn(openQuestion);
  const about = (text: string) => toldBy(subject, wordsOf(text)).about;

  test("is 1 for an answer to the question and low for one to another", () => {
    expect(about(goodAnswer)).toBe(1);
    expect(about(`${otherAnswer} ${otherAnswer}`)).toBeLessThan(0.6);
  });

  test("lies within 0 and 1 for anything", () => {
    for (const text of ["", "lunch", "lunch ".repeat(100), goodAnswer.repeat(3), "ünïcödé 或 \ud800"]) {
      expect(about(text)).toBeGreaterThanOrEqual(0);
      expect(about(text)).toBeLessThanOrEqual(1);
    }
  });

  test("is not doubted where few words were said, or where the question says too little to tell by", () => {
    expect(about("We had soup.")).toBe(1);
    const bare = subjectOf({ asked: wordsOf("Why?"), known: wordsOf("margin") });
    expect(toldBy(bare, wordsOf(otherAnswer))).toEqual({ about: 1, times: undefined });
  });

  test("grows with the question's own words", () => {
    const strange =
      "The orchestra rehearsed Mahler in Vienna under a new conductor, violins tuning beside oboes, trumpets and drums while critics slept upstairs and waiters polished glasses for the banquet beneath painted ceilings";
    expect(about(`${strange}. ${openQuestion.prompt}`)).toBeGreaterThan(about(strange));
    expect(about(strange)).toBe(0);
  });
});

describe("words that nobody else uses", () => {
  /** Made-up words with one stem each. */
  const words = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, step) => {
      const at = from + step;
      return `zu${"bdfgklmnpr".charAt(at % 10)}o${"bdfgklmnpr".charAt(Math.floor(at / 10) % 10)}a${at < 100 ? "k" : "m"}`;
    });
  const read = (from: number, to: number) => wordsOf(words(from, to).join(" "));
  const stems = (from: number, to: number) => new Set(read(from, to).flatMap((word) => word.stems));

  test("are told from forty known and fifteen said on", () => {
    const times = (known: number, said: number) => timesChance({ asked: new Set(), known: stems(0, known) }, stems(0, said));
    expect([stems(0, 40).size, stems(0, 15).size]).toEqual([40, 15]);
    expect(times(40, 15)).toBeCloseTo(1 / (0.015 * Math.sqrt(40)), 9);
    expect([times(39, 15), times(40, 14)]).toEqual([undefined, undefined]);
  });

  test("count by how far they go beyond chance, and more where the question itself says them", () => {
    // A hundred known words: chance is 0.15 of what is said; four of twenty are a third more than that.
    const subject = (asked: readonly [number, number]) => subjectOf({ asked: read(...asked), known: read(0, 100) });
    const said = wordsOf([...words(0, 4), ...words(110, 126)].join(" "));
    expect(toldBy(subject([50, 60]), said).about).toBeCloseTo(7 / 15, 9);
    expect(toldBy(subject([3, 13]), said).about).toBeCloseTo(7 / 15 + 0.25, 9);
    expect(toldBy(subject([2, 12]), said).about).toBeCloseTo(7 / 15 + 0.5, 9);
    expect(toldBy(subject([0, 10]), said)).toEqual({ about: 1, times: expect.closeTo(4 / 3, 9) as unknown });
  });
});

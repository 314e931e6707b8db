// Room: tests. Whether an answer is about its question.
import { describe, expect, test } from "vitest";
import { lookedForIn } from "../../../src/grading/looked-for.ts";
import { aboutness, subjectOf } from "../../../src/grading/subject.ts";
import { wordsOf } from "../../../src/language/words.ts";
import { goodAnswer, openQuestion, otherAnswer } from "./fixtures.ts";

describe("aboutness", () => {
  const { subject } = lookedForIn(openQuestion);
  const about = (text: string) => aboutness(subject, wordsOf(text));

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
    expect(aboutness(bare, wordsOf(otherAnswer))).toBe(1);
  });

  test("grows with the question's own words", () => {
    const strange =
      "The orchestra rehearsed Mahler in Vienna under a new conductor, violins tuning beside oboes, trumpets and drums while critics slept upstairs and waiters polished glasses for the banquet beneath painted ceilings";
    expect(about(`${strange}. ${openQuestion.prompt}`)).toBeGreaterThan(about(strange));
    expect(about(strange)).toBe(0);
  });
});

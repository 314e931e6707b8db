import { expect, test } from "vitest";
import { briefLengths, briefOf, briefsOf, pointsHeld, wholeId } from "../../../src/domain/brief.ts";
import { starParts } from "../../../src/domain/question.ts";
import { aQuestion } from "../../support/builders.ts";

const question = aQuestion({ kind: "star", id: "a/b/feed", title: "The feed" });

test("a short form has its own id, minutes and words, and the whole question's key points", () => {
  const brief = briefOf(question, 30);
  expect(brief).toMatchObject({ id: "a/b/feed/in-30-seconds", title: "The feed, in 30 seconds", minutes: 0.5 });
  expect(brief.prompt).toContain("In 30 seconds aloud: 69 words in all.");
  expect(brief.parts.result.guidance).toMatch(/^About 24 words\. /);
  for (const part of starParts) expect(brief.parts[part].keyPoints).toBe(question.parts[part].keyPoints);
});

test("a short form holds as many key points as there is time for, and two minutes hold all", () => {
  expect(briefLengths.map(pointsHeld)).toEqual([3, 6, undefined]);
  expect(briefOf(question, 30).holds).toEqual({ situation: 1, task: 0, action: 1, result: 1 });
  expect(briefOf(question, 120).holds).toBeUndefined();
});

test("the minutes of the parts are those of the whole, and the result weighs more the shorter it is", () => {
  const briefs = briefsOf(question);
  expect(briefs.map((brief) => starParts.reduce((sum, part) => sum + brief.parts[part].minutes, 0))).toEqual(
    briefLengths.map((seconds) => expect.closeTo(seconds / 60)),
  );
  const shares = briefs.map(({ parts, minutes }) => parts.result.minutes / minutes);
  expect(shares).toEqual(shares.toSorted((a, b) => b - a));
});

test("the whole question is known from a short form's id, and any other id is its own", () => {
  expect(briefsOf(question).map(({ id }) => wholeId(id))).toEqual(["a/b/feed", "a/b/feed", "a/b/feed"]);
  expect(["a/b/feed", "a/in-45-seconds", "xin-30-seconds"].map(wholeId)).toEqual(["a/b/feed", "a/in-45-seconds", "xin-30-seconds"]);
});

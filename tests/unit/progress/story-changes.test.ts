import { expect, test } from "vitest";
import type { Story } from "../../../src/domain/attempt.ts";
import type { Version } from "../../../src/domain/story.ts";
import { changesBetween } from "../../../src/progress/story-changes.ts";
import { anAttempt, aStory } from "../../support/attempts.ts";

const words = (count: number): string => Array.from({ length: count }, (_, index) => `w${index}`).join(" ");
const parts = { situation: words(20), task: words(10), action: words(50), result: words(10) };

function telling(changed: Partial<Story["parts"]> = {}, question = "q"): Version {
  return { number: 1, story: aStory({ parts: { ...parts, ...changed }, question, title: "Feed" }), attempt: undefined, mock: undefined };
}

test("says which parts grew, shrank, came and went", () => {
  expect(changesBetween(telling({ result: "" }), telling({ situation: words(12), task: "", action: words(70) }), [])).toEqual([
    "situation 8 words shorter",
    "task left out",
    "action 20 words longer",
    "result is new",
  ]);
});

test("says nothing where the words are the same", () => {
  expect(changesBetween(telling({ result: "" }), telling({ situation: parts.situation.replaceAll(" ", ",  ").toUpperCase(), result: "" }), [])).toEqual([]);
});

test("a few words more are another wording, not another length", () => {
  expect(changesBetween(telling(), telling({ action: words(59), task: words(13) }), [])).toEqual(["task reworded", "action reworded"]);
});

test("numbers that differ come first, then another question", () => {
  const claim = (number: string) => ({ number, sentence: "" });
  const conflict = { now: claim("5 %"), before: claim("8 %"), at: "", attempt: "", question: "q" };
  expect(changesBetween(telling(), telling({ task: "Other." }, "p"), [conflict])).toEqual(["5 %, was 8 %", "told to another question", "task 9 words shorter"]);
});

test("a short form says so, and parts that all shrank are one change", () => {
  const short = { situation: words(5), task: words(3), action: words(20), result: words(2) };
  const brief = { ...telling(short), attempt: anAttempt({ question: "q/in-30-seconds" }) };
  expect(changesBetween(telling(), brief, [])).toEqual(["in 30 seconds", "shorter throughout"]);
  expect(changesBetween(telling(short), telling(), [])).toEqual(["longer throughout"]);
});

test("words that were written say so, and another title is told", () => {
  const { story } = telling({ task: "Other." });
  expect(changesBetween(telling(), { ...telling(), story: { ...story, attempt: "", title: "Shelf" } }, [])).toEqual([
    "written",
    "another title",
    "task 9 words shorter",
  ]);
});

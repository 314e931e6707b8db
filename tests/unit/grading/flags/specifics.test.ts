// Room: tests. What makes a story somebody's own.
import { describe, expect, test } from "vitest";
import { readAnswer } from "../../../../src/grading/flags/read.ts";
import { nothingSpecific } from "../../../../src/grading/flags/specifics.ts";

const fifty =
  "we stayed calm and listened until everybody had found a way that all of us could live with in the end and it went well for the people who had doubts about the plan and the path that we chose together with so much patience";
const flagOf = (text: string) => nothingSpecific(readAnswer(text, { isStory: true }));

describe("a story without anything specific", () => {
  test("has fifty words at least", () => {
    const count = fifty.split(" ").length;
    const grown = (words: number) => `${fifty} ${"so ".repeat(words - count)}`;
    expect([flagOf(grown(49)), flagOf(grown(50))?.reason]).toEqual([undefined, "This story has no number, no name and no day in it: it could be anybody's."]);
  });

  const talk = `${fifty} through politics, frustration, fatigue, resilience, humility, courage and kindness`;

  test("is not helped by the number one, nor by capitals within a word", () => {
    expect(flagOf(`${talk} as one of 3 people`)).toBeDefined();
    expect(flagOf(`${talk} with my iPhone and my eBay`)).toBeDefined();
    expect(flagOf(`${talk} and what I'd and I had`)).toBeDefined();
  });

  test("is not seen where names end on an i", () => {
    expect(flagOf(`${talk} with Levi and Naomi`)).toBeUndefined();
  });
});

import { describe, expect, test } from "vitest";
import { ratingOf } from "../../../src/scheduling/rating.ts";

const attempt = { score: 0.7, confidence: undefined, hints: 0, timedOut: false };

describe("the rating of an attempt", () => {
  test.each([
    [0, "again"],
    [0.39, "again"],
    [0.4, "hard"],
    [0.64, "hard"],
    [0.65, "good"],
    [0.84, "good"],
    [1, "good"],
  ] as const)("follows the band of the score: %d is %s", (score, rating) => {
    expect(ratingOf({ ...attempt, score })).toBe(rating);
  });

  test("is easy only for a strong answer that the person nailed, alone and in time", () => {
    const nailed = { ...attempt, score: 0.9, confidence: 5 } as const;
    expect(ratingOf(nailed)).toBe("easy");
    expect(ratingOf({ ...nailed, confidence: 4 })).toBe("good");
    expect(ratingOf({ ...nailed, score: 0.8 })).toBe("good");
    expect(ratingOf({ ...nailed, hints: 1 })).toBe("hard");
    expect(ratingOf({ ...nailed, timedOut: true })).toBe("hard");
  });

  test("is hard where the person did not trust a right answer, and again where they trusted a wrong one", () => {
    expect(ratingOf({ ...attempt, score: 1, confidence: 2 })).toBe("hard");
    expect(ratingOf({ ...attempt, score: 1, confidence: 3 })).toBe("good");
    expect(ratingOf({ ...attempt, score: 0.2, confidence: 5 })).toBe("again");
  });
});

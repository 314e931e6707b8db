// Room: tests. Where one answer becomes several.
import { describe, expect, test } from "vitest";
import { readAnswer } from "../../../../src/grading/flags/read.ts";
import { hedged, severalAnswers } from "../../../../src/grading/flags/several.ts";

const words = (count: number) => Array.from({ length: count }, (_, at) => `word${at}`).join(" ");

describe("several answers", () => {
  test("are five times as long as a full one", () => {
    const reasons = [99, 100].map((count) => severalAnswers(readAnswer(words(count), { model: words(20) }))?.reason);
    expect(reasons).toEqual([undefined, "This is 5 times as long as a full answer: it reads as several."]);
  });
});

describe("an answer that hedges", () => {
  const references = ["The path is open."];

  test.each(["or", "either", "maybe", "perhaps", "possibly"])("is known by %s, pointed to each time", (word) => {
    expect(hedged(readAnswer(`${word} open and ${word} dead`, { references }))).toEqual({
      id: "hedged",
      reason: "This offers one answer or another: settle on one.",
      cap: 0.35,
      evidence: [
        { start: 0, end: word.length },
        { start: word.length + 10, end: 2 * word.length + 10 },
      ],
    });
  });

  test("has two such words more than any right answer", () => {
    const isFlagged = (text: string) => hedged(readAnswer(text, { references: [...references, "Open or dead."] })) !== undefined;
    expect([isFlagged("open or dead or out"), isFlagged("open or dead or out or off")]).toEqual([false, true]);
  });

  test("has one of them in eighteen words", () => {
    const isFlagged = (count: number) => hedged(readAnswer(`open or dead or ${words(count - 4)}`, { references })) !== undefined;
    expect([isFlagged(36), isFlagged(37)]).toEqual([true, false]);
  });
});

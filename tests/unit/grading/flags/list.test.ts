// Room: tests. What tells a list of words from notes and sums.
import { describe, expect, test } from "vitest";
import { keywordList } from "../../../../src/grading/flags/list.ts";
import { readAnswer } from "../../../../src/grading/flags/read.ts";

const isFlagged = (text: string) => keywordList(readAnswer(text, {})) !== undefined;
const nouns = (count: number) => Array.from({ length: count }, (_, at) => `noun${"abcdefghijklmnopqrstuvwxyz"[at] ?? ""}`).join(" ");

describe("a list of words", () => {
  test("has small words in fewer than twelve of a hundred", () => {
    expect([isFlagged(`the of in ${nouns(22)}`), isFlagged(`the of ${nouns(23)}`)]).toEqual([false, true]);
  });

  test("is known by its commas, semicolons and lines too, whatever the words", () => {
    expect(isFlagged("the, shelf; of, stores, in\na, truck, and, fish, to")).toBe(true);
    expect(isFlagged("the big shelf, of stores, in a, truck and, fish to, the, cart, of, ice, here")).toBe(false);
    expect(isFlagged("the big shelf, of stores, in a, truck and, fish to, the, cart, of, ice, here, now")).toBe(true);
  });

  test("is none for lines with blank lines between them", () => {
    expect(isFlagged("in stores\n\nof fish\n\nat noon\n\nby truck\n\nwith ice")).toBe(false);
  });

  test("is none with four figures, where they make a quarter of the words", () => {
    expect([isFlagged(`1 2 3 4 ${nouns(12)}`), isFlagged(`1 2 3 4 ${nouns(13)}`), isFlagged(`1 2 3 ${nouns(7)}`)]).toEqual([false, true, true]);
    expect(isFlagged(`q1 q2 q3 q4 ${nouns(12)}`)).toBe(true);
  });

  test("is told to become sentences", () => {
    expect(keywordList(readAnswer(nouns(12), {}))?.reason).toBe("These are words without sentences: say how they belong together.");
  });
});

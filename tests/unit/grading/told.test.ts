// Room: tests. An answer in sentences, read once.
import { describe, expect, test } from "vitest";
import { longestRead, readSaid, sentencesWithin } from "../../../src/grading/told.ts";

const text = "I walked the aisles first. Eight percent were missing! Then we stopped";

describe("an answer that was read", () => {
  const said = readSaid({ kind: "open", text });

  test("has its sentences with their text and the words that begin in each", () => {
    expect(said.sentences.map((sentence) => sentence.text)).toEqual(["I walked the aisles first.", "Eight percent were missing!", "Then we stopped"]);
    expect(said.sentences.map(({ words }) => words.map((word) => text.slice(word.start, word.end)))).toEqual([
      ["I", "walked", "the", "aisles", "first"],
      ["Eight percent", "were", "missing"],
      ["Then", "we", "stopped"],
    ]);
  });

  test("has no parts unless it is a story", () => {
    expect([said.parts, readSaid({ kind: "rewrite", text }).parts]).toEqual([[], []]);
  });

  test("is read up to a hundred thousand letters", () => {
    const long = readSaid({ kind: "open", text: "word ".repeat(longestRead) });
    expect([long.text.length, long.tokens.length]).toEqual([longestRead, longestRead / 5]);
  });
});

describe("a story", () => {
  const parts = { situation: "Sales fell. Nobody knew why.", task: "", action: "I asked ten stores.", result: "They rose again." };
  const said = readSaid({ kind: "star", parts });

  test("has its parts at their places in the whole text, also when one is empty", () => {
    expect(said.parts.map(({ part, start, end }) => [part, said.text.slice(start, end)])).toEqual(Object.entries(parts));
  });

  test("has in each part the sentences of it, and none in an empty one", () => {
    expect(said.parts.map((part) => sentencesWithin(said, part).map((sentence) => sentence.text))).toEqual([
      ["Sales fell.", "Nobody knew why."],
      [],
      ["I asked ten stores."],
      ["They rose again."],
    ]);
  });
});

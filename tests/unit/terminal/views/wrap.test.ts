import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { textWidth } from "../../../../src/terminal/prompts/cells.ts";
import { growthOf } from "../../../support/growth.ts";
import { cutTo, hangText, spaced, viewOf, widestWord, wrap, wrapPieces } from "../../../../src/terminal/views/wrap.ts";

const loud = (text: string): string => `\x1b[1m${text}\x1b[22m`;
const words = fc
  .array(fc.oneof(fc.string({ unit: "grapheme", maxLength: 12 }), fc.constantFrom("漢字", "👩‍💻", "é", "well-known", "a/b")), { maxLength: 20 })
  .map((parts) => parts.join(" "));

describe("a word of thousands of marks that take no cell", () => {
  it.each(["\u0301", "\u200d", "👩‍👩‍👧", "日"])("is wrapped and cut in a straight line: %j", (piece) => {
    const [start, lengths] = ["a".repeat(100), { small: 4_000, large: 32_000 }];
    expect(growthOf((word) => wrap(word, 80), piece, { start, ...lengths })).toBeLessThan(30);
    expect(growthOf((word) => cutTo(`${word}${start}`, 80, "…"), piece, lengths)).toBeLessThan(30);
  });

  it("keeps them with the letter before them, and leaves out what does not fit", () => {
    const [marks, letters] = ["\u0301".repeat(50), "a".repeat(9)];
    expect(wrap(`${letters}${marks}b`, 9)).toEqual([`${letters}${marks}`, "b"]);
    expect(cutTo(`${letters}${marks}bc`, 10, "…")).toBe(`${letters}${marks}…`);
  });
});

describe("wrapping", () => {
  it("breaks at spaces", () => {
    expect(wrap("the shelf was empty at five o'clock", 12)).toEqual(["the shelf", "was empty at", "five o'clock"]);
  });

  it("counts cells, not characters", () => {
    expect(wrap("漢字 漢字 漢字", 9)).toEqual(["漢字 漢字", "漢字"]);
  });

  it("cuts a word that is too wide behind its hyphens first", () => {
    expect(wrap("4 Cross-functional panel", 11)).toEqual(["4 Cross-", "functional", "panel"]);
    expect(wrap("abcdefghij", 4)).toEqual(["abcd", "efgh", "ij"]);
  });

  it("keeps a combining mark with its letter", () => {
    expect(wrap("e\u0301e\u0301e\u0301", 2)).toEqual(["e\u0301e\u0301", "e\u0301"]);
  });

  it("gives one empty row for nothing", () => {
    expect(wrap("", 10)).toEqual([""]);
  });

  it("never makes a row wider than the room", () => {
    fc.assert(fc.property(words, fc.integer({ min: 2, max: 40 }), (text, width) => wrap(text, width).every((row) => textWidth(row) <= width)));
  });

  it("loses nothing but spaces", () => {
    fc.assert(fc.property(words, fc.integer({ min: 1, max: 40 }), (text, width) => wrap(text, width).join("").replace(/\s/g, "") === text.replace(/\s/g, "")));
  });

  it("gives the same rows of one text by the quick way and by pieces", () => {
    const plain = fc.array(fc.constantFrom(" ", "a", "word", "well-known", "longest/of-all"), { maxLength: 20 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(plain, fc.integer({ min: 1, max: 20 }), (text, width) => {
        expect(wrapPieces([{ text, style: loud }], width)).toEqual(wrapPieces([{ text, style: loud }, { text: "" }], width));
      }),
    );
  });

  it("finds the widest stretch that it need not cut", () => {
    expect(widestWord("4 Cross-functional panel")).toBe("functional".length);
  });
});

describe("styles", () => {
  it("are closed on every row", () => {
    expect(wrapPieces([{ text: "the number is " }, { text: "eight percent today", style: loud }], 22)).toEqual([
      `the number is ${loud("eight")}`,
      loud("percent today"),
    ]);
  });

  it("do not part a word from what follows it without a space", () => {
    expect(wrapPieces([{ text: "say " }, { text: "this", style: loud }, { text: ", then that" }], 8)).toEqual(["say", `${loud("this")},`, "then", "that"]);
  });
});

describe("blocks", () => {
  it("hang behind their lead", () => {
    expect(hangText("Do next: ", "say what it costs", 18)).toEqual(["Do next: say what", "         it costs"]);
  });

  it("have one empty row between them, and none for an empty block", () => {
    expect(spaced(["a"], [], ["b", "c"])).toEqual(["a", "", "b", "c"]);
  });

  it("end without spaces, even before the end of a style, and with one line end", () => {
    expect(viewOf(["a  ", loud("b "), ""])).toBe(`a\n${loud("b")}\n`);
  });
});

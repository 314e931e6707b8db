// Room: tests. Cells of a text.
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { cutText, stripStyle, textWidth, wrapStyled } from "../../../../src/terminal/prompts/cells.ts";
import { growthOf } from "../../../support/growth.ts";

test.each([
  ["abc", 3],
  ["日本", 4],
  ["e\u0301", 1],
  ["\x1b[1mab\x1b[22m", 2],
  ["é — “x”", 7],
  ["👍", 2],
])("%j takes %i cells", (text, cells) => {
  expect(textWidth(text)).toBe(cells);
});

test("a text that is too long ends in an ellipsis", () => {
  expect([cutText("abcdef", 4), cutText("abc", 4), cutText("日本語", 5)]).toEqual(["abc…", "abc", "日本…"]);
});

test("wrapping keeps words whole where it can and styles on", () => {
  expect(wrapStyled("one \x1b[1mtwo three\x1b[22m four", 9)).toEqual(["one \x1b[1mtwo", "three\x1b[22m", "four"]);
  expect(wrapStyled("abcdefgh", 3)).toEqual(["abc", "def", "gh"]);
  expect(wrapStyled("  kept as it is\n", 40)).toEqual(["  kept as it is", ""]);
});

test("no row is wider than asked and no letter is lost", () => {
  const words = fc.array(fc.constantFrom("a", "bcd", " ", "日本", "longer-than-most", "\x1b[1m", "\x1b[22m"), { maxLength: 30 });
  fc.assert(
    fc.property(words, fc.integer({ min: 4, max: 20 }), (parts, width) => {
      const rows = wrapStyled(parts.join(""), width);
      for (const row of rows) expect(textWidth(row.trimEnd())).toBeLessThanOrEqual(width);
      expect(stripStyle(rows.join("")).replaceAll(" ", "")).toBe(stripStyle(parts.join("")).replaceAll(" ", ""));
    }),
  );
});

test("the signs that are known to be narrow are so by the rules for all others", () => {
  const ranges = [
    [0x2010, 0x2027],
    [0x2190, 0x21ff],
    [0x2500, 0x257f],
  ] as const;
  const signs = ranges.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index)));
  expect(signs.filter((sign) => /[\p{Mn}\p{Me}\p{Cf}\p{Emoji_Presentation}]/u.test(sign))).toEqual([]);
  expect(signs.map((sign) => textWidth(sign)).every((width) => width === 1)).toBe(true);
});

test.each(["\u0301", "\u200d", "👩‍👩‍👧", "日"])("a word of thousands of %j is cut in a straight line", (piece) => {
  const start = "a".repeat(100);
  expect(growthOf((word) => wrapStyled(word, 80), piece, { start, small: 4_000, large: 32_000 })).toBeLessThan(30);
});

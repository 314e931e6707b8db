import fc from "fast-check";
import { expect, test } from "vitest";
import { isBlank, isSpaceOrEnd, skipSpace } from "../../../src/content/scan.ts";

const text = fc.string({
  unit: fc.constantFrom("a", "-", " ", "\t", "\r", "\u000b", "\u00a0", "\u1680", "\u2003", "\u2028", "\u200b", "\u3000", "\ufeff", "é", "— "),
});

test("white space is what trim() takes", () => {
  fc.assert(
    fc.property(text, (some) => {
      expect(skipSpace(some, 0)).toBe(some.length - some.trimStart().length);
      expect(isBlank(some)).toBe(some.trim() === "");
    }),
  );
});

test("the search begins where it is told to", () => {
  expect(skipSpace("  a  b", 3)).toBe(5);
  expect(skipSpace("  a  ", 3)).toBe(5);
});

test("the end of a text counts as white space", () => {
  expect(["a b", "a\u00a0b", "a", "ab"].map((some) => isSpaceOrEnd(some, 1))).toEqual([true, true, true, false]);
});

test("of all letters those are white space that trim() takes, and no others", () => {
  for (let code = 0; code <= 0xffff; code += 1) {
    const letter = String.fromCharCode(code);
    const isSpace = letter.trim() === "";
    if (isBlank(letter) !== isSpace || isSpaceOrEnd(letter, 0) !== isSpace) expect.fail(`code ${code}`);
  }
});

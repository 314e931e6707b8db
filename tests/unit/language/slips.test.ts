// Room: tests. Slips of the keyboard.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nearestSlip, slipIndexOf } from "../../../src/language/slips.ts";

const index = slipIndexOf(["forecast", "receive", "retail", "threshold", "replenishment", "staff"]);

describe("a slip", () => {
  test.each([
    ["a letter is missing", "forcast", "forecast"],
    ["a letter is doubled", "forrecast", "forecast"],
    ["a letter is too much", "thereshold", "threshold"],
    ["two letters are out of turn", "recieve", "receive"],
    ["the last letter is missing", "replenishmen", "replenishment"],
    ["one letter is wrong in a long word", "replenishmant", "replenishment"],
  ])("is known where %s: %s", (_, written, meant) => {
    expect(nearestSlip(written, index)).toBe(meant);
  });

  test.each([
    ["another word of the same length", "retain"],
    ["a short word", "stuff"],
    ["another first letter", "porecast"],
    ["two slips at once", "forcats"],
    ["letters out of turn that are not neighbours", "eeceivr"],
    ["a word longer than any", "x".repeat(60)],
    ["nothing", ""],
  ])("is none: %s", (_, written) => {
    expect(nearestSlip(written, index)).toBeUndefined();
  });

  test.each([
    ["a missing letter before any other slip", "marbel", ["marble", "marbeld"], "marbeld"],
    ["the slip that comes first in the word", "abcdefgh", ["abcdefhg", "abdcefgh"], "abdcefgh"],
    ["a letter too much before letters out of turn at the same place", "abccdefg", ["abccdegf", "abcdefg"], "abcdefg"],
    ["letters out of turn before a letter too much that comes later", "abcdefgg", ["abcdefg", "acbdefgg"], "acbdefgg"],
    ["of two missing letters the word that was known first", "abcdef", ["abcdefx", "abcdefy"], "abcdefx"],
  ])("is taken for %s: %s", (_, written, known, meant) => {
    expect(nearestSlip(written, slipIndexOf(known))).toBe(meant);
  });

  test("is found among the words of its first letter alone: others are not looked at", () => {
    let looked = 0;
    const spy = { get: (code: number) => ((looked += 1), code === 0x66 ? ["forecast"] : undefined) } as ReturnType<typeof slipIndexOf>;
    expect([nearestSlip("forcast", spy), nearestSlip("gorcast", spy), looked]).toEqual(["forecast", undefined, 2]);
  });

  test("leads back to every long word that lost one letter after its first", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{7,20}$/), fc.nat(), (word, at) => {
        const place = 1 + (at % (word.length - 1));
        const slipped = word.slice(0, place) + word.slice(place + 1);
        expect(nearestSlip(slipped, slipIndexOf([word]))).toBe(word);
      }),
    );
  });
});

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

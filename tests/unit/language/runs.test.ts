// Room: tests. Words in a row as one text.
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { runsIn } from "../../../src/language/runs.ts";

test("a run is its words with blanks between, whatever the words", () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 12 }), fc.nat(11), fc.integer({ min: 1, max: 12 }), (words, from, length) => {
      const at = from % words.length;
      const inReach = Math.min(length, words.length - at);
      expect(runsIn(words)(at, inReach)).toBe(words.slice(at, at + inReach).join(" "));
    }),
  );
});

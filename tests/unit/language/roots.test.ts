// Room: tests. Words cut to their first letters.
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { eachRoot, rootsOf } from "../../../src/language/roots.ts";

/** The same by a pattern. */
function rootsByPattern(text: string): readonly string[] {
  const words = text.toLowerCase().match(/[a-z]+/g) ?? [];
  return words.filter((word) => word.length >= 3).map((word) => word.slice(0, 5));
}

function taken(text: string): readonly number[] {
  const roots: number[] = [];
  eachRoot(text, (root) => roots.push(root));
  return roots;
}

describe("the roots of a text", () => {
  test("are one for words of the same five letters, whatever their case and what follows", () => {
    expect(taken("Replenish, REPLENISHMENT replen's")).toEqual([taken("reple")[0], taken("reple")[0], taken("reple")[0]]);
    expect(rootsOf("stock Stocks").size).toBe(1);
  });

  test("are others for words of fewer or other letters; words of one and two letters have none", () => {
    expect(new Set(taken("sto stoc stock cost abc cba aab aaab")).size).toBe(8);
    expect(taken("we at a I 12 3,5")).toEqual([]);
  });

  test("come in the order of the words, as often as these", () => {
    expect(taken("one two one")).toEqual([taken("one")[0], taken("two")[0], taken("one")[0]]);
  });

  test("tell texts apart as their first letters do, for any text", () => {
    const numbers = new Map<string, number>();
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary", maxLength: 60 }), fc.stringMatching(/^[a-dA-D é'0-9]{0,60}$/)), (text) => {
        const [letters, roots] = [rootsByPattern(text), taken(text)];
        expect(roots).toHaveLength(letters.length);
        letters.forEach((root, at) => {
          if (!numbers.has(root)) expect([...numbers.values()]).not.toContain(roots[at]);
          numbers.set(root, numbers.get(root) ?? roots[at] ?? 0);
          expect(roots[at]).toBe(numbers.get(root));
        });
      }),
    );
  });
});

// Room: tests. Names by their rows: what a Map of them would say.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hashOf, joinedNames, type Names, namesIn, namesOf } from "../../../src/domain/names.ts";

/** Both ways to find a name agree. */
function find(names: Names, name: string): number {
  const row = names.find(name, 0, name.length);
  expect(names.rowOf(name)).toBe(row);
  return row;
}

/** Words of few letters, so that parts of names are names. */
const lists = fc.uniqueArray(fc.string({ unit: fc.constantFrom("a", "b", "/", "é", "📦"), maxLength: 4 }), { maxLength: 40 });

describe("names", () => {
  test("are found where they stand in a text, and no others", () => {
    fc.assert(
      fc.property(lists, fc.string({ unit: fc.constantFrom("a", "b", "/", "é"), maxLength: 6 }), fc.nat(6), fc.nat(6), (list, text, one, other) => {
        const [from, to] = [Math.min(one, other, text.length), Math.min(Math.max(one, other), text.length)];
        expect(namesOf(list).find(text, from, to)).toBe(list.indexOf(text.slice(from, to)));
      }),
    );
  });

  test("are given by their rows", () => {
    fc.assert(
      fc.property(lists, (list) => {
        const names = namesOf(list);
        expect([names.count, list.map((_, row) => names.name(row)), list.map((name) => find(names, name))]).toEqual([list.length, list, [...list.keys()]]);
      }),
    );
  });

  test("with the same hash are told apart", () => {
    const [one, other] = ["costarring", "liquid"];
    expect(hashOf(one)).toBe(hashOf(other));
    expect(find(namesOf([one]), other)).toBe(-1);
    const both = namesOf([one, other]);
    expect([find(both, one), find(both, other)]).toEqual([0, 1]);
  });

  test("of the same hash and length are told apart by their letters", () => {
    // Of a hundred thousand words two have the same, most likely.
    const seen = new Map<number, string>();
    for (let number = 0; ; number += 1) {
      const word = `q-${number.toString(36).padStart(6, "0")}`;
      const same = seen.get(hashOf(word));
      seen.set(hashOf(word), word);
      if (same === undefined) continue;
      expect([find(namesOf([same]), word), find(namesOf([same, word]), word)]).toEqual([-1, 1]);
      return;
    }
  });

  test("of the same hash are told apart by their length, though one begins like the other", () => {
    const hashes = Uint32Array.from([hashOf("shelf"), hashOf("shelf")]);
    const names = namesIn({ text: "shelvesshelf", count: 2, start: (row) => row * 7, end: (row) => 7 + row * 5, hashes });
    const longer = namesIn({ text: "shelf life", count: 1, start: () => 0, end: () => 10, hashes: hashes.subarray(1) });
    expect([find(names, "shelf"), find(longer, "shelf")]).toEqual([1, -1]);
  });

  test("hash as FNV-1a has it, of the whole or a part", () => {
    // From the test vectors of the reference implementation.
    expect([hashOf(""), hashOf("a"), hashOf("foobar")]).toEqual([0x811c9dc5, 0xe40c292c, 0xbf9cf968]);
    expect(hashOf("-foobar-", 1, 7)).toBe(0xbf9cf968);
  });

  test("of two lists have the rows of the first, then those that are new", () => {
    fc.assert(
      fc.property(lists, lists, (first, others) => {
        const joined = joinedNames(namesOf(first), namesOf(others));
        const all = [...new Set([...first, ...others])];
        expect([joined.count, all.map((_, row) => joined.name(row)), all.map((name) => find(joined, name))]).toEqual([all.length, all, [...all.keys()]]);
        expect(joined.rows).toEqual(others.map((name) => all.indexOf(name)));
        expect(find(joined, "none")).toBe(-1);
      }),
    );
  });
});

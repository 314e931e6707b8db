// Room: tests. How near the words of two texts come: endings, slips, synonyms and numbers, in both directions.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { indexOf, likenessOf, termsOf } from "../../../src/language/likeness.ts";
import { synonymsOf } from "../../../src/language/synonyms.ts";
import { stemOf } from "../../../src/language/stems.ts";
import { wordsOf } from "../../../src/language/words.ts";

const terms = (text: string) => termsOf(wordsOf(text), () => 1);
const compare = (reference: string, answer: string) => likenessOf(indexOf(terms(reference)), terms(answer));
const near = (reference: string, answer: string): number => compare(reference, answer).ofIndexed;

describe("the likeness of words", () => {
  test("is whole for the same words in any order and form", () => {
    expect(compare("The salt particles dissolve", "dissolved the salt particle")).toEqual({ ofIndexed: 1, ofOther: 1 });
  });

  test("is counted for each text by itself", () => {
    expect(compare("salt", "the salt and the water")).toEqual({ ofIndexed: 1, ofOther: expect.closeTo(0.2, 1) as number });
    expect(compare("salt salt water", "salt").ofIndexed).toBeCloseTo(2 / 3, 2);
  });

  test("forgives slips of spelling in part", () => {
    expect(near("evaporation", "evapuration")).toBeGreaterThan(0.5);
    expect(near("evaporation", "magnet")).toBe(0);
  });

  test("is nothing for words that share an ending or a letter or two", () => {
    expect(compare("higher", "lower")).toEqual({ ofIndexed: 0, ofOther: 0 });
    expect(near("bubbling", "boring")).toBe(0);
    expect(near("higher", "high")).toBeGreaterThan(0.5);
  });

  test("is a half for words that can stand for each other", () => {
    expect(near("bigger", "larger")).toBe(0.5);
    expect(near("the box is larger", "the box is bigger")).toBeCloseTo(0.875);
  });

  test("knows a number by its value, in part by its kind", () => {
    expect(near("8 %", "eight percent")).toBe(1);
    expect(near("8 %", "20 %")).toBe(0.4);
    expect(near("8 %", "8 dollars")).toBe(0);
  });

  test("lies between 0 and 1, and is 1 for a text and itself", () => {
    const text = fc.array(fc.constantFrom("salt", "salts", "water", "watering", "bigger", "large", "5 %", "ten", "π", "e")).map((words) => words.join(" "));
    fc.assert(
      fc.property(text, text, (first, second) => {
        const { ofIndexed, ofOther } = compare(first, second);
        expect(Math.min(ofIndexed, ofOther)).toBeGreaterThanOrEqual(0);
        expect(Math.max(ofIndexed, ofOther)).toBeLessThanOrEqual(1 + 1e-9);
        if (first !== "") expect(compare(first, first)).toEqual({ ofIndexed: 1, ofOther: 1 });
      }),
    );
  });
});

describe("synonyms", () => {
  test("hold both ways", () => {
    for (const word of ["bigger", "prevent", "method", "gather"]) {
      const stem = stemOf(word);
      expect(synonymsOf(stem)).not.toContain(stem);
      expect(synonymsOf(stem)).not.toEqual([]);
      for (const other of synonymsOf(stem)) expect(synonymsOf(other)).toContain(stem);
    }
  });

  test("are none for opposites and unknown words", () => {
    expect(synonymsOf(stemOf("increase"))).not.toContain(stemOf("decrease"));
    expect(synonymsOf("xyzzy")).toEqual([]);
  });
});

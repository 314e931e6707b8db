import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawCase, drawValues, fillIn, splitDecimals } from "../../../src/domain/case.ts";
import { chanceFrom } from "../../../src/domain/chance.ts";
import { aQuestion } from "../../support/builders.ts";

const seeds = Array.from({ length: 300 }, (_, seed) => seed);

describe("drawValues", () => {
  test("draws from the first to the last step, without drift", () => {
    const drawn = new Set(seeds.map((seed) => drawValues([{ name: "a", from: 1.2, to: 2, step: 0.1 }], chanceFrom(seed))["a"]));
    expect([...drawn].sort()).toEqual([1.2, 1.3, 1.4, 1.5, 1.6, 1.7, 1.8, 1.9, 2]);
  });

  test("draws no number beyond the end when the step does not fit", () => {
    const drawn = new Set(seeds.map((seed) => drawValues([{ name: "a", from: 0, to: 10, step: 4 }], chanceFrom(seed))["a"]));
    expect([...drawn].sort()).toEqual([0, 4, 8]);
  });

  test("draws every choice", () => {
    const drawn = new Set(seeds.map((seed) => drawValues([{ name: "a", choices: [5, 8, 12] }], chanceFrom(seed))["a"]));
    expect([...drawn].sort((a, b) => (a ?? 0) - (b ?? 0))).toEqual([5, 8, 12]);
  });

  test("draws names of the prototype like any other", () => {
    const values = drawValues(
      [
        { name: "__proto__", choices: [7] },
        { name: "constructor", choices: [8] },
      ],
      chanceFrom(1),
    );
    expect(Object.entries(values)).toEqual([
      ["__proto__", 7],
      ["constructor", 8],
    ]);
    expect(fillIn("{__proto__} {constructor} {= __proto__ + constructor}", values)).toBe("7 8 15");
  });
});

describe("fillIn", () => {
  const values = { sales: 20_000_000, cut: 0.125 };

  test.each([
    ["${sales} a year", "$20,000,000 a year"],
    ["{= sales * cut}", "2,500,000"],
    ["{= cut * 100 : 1} %", "12.5 %"],
    ["{= cut > 0.1 ? 1 : 2}", "1"],
    ["{= cut > 0.1 ? 1.5 : 2 : 2}", "1.50"],
    ["{other} stays", "{other} stays"],
    ["{= sales +} stays", "{= sales +} stays"],
    ["{toString} and {} and { sales } stay", "{toString} and {} and { sales } stay"],
    ["{= 1 / 0}", "no number"],
  ])("%s becomes %s", (text, expected) => {
    expect(fillIn(text, values)).toBe(expected);
  });

  test.each([
    ["a : 2", "a ", 2],
    ["a ? b : 2", "a ? b : 2", undefined],
    ["a ? b : c : 0", "a ? b : c ", 0],
    ["a", "a", undefined],
    ["a : b", "a : b", undefined],
    ["a : 123", "a : 123", undefined],
  ])("splitDecimals(%j)", (text, formula, decimals) => {
    expect(splitDecimals(text)).toEqual({ formula, decimals });
  });
});

describe("drawCase", () => {
  test("shows every index once, the same for the same seed", () => {
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom("choice" as const, "order" as const, "sort" as const), (seed, kind) => {
        const question = aQuestion({ kind });
        const { shown } = drawCase(question, seed);
        expect(drawCase(question, seed).shown).toEqual(shown);
        expect([...shown].sort((a, b) => a - b)).toEqual([...shown.keys()]);
      }),
    );
  });

  test("never shows an order question in its right order", () => {
    const question = aQuestion({ kind: "order", items: ["one", "two"] });
    for (const seed of seeds) expect(drawCase(question, seed).shown).toEqual([1, 0]);
    const three = aQuestion({ kind: "order", items: ["one", "two", "three"] });
    for (const seed of seeds) expect(drawCase(three, seed).shown).not.toEqual([0, 1, 2]);
  });

  test("fills numbers into the prompt of a numeric question, and into no other", () => {
    expect(drawCase(aQuestion({ kind: "numeric", prompt: "{a} and {= a * 2}", parameters: [{ name: "a", choices: [3] }] }), 1)).toMatchObject({
      prompt: "3 and 6",
      values: { a: 3 },
      shown: [],
    });
    expect(drawCase(aQuestion({ kind: "open", prompt: "{a}" }), 1)).toMatchObject({ prompt: "{a}", values: {}, shown: [] });
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chanceFrom, drawIndex, seedOf, shuffle } from "../../../src/domain/chance.ts";

describe("chance", () => {
  test("gives the same draws for the same seed, on any machine", () => {
    const chance = chanceFrom(42);
    expect([chance(), chance(), chance()]).toEqual([0.6011037519201636, 0.44829055899754167, 0.8524657934904099]);
    const again = chanceFrom(42 + 2 ** 32);
    expect(again()).toBe(0.6011037519201636);
  });

  test("lies from 0 to below 1 and is spread evenly", () => {
    const chance = chanceFrom(7);
    const bins = Array.from({ length: 10 }, () => 0);
    for (let draw = 0; draw < 10_000; draw += 1) {
      const value = chance();
      expect(value >= 0 && value < 1).toBe(true);
      bins[Math.floor(value * 10)] = (bins[Math.floor(value * 10)] ?? 0) + 1;
    }
    for (const bin of bins) expect(Math.abs(bin - 1000)).toBeLessThan(150);
  });

  test("an index is below its count", () => {
    expect(drawIndex(() => 0, 5)).toBe(0);
    expect(drawIndex(() => 0.999_999, 5)).toBe(4);
  });
});

describe("shuffle", () => {
  test("keeps every item and leaves the list alone", () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer(), (items, seed) => {
        const before = [...items];
        const shuffled = shuffle(items, chanceFrom(seed));
        expect(items).toEqual(before);
        expect([...shuffled].sort()).toEqual([...before].sort());
      }),
    );
  });

  test("gives every order its turn", () => {
    const orders = new Map<string, number>();
    for (let seed = 0; seed < 6000; seed += 1) {
      const order = shuffle(["a", "b", "c"], chanceFrom(seed)).join("");
      orders.set(order, (orders.get(order) ?? 0) + 1);
    }
    expect(orders.size).toBe(6);
    for (const times of orders.values()) expect(Math.abs(times - 1000)).toBeLessThan(200);
  });
});

test("seedOf tells texts of one seed apart, and seeds of one text", () => {
  expect(seedOf("", 0)).toBe(0x811c9dc5);
  const texts = ["a", "b", "ab", "ba", "walmart/ai-pm/cases/one", "walmart/ai-pm/cases/two"];
  const seeds = [0, 1, 2, 99, -1, 2 ** 31];
  for (const seed of seeds) expect(new Set(texts.map((text) => seedOf(text, seed))).size).toBe(texts.length);
  for (const text of texts) expect(new Set(seeds.map((seed) => seedOf(text, seed))).size).toBe(seeds.length);
  for (const seed of seeds) expect(Number.isInteger(seedOf("a", seed)) && seedOf("a", seed) >= 0 && seedOf("a", seed) < 2 ** 32).toBe(true);
});

// Room: tests. Aims in time stretch with a slow machine; ratios and sizes never do.
import { expect, test } from "vitest";
import { isKept, referenceStart, type Row, slownessOf, stretch, tellRows } from "../../benchmarks/spread.ts";

const row = (unit: string, median: number, aim: number | undefined): Row => ({ name: "a thing", unit, spread: { median, low: median, high: median }, aim });

test("a machine that starts bare node in twice the time is twice as slow, and a quick one keeps the aims", () => {
  expect(slownessOf([row("ms", referenceStart * 2, undefined), row("x", 9, 1)])).toBe(2);
  expect(slownessOf([row("ms", referenceStart / 2, undefined)])).toBe(1);
});

test("an aim in time is stretched, and the table tells both", () => {
  const stretched = stretch(row("us", 30, 20), 2);
  expect(isKept(stretched)).toBe(true);
  expect(tellRows([stretched])).toContain("40.0 (20.0 stretched)");
  expect(isKept(stretch(row("us", 41, 20), 2))).toBe(false);
});

test("a size and a ratio are never stretched", () => {
  expect(stretch(row("kB", 30, 20), 2).aim).toBe(20);
  expect(stretch(row("x", 30, 20), 2).aim).toBe(20);
});

// Room: tests. An aim is kept by the median, and how slow a machine is is told by bare node.
import { expect, test } from "vitest";
import { isKept, referenceStart, type Row, slownessOf, tellRows } from "../../benchmarks/spread.ts";

const row = (unit: string, median: number, aim: number | undefined): Row => ({ name: "a thing", unit, spread: { median, low: median, high: median }, aim });

test("a machine that starts bare node in twice the time is twice as slow, and a quick one is told as any", () => {
  expect(slownessOf([row("ms", referenceStart * 2, undefined), row("x", 9, 1)])).toBe(2);
  expect(slownessOf([row("ms", referenceStart / 2, undefined)])).toBe(1);
});

test("an aim that is missed is said to be, on any machine", () => {
  expect(isKept(row("us", 20, 20))).toBe(true);
  expect(tellRows([row("us", 20.5, 20)])).toContain("20.0  missed");
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { roundTo, tellNumber } from "../../../src/domain/amount.ts";

describe("roundTo", () => {
  test.each([
    [1.005, 2, 1.01],
    [-1.005, 2, -1.01],
    [2.5, 0, 3],
    [-2.5, 0, -3],
    [1e-7, 2, 0],
    [1.5e-7, 7, 2e-7],
    [1.5e20, 2, 1.5e20],
    [123456789.987, 1, 123456790],
    [1e300, 5, 1e300],
    [0.1 + 0.2, 9, 0.3],
    [1234, -2, 1234],
    [1.23456, 2.9, 1.23],
    [1.5, Number.NaN, 1.5],
    [Number.POSITIVE_INFINITY, 2, Number.POSITIVE_INFINITY],
    [Number.NaN, 2, Number.NaN],
  ])("%d to %d decimals is %d", (value, decimals, expected) => {
    expect(roundTo(value, decimals) + 0).toBe(expected);
  });

  test("is never further off than half a step, and rounds nothing twice", () => {
    fc.assert(
      fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), fc.integer({ min: 0, max: 6 }), (value, decimals) => {
        const rounded = roundTo(value, decimals);
        expect(Math.abs(rounded - value)).toBeLessThanOrEqual(0.5 * 10 ** -decimals * (1 + 1e-9) + Math.abs(value) * 1e-15);
        expect(roundTo(rounded, decimals)).toBe(rounded);
      }),
    );
  });
});

describe("tellNumber", () => {
  test.each([
    [1234567, "1,234,567"],
    [1234.5, "1,235"],
    [999.99, "999.99"],
    [12.345, "12.35"],
    [3.14159, "3.142"],
    [0.5, "0.5"],
    [0.012345, "0.01235"],
    [0, "0"],
    [-0.000001, "0"],
    [-1500, "-1,500"],
    [Number.NaN, "no number"],
    [Number.POSITIVE_INFINITY, "no number"],
  ])("%d is told as %s", (value, text) => {
    expect(tellNumber(value)).toBe(text);
  });

  test.each([
    [1234.5, 2, "1,234.50"],
    [0.5, 0, "1"],
    [-0.4, 0, "0"],
    [1.5e20, 2, "150,000,000,000,000,000,000.00"],
    [12, 1, "12.0"],
  ])("%d with %d decimals is told as %s", (value, decimals, text) => {
    expect(tellNumber(value, decimals)).toBe(text);
  });
});

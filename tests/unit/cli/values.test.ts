// What options take, and how long it takes to refuse the rest.
import { describe, expect, test } from "vitest";
import { clockTime, decimal, wholeNumber } from "../../../src/cli/values.ts";
import { growthOf } from "../../support/growth.ts";

const minutes = decimal("--minutes", { least: 0.25, most: 120 });

test.each([
  ["0.25", 0.25],
  [".5", 0.5],
  ["120", 120],
  ["007.50", 7.5],
])("%s is a number of minutes", (text, value) => expect(minutes(text)).toBe(value));

test.each(["", ".", "5.", "1.2.3", "0.2", "120.1", "1e2", "+5", "-5", " 5", "0x10", "Infinity", "５"])("%s is none", (text) => {
  expect(() => minutes(text)).toThrow(`--minutes takes a number from 0.25 to 120, not "${text}"`);
});

describe("a long one is refused in a straight line", () => {
  const refused =
    (read: (text: string) => unknown) =>
    (text: string): void => {
      expect(() => read(`${text}x`)).toThrow("takes");
    };

  test.each([
    ["decimal", minutes],
    ["whole", wholeNumber("--count", { least: 1, most: 200 })],
    ["clock", clockTime("--at")],
  ])("%s", (_, read) => expect(growthOf(refused(read), "7", { small: 8_000, large: 64_000 })).toBeLessThan(32));
});

// Room: tests. When two quantities are the same, and what a bare number stands for.
import { describe, expect, test } from "vitest";
import { areSame, comparesAs, isBare, isClose } from "../../../src/grading/quantities.ts";
import { type Quantity, readNumbers } from "../../../src/language/numbers.ts";

function quantity(text: string): Quantity {
  const [first] = readNumbers(text);
  if (!first) throw new Error(`no number in ${text}`);
  return first;
}

describe("two values", () => {
  test.each([
    [0.1 + 0.2, 0.3],
    [1e12, 1e12 + 1],
    [0, 1e-10],
  ])("that differ by binary digits only are close: %d and %d", (first, second) => {
    expect([isClose(first, second), isClose(second, first)]).toEqual([true, true]);
  });

  test.each([
    [1, 1.000_001],
    [0, 0.001],
    [5, -5],
  ])("that a person would tell apart are not: %d and %d", (first, second) => {
    expect(isClose(first, second)).toBe(false);
  });
});

describe("two quantities", () => {
  test.each([
    ["1.1 hours", "66 minutes"],
    ["3 to 5 %", "3-5 percent"],
    ["3 rounds", "3"],
    ["$2", "200 cents"],
  ])("are the same: %s and %s", (first, second) => {
    expect(areSame(quantity(first), quantity(second))).toBe(true);
  });

  test.each([
    ["0.02", "2 %"],
    ["2 %", "0.02"],
    ["3 %", "3 to 5 %"],
    ["3 to 5 %", "3 %"],
    ["3 to 5 %", "3 to 6 %"],
    ["$5", "€5"],
  ])("are not: %s and %s", (first, second) => {
    expect(areSame(quantity(first), quantity(second))).toBe(false);
  });

  test("are not the same where there is but one", () => {
    expect(areSame(quantity("5"), undefined)).toBe(false);
  });

  test("count as bare with no unit of measure", () => {
    expect(["5", "5 stores", "5 %", "$5", "5 days"].map((text) => isBare(quantity(text)))).toEqual([true, true, false, false, false]);
  });
});

describe("a number that was given for the one that was wanted", () => {
  test.each([
    ["66 minutes", "1.1 hours", "same"],
    ["91 hours", "90 minutes", "other"],
    ["90 hours", "90 minutes", "wrong-unit"],
    ["3 to 5 hours", "3 to 5 days", "wrong-unit"],
    ["3 to 6 hours", "3 to 5 days", "other"],
    ["3 people", "3 rounds", "wrong-unit"],
    ["3", "3 rounds", "same"],
    ["90", "90 minutes", "same"],
    ["5400", "90 minutes", "other"],
    ["90 people", "90 minutes", "other"],
    ["0.02", "2 %", "same"],
    ["2", "2 %", "same"],
    ["0.03 to 0.05", "3-5 %", "same"],
    ["0.03 to 0.06", "3-5 %", "other"],
  ])("%s for %s is: %s", (given, wanted, found) => {
    expect(comparesAs(quantity(given), quantity(wanted), { setsUnit: true, prompt: "How much?" })).toBe(found);
  });

  test("stands for a unit only where the form sets it", () => {
    expect(comparesAs(quantity("90"), quantity("90 minutes"), { setsUnit: false, prompt: "" })).toBe("other");
  });

  test.each([
    ["5 seconds", "5", "An alert within {{1}} seconds.", "same"],
    ["5 minutes", "5", "An alert within {{1}} seconds.", "wrong-unit"],
    ["$5", "5", "An alert within {{1}} seconds.", "wrong-unit"],
    ["5 seconds", "5", "How long?", "wrong-unit"],
    ["$5", "5", "It costs ${{1}}.", "same"],
    ["5 %", "5", "A loss of {{1}} %.", "same"],
    ["3 business days", "3", "They answer within {{1}} business days.", "same"],
    ["3 business days", "3", "They answer within {{1}} days.", "wrong-unit"],
    ["90 seconds", "90 minutes", "It takes {{1}}, not ten seconds.", "wrong-unit"],
  ])("%s for a bare %s, where the prompt says %j, is: %s", (given, wanted, prompt, found) => {
    expect(comparesAs(quantity(given), quantity(wanted), { setsUnit: true, prompt })).toBe(found);
  });
});

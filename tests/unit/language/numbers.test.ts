// Room: tests. Numbers with their units, in the ways that people write them.
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { growthOf } from "../../support/growth.ts";
import { readNumbers } from "../../../src/language/numbers.ts";

const forms: readonly (readonly [text: string, value: number, unitClass: string, upTo?: number])[] = [
  ["$1.2M", 1_200_000, "money"],
  ["$1.2 million", 1_200_000, "money"],
  ["1.2 million dollars", 1_200_000, "money"],
  ["US$5", 5, "money"],
  ["USD 130,000", 130_000, "money"],
  ["130,000 USD", 130_000, "money"],
  ["$130k", 130_000, "money"],
  ["130k dollars", 130_000, "money"],
  ["$5 million USD", 5_000_000, "money"],
  ["€5bn", 5e9, "money"],
  ["half a million dollars", 500_000, "money"],
  ["sixty-five thousand dollars", 65_000, "money"],
  ["50 cents", 0.5, "money"],
  ["$.50", 0.5, "money"],
  ["-$300", -300, "money"],
  ["$-14,000", -14_000, "money"],
  ["$−14,000", -14_000, "money"],
  ["$5-7", 5, "money", 7],
  ["CHF 5'000", 5000, "plain"],
  ["$5'000.50", 5000.5, "money"],
  ["10^6", 1e6, "plain"],
  ["$10^6", 1e6, "money"],
  ["¥1,000", 1000, "money"],
  ["$130,000 to $180,000", 130_000, "money", 180_000],
  ["$130-180k", 130_000, "money", 180_000],
  ["$30,000-$40,000", 30_000, "money", 40_000],
  ["2%", 0.02, "share"],
  ["2 %", 0.02, "share"],
  ["two percent", 0.02, "share"],
  ["two per cent", 0.02, "share"],
  ["2 pct", 0.02, "share"],
  ["12 bps", 0.0012, "share"],
  ["12 basis points", 0.0012, "share"],
  ["0.5 percentage points", 0.005, "share"],
  ["3-5%", 0.03, "share", 0.05],
  ["3 to 5 percent", 0.03, "share", 0.05],
  ["between 3 and 5 percent", 0.03, "share", 0.05],
  ["3–5 %", 0.03, "share", 0.05],
  ["half", 0.5, "share"],
  ["a third", 1 / 3, "share"],
  ["two thirds", 2 / 3, "share"],
  ["three quarters", 0.75, "share"],
  ["2/3", 2 / 3, "share"],
  ["2/3rds", 2 / 3, "share"],
  ["1/2 hour", 1800, "time"],
  ["3 out of 4", 0.75, "share"],
  ["three out of four", 0.75, "share"],
  ["zero out of five", 0, "share"],
  ["10 out of 10", 1, "share"],
  ["1h30", 5400, "time"],
  ["1h30m", 5400, "time"],
  ["2h05min", 7500, "time"],
  ["-3%", -0.03, "share"],
  ["−3 %", -0.03, "share"],
  ["minus 3 percent", -0.03, "share"],
  ["２％", 0.02, "share"],
  ["90 min", 5400, "time"],
  ["90 minutes", 5400, "time"],
  ["90-minute call", 5400, "time"],
  ["1.5 hours", 5400, "time"],
  ["1½ hours", 5400, "time"],
  ["an hour and a half", 5400, "time"],
  ["one and a half hours", 5400, "time"],
  ["half an hour", 1800, "time"],
  ["an hour", 3600, "time"],
  ["4 hours 30 minutes", 16_200, "time"],
  ["four and a half hours", 16_200, "time"],
  ["150ms", 0.15, "time"],
  ["a hundred and fifty ms", 0.15, "time"],
  ["five seconds", 5, "time"],
  ["three business days", 3, "time"],
  ["two weeks", 1_209_600, "time"],
  ["1 year", 12, "time"],
  ["18 months", 18, "time"],
  ["3 to 5 weeks", 1_814_400, "time", 3_024_000],
  ["40 stores", 40, "count"],
  ["10 k users", 10_000, "count"],
  ["two senior data scientists", 2, "count"],
  ["1,200", 1200, "plain"],
  ["1 200", 1200, "plain"],
  ["1,000.5", 1000.5, "plain"],
  ["1.000,5", 1000.5, "plain"],
  ["1,5", 1.5, "plain"],
  ["130k", 130_000, "plain"],
  ["130-180k", 130_000, "plain", 180_000],
  ["~40", 40, "plain"],
  ["½", 0.5, "plain"],
  ["1e6", 1_000_000, "plain"],
  ["1.5e-3", 0.0015, "plain"],
  ["１２３", 123, "plain"],
  ["ninety", 90, "plain"],
  ["twenty-five", 25, "plain"],
  ["two hundred and fifty thousand", 250_000, "plain"],
  ["a dozen", 12, "plain"],
  ["zero", 0, "plain"],
  [".5", 0.5, "plain"],
];

describe("a number alone", () => {
  test.each(forms.map(([text, value, unitClass, upTo]) => ({ text, value, unitClass, upTo })))("reads $text", ({ text, value, unitClass, upTo }) => {
    const [quantity, ...rest] = readNumbers(text);
    expect(rest).toEqual([]);
    expect(quantity?.value).toBeCloseTo(value, 9);
    expect(quantity?.unit.unitClass).toBe(unitClass);
    expect(quantity?.upTo ?? -1).toBeCloseTo(upTo ?? -1, 9);
  });
});

test.each(["2nd place", "p95", "Q3", "version 1.2.3", "the third round", "paid a week", "no number", "3rd", ""])(
  "finds no number in %j, as a person would not",
  (text) => {
    expect(readNumbers(text)).toEqual([]);
  },
);

test("a business day is no calendar day, and a month is no number of days", () => {
  const bases = ["3 business days", "3 days", "3 months"].map((text) => readNumbers(text)[0]?.unit.base);
  expect(new Set(bases).size).toBe(3);
});

test("finds every number of a sentence at its place", () => {
  const text = "Up 0.4 %, 95 % interval -0.1 % to +0.9 %, about $400 a store a week.";
  const found = readNumbers(text).map((quantity) => text.slice(quantity.start, quantity.end));
  expect(found).toEqual(["0.4 %", "95 %", "-0.1 %", "0.9 %", "$400"]);
});

test("a number is found behind any words that hold none", () => {
  const before = "There is nothing in here; nor here, e.g. ";
  // As the first words "an hour" is a number; elsewhere it is a rate.
  for (const [text] of forms.filter(([form]) => !/^an? (?:hour|week|day|month|year)$/.test(form))) {
    const [alone] = readNumbers(text);
    expect(readNumbers(before + text)[0], text).toEqual({ ...alone, start: before.length + (alone?.start ?? 0), end: before.length + (alone?.end ?? 0) });
  }
});

test("an hour is a rate behind the first clause, also where that holds no number and is passed over", () => {
  expect(readNumbers("an hour, not more").map(({ value }) => value)).toEqual([3600]);
  expect(readNumbers("Well, an hour is short")).toEqual([]);
});

test.each([
  { text: "24/7", values: [24, 7] },
  { text: "50/50", values: [50, 50] },
  { text: "9/11", values: [9, 11] },
  { text: "0/5", values: [0, 5] },
  { text: "1/2/2024", values: [1, 2, 2024] },
  { text: "on 3/4", values: [3, 4] },
  { text: "since 3/4, until 4/5", values: [3, 4, 4, 5] },
  { text: "1/2a", values: [1] },
  { text: "1 /2", values: [1, 2] },
  { text: "1/ 2", values: [1, 2] },
  { text: "1.5/2", values: [1.5, 2] },
  { text: "5 out of 4", values: [5, 4] },
  { text: "5 out of the 9", values: [5, 9] },
  { text: "1h75", values: [] },
  { text: "1.5h30", values: [] },
])("takes no two numbers for one in $text", ({ text, values }) => {
  expect(readNumbers(text).map(({ value }) => value)).toEqual(values);
});

test("a fraction of something is none of a day", () => {
  expect(readNumbers("on 3/4 of the stores").map(({ value, unit }) => [value, unit.unitClass])).toEqual([[0.75, "share"]]);
});

test("an amount that stands alone in brackets is a loss, and in a sentence it is not", () => {
  const values = (text: string) => readNumbers(text).map(({ value }) => value);
  expect(["($14,000)", " ( $14,000 ) ", "(14,000)", "($5)"].map(values)).toEqual([[-14_000], [-14_000], [-14_000], [-5]]);
  expect(["It saved a lot ($14,000)", "($14,000) a year", "(14)", "(5 days)", "($3 to $5)", "($3) ($4)", "($0)"].map(values)).toEqual([
    [14_000],
    [14_000],
    [14],
    [432_000],
    [3],
    [3, 4],
    [0],
  ]);
});

test("a list with commas is several numbers", () => {
  expect(readNumbers("1,2,3").map((quantity) => quantity.value)).toEqual([1, 2, 3]);
});

test.each(["1,", "1e", "$", "9", ". ", "a, ", "-1", "two hundred and ", "half a ", "4 hours 3 minutes ", "100 ", ".5", "1.1.1"])(
  "grows in a straight line on %j again and again",
  (piece) => {
    expect(growthOf(readNumbers, piece)).toBeLessThan(30);
  },
);

test("places lie within any text and do not overlap", () => {
  const parts = fc.constantFrom("1", ",", ".", "$", "%", "k", " ", "-", "e", "half", "two", "hundred", "and", "a", "½", "\ud800", "hour", "１", "to");
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 40 }), (pieces) => {
      const text = pieces.join("");
      let last = 0;
      for (const { start, end, value } of readNumbers(text)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(Number.isFinite(value)).toBe(true);
        last = end;
      }
    }),
  );
});

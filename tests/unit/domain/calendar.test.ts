import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addBusinessDays, addDays, dayOf, daysBetween, instantOf, isDay } from "../../../src/domain/calendar.ts";

test("the days between two days are those that Date counts, from the year 1 to 9999", () => {
  const days = fc.integer({ min: Date.parse("0001-01-01T00:00:00Z") / 86_400_000, max: Date.parse("9999-12-31T00:00:00Z") / 86_400_000 });
  const dayAt = (number: number): string => new Date(number * 86_400_000).toISOString().slice(0, 10);
  fc.assert(
    fc.property(days, days, (first, second) => {
      expect(daysBetween(dayAt(first), dayAt(second))).toBe(second - first);
      expect(addDays(dayAt(first), 0)).toBe(dayAt(first));
    }),
    { numRuns: 2000 },
  );
});

describe("days", () => {
  test.each(["2026-01-01", "2024-02-29", "2000-02-29", "1999-12-31", "0001-01-01"])("%s is one", (day) => {
    expect(isDay(day)).toBe(true);
  });

  test.each([
    "2026-02-30",
    "2026-02-29",
    "1900-02-29",
    "2026-13-01",
    "2026-00-10",
    "2026-1-1",
    "26-01-01",
    "2026-01-01T00:00",
    " 2026-01-01",
    "2026-01-01\n",
    "tomorrow",
    "",
  ])("%j is none", (day) => {
    expect(isDay(day)).toBe(false);
  });

  test.each([
    ["2026-12-31", 1, "2027-01-01"],
    ["2024-02-28", 1, "2024-02-29"],
    ["2026-02-28", 1, "2026-03-01"],
    ["2026-03-28", 2, "2026-03-30"],
    ["2026-10-24", 2, "2026-10-26"],
    ["2026-01-01", -1, "2025-12-31"],
    ["2026-01-01", 0, "2026-01-01"],
    ["2026-01-01", 3652, "2036-01-01"],
  ])("%s and %i days is %s, also over summer time", (day, count, expected) => {
    expect(addDays(day, count)).toBe(expected);
    expect(daysBetween(day, expected)).toBe(count);
  });

  test.each([
    ["2026-11-20", 1, "2026-11-23"],
    ["2026-11-21", 1, "2026-11-23"],
    ["2026-11-23", 5, "2026-11-30"],
    ["2026-11-23", -1, "2026-11-20"],
    ["2026-11-22", -1, "2026-11-20"],
    ["2026-11-23", 0, "2026-11-23"],
  ])("%s and %i business days is %s", (day, count, expected) => {
    expect(addBusinessDays(day, count)).toBe(expected);
  });

  test("is the day that Date reckons, in every year of four digits", () => {
    fc.assert(
      fc.property(fc.integer({ min: -500_000, max: 2_900_000 }), fc.integer({ min: -1000, max: 1000 }), (number, count) => {
        const dayOfDate = (days: number): string => new Date(days * 86_400_000).toISOString().slice(0, 10);
        expect(addDays(dayOfDate(number), count)).toBe(dayOfDate(number + count));
      }),
      { numRuns: 2000 },
    );
  });

  test("going there and back ends where it began", () => {
    const day = fc.integer({ min: -300_000, max: 300_000 }).map((count) => addDays("2026-01-01", count));
    fc.assert(
      fc.property(day, fc.integer({ min: -5000, max: 5000 }), (from, count) => {
        const to = addDays(from, count);
        expect(isDay(to)).toBe(true);
        expect(daysBetween(from, to)).toBe(count);
        expect(addDays(to, -count)).toBe(from);
      }),
    );
  });

  test("a moment has the day of its own zone, and an instant that compares with others", () => {
    expect(dayOf("2026-01-01T00:30:00+05:30")).toBe("2026-01-01");
    expect(instantOf("2026-01-01T00:30:00+05:30")).toBe(instantOf("2025-12-31T19:00:00Z"));
    expect(instantOf("soon")).toBeNaN();
  });
});

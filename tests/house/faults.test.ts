// Room: tests. The catalogue of faults: each number once, of the form that the catalogue of faults has, and a title that says what happens.
import { expect, test } from "vitest";
import { catalogue } from "../faults/catalogue.ts";

test("each fault bears a number of its own", () => {
  const numbers = catalogue.map(({ number }) => number);
  expect(numbers.filter((number) => !/^[A-K]\d{1,2}$/.test(number))).toEqual([]);
  expect(numbers.filter((number, index) => numbers.indexOf(number) !== index)).toEqual([]);
  expect(new Set(catalogue.map(({ title }) => title)).size).toBe(numbers.length);
});

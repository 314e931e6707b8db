// Room: tests. The catalogue of faults: each number once, of the form that the catalogue of faults has, a title that says what happens, and a guard that can be taken out.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { catalogue } from "../faults/catalogue.ts";
import { readGuards, withoutIt } from "../faults/guards.ts";

test("each fault bears a number of its own", () => {
  const numbers = catalogue.map(({ number }) => number);
  expect(numbers.filter((number) => !/^[A-K]\d{1,2}$/.test(number))).toEqual([]);
  expect(numbers.filter((number, index) => numbers.indexOf(number) !== index)).toEqual([]);
  expect(new Set(catalogue.map(({ title }) => title)).size).toBe(numbers.length);
});

test("each fault has a guard that is taken out to see it, and each guard is of faults", () => {
  const numbers = catalogue.map(({ number }) => number);
  const guarded = readGuards().flatMap(({ of }) => of.split(" "));
  expect(numbers.filter((number) => !guarded.includes(number))).toEqual([]);
  expect(guarded.filter((number) => !numbers.includes(number))).toEqual([]);
});

test("each guard stands in the source, once, where it is to be taken out", () => {
  const missing = readGuards().flatMap((guard) => {
    try {
      const changed = withoutIt(guard, (file) => readFileSync(file, "utf8"));
      return [...changed].filter(([file, text]) => text === readFileSync(file, "utf8")).map(([file]) => `${guard.of}: nothing changes in ${file}`);
    } catch (error) {
      return [`${guard.of}: ${String(error)}`];
    }
  });
  expect(missing).toEqual([]);
});

// Room: tests. Dashboards that a seed draws: which rows, which numbers, and what the person is shown of them.
import { describe, expect, test } from "vitest";
import { drawCase } from "../../../src/domain/case.ts";
import type { SortQuestion } from "../../../src/domain/question.ts";
import { aQuestion } from "../../support/builders.ts";

const wall = aQuestion({
  kind: "sort",
  prompt: "It has run for {weeks} weeks.",
  buckets: [
    { name: "Signal", items: [{ text: "Orders per visitor | {orders} | {= orders + 1}", reason: "up by one from {orders}" }] },
    {
      name: "Noise",
      items: ["Clicks | 3 | 4", "Views | 5 | 6", "Minutes | 7 | 8", "Likes | 9 | 10"].map((text) => ({ text, reason: undefined })),
    },
  ],
  dashboard: {
    columns: ["Line", "Before", "Now"],
    draw: 3,
    parameters: [
      { name: "weeks", choices: [2] },
      { name: "orders", from: 20, to: 40, step: 1 },
    ],
  },
});
const draws = Array.from({ length: 200 }, (_, seed) => drawCase(wall, seed));
const sorted = draws.map(({ question }) => question as SortQuestion);

describe("a dashboard", () => {
  test("has as many rows as are to be drawn, of every bucket at least one", () => {
    for (const { buckets } of sorted) {
      expect(buckets.reduce((count, { items }) => count + items.length, 0)).toBe(3);
      expect(buckets.every(({ items }) => items.length > 0)).toBe(true);
    }
  });

  test("draws each row now and then", () => {
    const names = new Set(sorted.flatMap(({ buckets }) => buckets.flatMap(({ items }) => items.map(({ text }) => text.replace(/ \(.*/, "")))));
    expect([...names].sort()).toEqual(["Clicks", "Likes", "Minutes", "Orders per visitor", "Views"]);
  });

  test("fills its numbers in, in the prompt, the rows and the reasons", () => {
    const [first] = sorted;
    const { values, prompt } = draws[0] ?? {};
    const orders = values?.["orders"] ?? Number.NaN;
    expect(first?.buckets[0]?.items).toEqual([{ text: `Orders per visitor (${orders}, ${orders + 1})`, reason: `up by one from ${orders}` }]);
    expect(prompt).toMatch(/^It has run for 2 weeks\.\n\n\| Line \| Before \| Now \|\n\| --- \| --- \| --- \|\n\| /);
    expect(prompt).toContain(`| Orders per visitor | ${orders} | ${orders + 1} |`);
    expect(prompt?.split("\n")).toHaveLength(7);
  });

  test("does not always have its signal at the same place", () => {
    const places = new Set(draws.map(({ prompt }) => prompt.split("\n").findIndex((line) => line.startsWith("| Orders"))));
    expect(places.size).toBe(3);
  });

  test("is the same for the same seed", () => expect(drawCase(wall, 7)).toEqual(drawCase(wall, 7)));

  test("shows all rows when nothing is said of how many", () => {
    const all = drawCase({ ...wall, dashboard: { columns: ["Line", "Before", "Now"], draw: undefined, parameters: [] } }, 1);
    expect(all.shown).toHaveLength(5);
  });

  test("is asked as any sort question is: every row once", () => {
    for (const { shown } of draws) expect([...shown].sort()).toEqual([0, 1, 2]);
  });
});

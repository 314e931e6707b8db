// The table of word order is made by a script: what it makes of small texts.
import { describe, expect, test } from "vitest";
import { classCount, classOf, stop, unsure } from "../../src/language/word-classes.ts";
import { ownTexts, tableOf } from "./word-order.ts";

const neutral = "i";

describe("the table of word order", () => {
  const rows = tableOf(Array.from({ length: 40 }, () => "We go to the shop. The shop is shut."));
  const cell = (first: number, second: number): string => rows[first]?.[second] ?? "";

  test("has a letter for each two classes: above i for those that stand together, below for those that do not", () => {
    expect([rows.length, new Set(rows.map((row) => row.length))]).toEqual([classCount, new Set([classCount])]);
    expect(cell(classOf("to"), classOf("the")) > neutral).toBe(true);
    expect(cell(classOf("the"), classOf("to")) < neutral).toBe(true);
  });

  test("says nothing of what it never saw, nor of what could be either of two", () => {
    expect(cell(classOf("her"), classOf("nor"))).toBe(neutral);
    expect(rows[unsure]).toBe(neutral.repeat(classCount));
  });

  test("holds it against no answer that it begins as answers do and decks do not", () => {
    expect(cell(stop, classOf("because")) >= neutral).toBe(true);
    expect(cell(stop, classOf("to")) >= neutral).toBe(true);
  });
});

test("it is made from sentences of this repository: no ids, paths, tables or code", () => {
  const texts = ownTexts(".");
  expect(texts.length).toBeGreaterThan(1000);
  expect(texts.filter((text) => text.startsWith("|") || text.startsWith("```") || text.split(/\s+/).length < 4)).toEqual([]);
});

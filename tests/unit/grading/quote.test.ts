// Room: tests. Sentences of an answer said again.
import { describe, expect, test } from "vitest";
import { lastQuote, quoteAt } from "../../../src/grading/quote.ts";

const text = 'We began with a baseline. Then I asked "why" of every manager in the forty stores, one by one, for two weeks. It paid!';

describe("a quote", () => {
  test("is the sentence that holds the place", () => {
    expect(quoteAt(text, { start: 3, end: 8 })).toBe('"We began with a baseline"');
    expect(quoteAt(text, { start: text.indexOf("paid"), end: text.length })).toBe('"It paid"');
  });

  test("is cut after twelve words, and holds no quotation mark of its own", () => {
    const quote = quoteAt(text, { start: text.indexOf("asked"), end: text.indexOf("manager") });
    expect(quote).toMatch(/^"Then I asked 'why' of every manager in the forty stores, one …"$/);
  });

  test("is empty where the text has no sentence there", () => {
    expect([quoteAt("", { start: 0, end: 0 }), quoteAt("Hello.", { start: 40, end: 50 }), lastQuote(" … ")]).toEqual(["", "", ""]);
  });

  test("of the last sentence is the one that the answer ends with", () => {
    expect(lastQuote(text)).toBe('"It paid"');
  });

  test("of twelve words is whole, and one of thirteen is cut", () => {
    const twelve = "one two three four five six seven eight nine ten eleven twelve";
    expect([lastQuote(`${twelve}.`), lastQuote(`${twelve} thirteen.`)]).toEqual([`"${twelve}"`, `"${twelve} …"`]);
  });

  test("keeps neither double spaces nor what ends it", () => {
    expect(lastQuote("Did it  really\tpay?!")).toBe('"Did it really pay"');
  });

  test("at the end of a sentence is the next one", () => {
    expect(quoteAt("It rose. It paid.", { start: 8, end: 9 })).toBe('"It paid"');
  });
});

// Room: tests. Quotes of an answer: what matched shows, with colour and without, in any width.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { textWidth } from "../../../../src/terminal/prompts/cells.ts";
import { markedRows, quoteRow, quoteRows } from "../../../../src/terminal/views/quotes.ts";
import { aTheme } from "../../../support/builders.ts";

const theme = await aTheme(80);
const text = "I would start from the shelf. The out-of-stock rate is eight percent today.\n\nOur model reaches 94 percent.";
const spanOf = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
const anySpans = fc.array(
  fc.tuple(fc.nat({ max: text.length }), fc.nat({ max: text.length })).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) })),
  { maxLength: 5 },
);

describe("a quote", () => {
  test.each([
    ["one stretch", [spanOf("eight percent")], '"eight percent"'],
    [
      "two that stand near each other, with the words between",
      [spanOf("out-of-stock rate"), spanOf("eight percent")],
      '"[out-of-stock rate] is [eight percent]"',
    ],
    ["two that stand far apart", [spanOf("start"), spanOf("94 percent")], '"start … 94 percent"'],
    ["stretches that overlap, once", [spanOf("eight percent"), spanOf("percent today")], '"eight percent today"'],
    ["in the order of the answer", [spanOf("94 percent"), spanOf("start")], '"start … 94 percent"'],
  ])("gives %s", (_, spans, quote) => {
    expect(quoteRow(text, spans, { theme, width: 60 })).toEqual([quote]);
    expect(quoteRows(text, spans, { theme, width: 60 })).toEqual([quote]);
  });

  test("of nothing is nothing", () => {
    expect(quoteRow(text, [], { theme, width: 60 })).toEqual([]);
    expect(quoteRow(text, [{ start: 4, end: 4 }], { theme, width: 60 })).toEqual([]);
    expect(quoteRow(text, [spanOf("out-of-stock rate")], { theme, width: 10 })).toEqual([]);
  });

  test.each([
    [45, '"[out-of-stock rate] is [eight percent]"'],
    [36, '"[out-of-stock rate] is [eight] …"'],
    [26, '"[out-of-stock rate] is …"'],
    [18, '"[out-of-stock] …"'],
  ])("in one row of %i cells is cut behind a whole word, and its brackets close", (width, quote) => {
    expect(quoteRow(text, [spanOf("out-of-stock rate"), spanOf("eight percent")], { theme, width })).toEqual([quote]);
  });

  test("in one row is never wider than its room, and every bracket closes", () => {
    fc.assert(
      fc.property(anySpans, fc.integer({ min: 12, max: 90 }), (spans, width) => {
        for (const row of quoteRow(text, spans, { theme, width })) {
          expect(textWidth(row)).toBeLessThanOrEqual(width);
          expect(row.match(/\[/g)?.length).toBe(row.match(/\]/g)?.length);
        }
      }),
    );
  });
});

describe("a text with its matches marked", () => {
  test("keeps its lines, and puts brackets around what matched", () => {
    expect(markedRows(text, [spanOf("start"), spanOf("94 percent")], { theme, width: 80 })).toEqual([
      "I would [start] from the shelf. The out-of-stock rate is eight percent today.",
      "",
      "Our model reaches [94 percent].",
    ]);
  });

  test("loses no word, whatever matched", () => {
    const words = (rows: readonly string[]): string => rows.join(" ").replaceAll(/[[\]]/g, "").replaceAll(/\s+/g, " ").trim();
    fc.assert(
      fc.property(anySpans, (spans) => {
        const rows = markedRows(text, spans, { theme, width: 400 });
        expect(words(rows)).toBe(words([text]));
      }),
    );
  });
});

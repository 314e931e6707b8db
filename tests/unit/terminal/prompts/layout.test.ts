// Room: tests. Where a typed text stands in a window.
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { textWidth } from "../../../../src/terminal/prompts/cells.ts";
import { beforeCursor, firstShown, layOut, moveRows, rowText } from "../../../../src/terminal/prompts/layout.ts";
import { bufferOf, moveTo } from "../../../../src/terminal/prompts/text-buffer.ts";
import { growthOf } from "../../../support/growth.ts";

function rowsOf(text: string, width: number): readonly string[] {
  const buffer = bufferOf(text);
  return layOut(buffer, width).rows.map((row) => rowText(buffer, row));
}

describe("wrapping", () => {
  test.each([
    ["", 5, [""]],
    ["one two three", 8, ["one two", "three"]],
    ["one two three", 7, ["one two", "three"]],
    ["abcdefgh", 3, ["abc", "def", "gh"]],
    ["a\n\nb", 5, ["a", "", "b"]],
    ["日本語テキスト", 6, ["日本語", "テキス", "ト"]],
    ["to 日本語 go", 7, ["to", "日本語", "go"]],
    ["ends     here", 5, ["ends", "here"]],
  ])("%j at %i", (text, width, rows) => {
    expect(rowsOf(text, width)).toEqual(rows);
  });

  test("never makes a row too wide, never loses a character, never cuts inside a grapheme that joins", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("a", "b", " ", "日", "e\u0301", "👨‍👩‍👧", "\n"), maxLength: 60 }),
        fc.integer({ min: 6, max: 20 }),
        (text, width) => {
          const buffer = bufferOf(text);
          const { rows } = layOut(buffer, width);
          const joined = buffer.lines.map((line, index) =>
            rows
              .filter((row) => row.line === index)
              .map((row) => line.slice(row.start, row.end))
              .join(""),
          );
          expect(joined).toEqual(buffer.lines);
          for (const row of rows) expect(textWidth(rowText(buffer, row))).toBeLessThanOrEqual(width);
          for (const row of rows) expect(rowText(buffer, row)).not.toMatch(/^[\u0301\u200d]/);
        },
      ),
    );
  });

  test.each(["word ", "日本語 "])("laying out %sgrows in a straight line with the text", (piece) => {
    expect(growthOf((text) => layOut(bufferOf(text), 79), piece)).toBeLessThan(32);
  });
});

describe("the cursor", () => {
  test("stands in its row, right of what is before it", () => {
    const buffer = moveTo(bufferOf("one two three"), 0, 10);
    const layout = layOut(buffer, 8);
    expect([layout.cursorRow, beforeCursor(buffer, layout)]).toEqual([1, "th"]);
  });

  test("moves by rows of the window, not by lines", () => {
    const buffer = moveTo(bufferOf("one two three four"), 0, 12);
    expect(moveRows(buffer, 8, -1).column).toBe(4);
    expect(moveRows(buffer, 8, 1).column).toBe(18);
    expect(moveRows(buffer, 8, -5).column).toBe(4);
  });

  test("does not land inside an emoji", () => {
    const text = "👨‍👩‍👧👨‍👩‍👧\nabcdefghij";
    const moved = moveRows(moveTo(bufferOf(text), 1, 3), 40, -1);
    expect([0, 8, 16]).toContain(moved.column);
  });
});

describe("what is shown of a long text", () => {
  test("is its end while the cursor is there", () => {
    expect(firstShown({ rows: Array.from({ length: 30 }, (_, line) => ({ line, start: 0, end: 0 })), cursorRow: 29 }, 10)).toBe(20);
  });

  test("is around the cursor when it is further up", () => {
    expect(firstShown({ rows: Array.from({ length: 30 }, (_, line) => ({ line, start: 0, end: 0 })), cursorRow: 12 }, 10)).toBe(7);
  });
});

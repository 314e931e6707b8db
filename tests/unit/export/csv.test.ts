import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { toCsv } from "../../../src/export/formats/csv.ts";

const read = (text: string): unknown => parse(text, { bom: false, record_delimiter: "\r\n" });

test("what an independent reader finds are the cells that went in, whatever they hold", () => {
  const cell = fc.oneof(fc.string(), fc.string({ unit: "grapheme" }), fc.constantFrom('a "quoted" word', "two\r\nlines", "a,b", "é, ü, 漢字", ""));
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
      const plain = rows.map((row) => row.map((text) => `x${text}`));
      expect(read(toCsv(["one", "two"], plain))).toEqual([["one", "two"], ...plain]);
    }),
  );
});

test.each(["=1+1", "+A1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "＝1", '=HYPERLINK("http://x","y")', "-", "+1,2", "-1e5"])("%j is made text", (formula) => {
  expect(read(toCsv(["cell"], [[formula]]))).toEqual([["cell"], [`'${formula}`]]);
});

test("no cell begins a formula", () => {
  fc.assert(
    fc.property(fc.string(), fc.constantFrom("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"), (rest, start) => {
      const [, [cell = ""] = []] = read(toCsv(["cell"], [[start + rest]])) as string[][];
      expect(cell).toMatch(/^(?:'|[+-]\d+(?:\.\d+)?$)/);
    }),
  );
});

test("plain numbers stay numbers, with their sign; what is not known is empty", () => {
  expect(toCsv(["a", "b", "c", "d"], [[-0.5, "+12", true, undefined]])).toBe("a,b,c,d\r\n-0.5,+12,true,\r\n");
});

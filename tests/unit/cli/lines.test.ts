// Room: tests. Bytes cut into lines: every line once, wherever the parts are cut, and never more than one held.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createLineCutter, type Line } from "../../../src/cli/runs/lines.ts";

/** Cuts bytes given in parts of a size; the buffer is overwritten between them, as the reader does. */
function cut(bytes: Buffer, size: number, longest = 1000): readonly Line[] {
  const cutter = createLineCutter(longest);
  const room = Buffer.alloc(size);
  const lines: Line[] = [];
  for (let at = 0; at < bytes.length; at += size) {
    const count = bytes.copy(room, 0, at, at + size);
    lines.push(...cutter.take(room.subarray(0, count)));
  }
  room.fill(0x21);
  return [...lines, ...cutter.end()];
}

/** Lone surrogates cannot be written as UTF-8. */
const wellFormed = (text: string): string => Buffer.from(text).toString();

const textsOf = (lines: readonly Line[]): readonly string[] => lines.map(({ text }) => text);

describe("bytes cut into lines", () => {
  test("give the same lines for every size of part", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary", maxLength: 40 })), fc.integer({ min: 1, max: 90 }), (texts, size) => {
        const wanted = texts.map((text) => wellFormed(text).replaceAll("\n", " "));
        const lines = cut(Buffer.from(wanted.map((text) => `${text}\n`).join("")), size);
        expect(textsOf(lines)).toEqual(wanted.map((text, index) => (index === 0 ? text.replace(/^\ufeff/, "") : text).trim()));
        expect(lines.map(({ number }) => number)).toEqual(wanted.map((_, index) => index + 1));
      }),
    );
  });

  test("keep a last line that has no end, drop carriage returns and the mark at the very beginning", () => {
    expect(textsOf(cut(Buffer.from("\ufeffone\r\n\r\ntwo"), 3))).toEqual(["one", "", "two"]);
    expect(cut(Buffer.alloc(0), 3)).toEqual([]);
  });

  test("tell which line is too long or not UTF-8, and read on after it", () => {
    const bytes = Buffer.concat([Buffer.from(`${"x".repeat(9)}\n`), Buffer.from([0xff, 0x0a]), Buffer.from(`${"y".repeat(8)}\n${"z".repeat(30)}`)]);
    for (const size of [1, 4, 100]) {
      expect(cut(bytes, size, 8)).toEqual([
        { number: 1, text: "", fault: "the line is longer than 8 bytes" },
        { number: 2, text: "", fault: "the line is not UTF-8" },
        { number: 3, text: "yyyyyyyy", fault: undefined },
        { number: 4, text: "", fault: "the line is longer than 8 bytes" },
      ]);
    }
  });
});

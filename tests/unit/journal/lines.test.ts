import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { JournalEntry } from "../../../src/domain/attempt.ts";
import { CoachError } from "../../../src/domain/errors.ts";
import { crc32 } from "../../../src/journal/crc.ts";
import { readRecords } from "../../../src/journal/lines.ts";
import { encodeRecord } from "../../../src/journal/record.ts";
import { anAttempt } from "../../support/attempts.ts";
import { growthOf } from "../../support/growth.ts";

function line(seq: number, fields: Partial<ReturnType<typeof anAttempt>> = {}): Buffer {
  return encodeRecord(anAttempt({ id: `a${seq}`, ...fields }), { run: "0a1b2c3d", seq });
}

function read(...pieces: readonly (Buffer | string)[]): { readonly ids: readonly string[]; readonly rules: readonly string[] } {
  const reading = readRecords(Buffer.concat(pieces.map((piece) => (typeof piece === "string" ? Buffer.from(piece) : piece))), "journal-x.jsonl");
  const entries = reading.records.flatMap((record): readonly JournalEntry[] => (record.type === "entry" ? [record.entry] : []));
  return { ids: entries.map((entry) => entry.id), rules: reading.problems.map((problem) => problem.rule) };
}

const [one, two, three] = [line(1), line(2), line(3)];
const half = two.subarray(0, 200);

describe("reading a file", () => {
  test.each<[string, readonly (Buffer | string)[], readonly string[]]>([
    ["nothing", [""], []],
    ["only a newline", ["\n"], []],
    ["whole records", [one, two], ["a1", "a2"]],
    ["a last record without its newline", [one, two.subarray(0, -1)], ["a1", "a2"]],
    ["Windows line ends", [one.subarray(0, -1), "\r\n", two.subarray(0, -1), "\r\n"], ["a1", "a2"]],
    ["a byte order mark", ["\ufeff", one, two], ["a1", "a2"]],
    ["a byte order mark in the middle, as two files put together leave", [one, "\ufeff", two], ["a1", "a2"]],
    ["NULs, as a power cut leaves", [one, "\0".repeat(4096), two, "\0\0\0"], ["a1", "a2"]],
    ["empty lines", ["\n\n", one, "\n  \n", two], ["a1", "a2"]],
  ])("takes %s without complaint", (_, pieces, ids) => {
    expect(read(...pieces)).toEqual({ ids, rules: [] });
  });

  test.each<[string, readonly (Buffer | string)[], readonly string[], readonly string[]]>([
    ["a torn last record", [one, half], ["a1"], ["journal-torn"]],
    ["a torn record in the middle", [half, "\n", one], ["a1"], ["journal-damaged"]],
    ["a torn record that a whole one follows on the same line", [half, one, three], ["a1", "a3"], ["journal-damaged"]],
    ["two torn records before a whole one", [half, half, one, three], ["a1", "a3"], ["journal-damaged"]],
    ["a record torn within its first bytes", ['{"v', one], ["a1"], ["journal-damaged"]],
    ["rubbish behind a record", [one.subarray(0, -1), "rubbish\n", three], ["a1", "a3"], ["journal-damaged"]],
    [
      "marks of a merge conflict",
      ["<<<<<<< ours\n", one, "=======\n", two, ">>>>>>> theirs\n"],
      ["a1", "a2"],
      ["journal-damaged", "journal-damaged", "journal-damaged"],
    ],
    ["bytes that are no UTF-8", [Buffer.from([0xff, 0xfe, 0x80, 0x0a]), one], ["a1"], ["journal-damaged"]],
    ["a line over 10 MB", [Buffer.alloc(10 * 1024 * 1024 + 1, 0x61), "\n", one], ["a1"], ["journal-damaged"]],
  ])("sets aside %s and keeps the rest", (_, pieces, ids, rules) => {
    expect(read(...pieces)).toEqual({ ids, rules });
  });

  test("takes two whole records on one line, where only the newline was lost", () => {
    expect(read(one.subarray(0, -1), two)).toEqual({ ids: ["a1", "a2"], rules: [] });
  });

  test("reads off a damaged record which one it was", () => {
    expect(readRecords(Buffer.concat([half, one]), "journal-x.jsonl").damaged).toEqual([{ run: "0a1b2c3d", seq: 2 }]);
  });

  test("says the line", () => {
    const [problem] = readRecords(Buffer.concat([one, half, Buffer.from("\n"), three]), "journal-x.jsonl").problems;
    expect(problem?.place).toEqual({ file: "journal-x.jsonl", line: 2, column: 1 });
  });

  test("says why a line is not counted, and what to do", () => {
    const reading = (text: Buffer | string): unknown => readRecords(Buffer.concat([Buffer.from(text), Buffer.from("\n")]), "journal-x.jsonl").problems;
    const told = (reason: string): unknown => [
      {
        rule: "journal-damaged",
        severity: "warning",
        place: { file: "journal-x.jsonl", line: 1, column: 1 },
        message: `a line is damaged and not counted as written: ${reason}`,
        advice: "The line is left as it is. If you have another copy of this file, put it into the same folder as journal-copy.jsonl.",
      },
    ];
    expect(reading("rubbish")).toEqual(told("it is no whole record"));
    expect(reading(one.toString().trimEnd().replace("shelf", "store"))).toEqual(told("its check sum does not fit"));
    expect(reading(Buffer.alloc(10 * 1024 * 1024 + 1, 0x61))).toEqual(told("it is longer than 10 MB"));
  });

  test("refuses the whole file when one record is newer, and says what to do", () => {
    const body = Buffer.from('{"v":2,"type":"attempt"');
    const newer = Buffer.concat([body, Buffer.from(`,"crc":"${crc32(body).toString(16).padStart(8, "0")}"}\n`)]);
    const refused = (): unknown => read(one, newer);
    expect(refused).toThrow(CoachError);
    expect(refused).toThrow(/journal-x\.jsonl:2: .*newer version/);
  });

  test("finds every record that was not cut, wherever several were", () => {
    const cut = fc.record({ keep: fc.double({ min: 0, max: 1, noNaN: true }), joined: fc.boolean() });
    fc.assert(
      fc.property(fc.array(cut, { maxLength: 12 }), (cuts) => {
        const whole: string[] = [];
        const pieces = cuts.map(({ keep, joined }, index) => {
          const bytes = line(index + 1, { answer: { kind: "open", text: 'x"}{"v":1,'.repeat(index) } });
          const length = Math.ceil(keep * bytes.length);
          if (length >= bytes.length - 1) whole.push(`a${index + 1}`);
          return Buffer.concat([bytes.subarray(0, length), Buffer.from(joined ? "" : "\n")]);
        });
        expect(read(...pieces).ids).toEqual(whole);
      }),
    );
  });

  test("reads 2 MB of record starts in linear time", () => {
    expect(growthOf(read, '{"v":', { small: 250_000, large: 2_000_000 })).toBeLessThan(32);
  });
});

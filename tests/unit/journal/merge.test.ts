import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { JournalEntry } from "../../../src/domain/attempt.ts";
import type { FileReading } from "../../../src/journal/lines.ts";
import { mergeReadings } from "../../../src/journal/merge.ts";
import type { Stamp } from "../../../src/journal/record.ts";
import { anAttempt } from "../../support/attempts.ts";

function file(name: string, records: readonly (readonly [JournalEntry, Stamp])[], damaged: readonly Stamp[] = []): FileReading {
  return { file: name, records: records.map(([entry, stamp]) => ({ type: "entry", entry, stamp, start: 0, length: 0 })), damaged, problems: [] };
}

const at = (minute: number, zone = "Z"): string => `2026-11-21T19:${String(minute).padStart(2, "0")}:00${zone}`;
const ids = (readings: readonly FileReading[]): readonly string[] => mergeReadings(readings).entries.map((entry) => entry.id);
const missing = (readings: readonly FileReading[]): readonly string[] => mergeReadings(readings).problems.map((problem) => problem.message);

describe("merging", () => {
  test("orders by the moment, across zones, then by id", () => {
    const late = anAttempt({ id: "late", at: "2026-11-21T19:30:00+01:00" });
    const later = anAttempt({ id: "later", at: "2026-11-21T19:00:00Z" });
    const twin = anAttempt({ id: "a-twin", at: "2026-11-21T20:00:00+01:00" });
    expect(
      ids([
        file("a", [[later, { run: "a", seq: 1 }]]),
        file("b", [
          [twin, { run: "b", seq: 1 }],
          [late, { run: "b", seq: 2 }],
        ]),
      ]),
    ).toEqual(["late", "a-twin", "later"]);
  });

  test("counts an id once, also where a file stands there twice", () => {
    const records = [[anAttempt({ id: "x" }), { run: "a", seq: 1 }]] as const;
    expect(mergeReadings([file("a", records), file("a (conflicted copy)", records)])).toMatchObject({ entries: [{ id: "x" }], problems: [] });
  });

  test("lets the later of two records with one id stand", () => {
    const first = anAttempt({ id: "x", at: at(1), score: 0.1 });
    const second = anAttempt({ id: "x", at: at(2), score: 0.9 });
    const readings = [file("a", [[second, { run: "a", seq: 1 }]]), file("b", [[first, { run: "b", seq: 1 }]])];
    expect(mergeReadings(readings).entries).toEqual([second]);
    expect(mergeReadings(readings.toReversed()).entries).toEqual([second]);
  });

  test("parts what was taken back from what stands, whichever device took it back", () => {
    const attempt = anAttempt({ id: "x", at: at(1) });
    const undo = { type: "undo", id: "u", at: at(2), of: "x" } as const;
    const reading = mergeReadings([file("b", [[undo, { run: "b", seq: 1 }]]), file("a", [[attempt, { run: "a", seq: 1 }]])]);
    expect(reading).toMatchObject({ entries: [], takenBack: [{ entry: attempt, by: undo }] });
  });

  test("gives the same history in whatever order three devices are read", () => {
    const record = fc.record({
      id: fc.constantFrom("a", "b", "c", "d"),
      minute: fc.nat(3),
      score: fc.constantFrom(0, 0.5, 1),
      seq: fc.integer({ min: 1, max: 9 }),
    });
    fc.assert(
      fc.property(fc.tuple(fc.array(record), fc.array(record), fc.array(record)), (devices) => {
        const readings = devices.map((records, index) =>
          file(
            `device-${index}`,
            records.map(({ id, minute, score, seq }, position) => [anAttempt({ id, at: at(minute), score }), { run: `run${index}-${position}`, seq }]),
          ),
        );
        const [first, second, third] = readings as [FileReading, FileReading, FileReading];
        const merged = mergeReadings([first, second, third]).entries;
        expect(mergeReadings([third, first, second]).entries).toEqual(merged);
        expect(mergeReadings([second, third, first, second]).entries).toEqual(merged);
      }),
    );
  });
});

describe("what is missing", () => {
  const record = (seq: number, run = "r1"): readonly [JournalEntry, Stamp] => [anAttempt(), { run, seq }];

  test("is told from the gaps in a run's numbers", () => {
    expect(missing([file("a", [record(1), record(4), record(1, "r2")])])).toEqual(["2 records are missing from the run r1"]);
  });

  test("is not missing when another file has it", () => {
    expect(missing([file("a", [record(1), record(3)]), file("b", [record(2)])])).toEqual([]);
  });

  test("is told once where the damaged line itself was told already", () => {
    expect(missing([file("a", [record(1), record(3)], [{ run: "r1", seq: 2 }])])).toEqual([]);
  });

  test("is not hidden by a number that is itself damaged", () => {
    expect(missing([file("a", [record(1), record(3)], [{ run: "r1", seq: 900 }])])).toHaveLength(1);
  });

  test("is not made up from a number that is itself damaged", () => {
    expect(missing([file("a", [record(1), record(2)], [{ run: "r1", seq: 900 }])])).toEqual([]);
  });
});

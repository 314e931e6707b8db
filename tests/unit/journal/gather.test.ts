// Room: tests. A file read on from a line end gives what stands behind it, attempts without their answers, and how far it went.
import { appendFileSync, statSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { crc32 } from "node:zlib";
import { expect, test } from "vitest";
import type { JournalEntry } from "../../../src/domain/attempt.ts";
import type { FileMark } from "../../../src/journal/digest.ts";
import { realDisk } from "../../../src/journal/disk.ts";
import { type Found, readFrom, sumBefore } from "../../../src/journal/gather.ts";
import type { LineEnd } from "../../../src/journal/lines.ts";
import { encodeRecord } from "../../../src/journal/record.ts";
import { createTally } from "../../../src/journal/tally.ts";
import { anAttempt, aStory } from "../../support/attempts.ts";
import { freshFolders } from "../../support/folder.ts";

const fresh = freshFolders();
const file = (): string => join(fresh.path(), "journal-a.jsonl");
const line = (entry: JournalEntry, seq: number): string => encodeRecord(entry, { run: "aaaa", seq }).toString();
const start: LineEnd = { bytes: 0, lines: 0 };

function gather(from: LineEnd): { readonly mark: FileMark; readonly found: Found } {
  const found: Found = { tally: createTally(), records: [], problems: [], read: 0, isOpen: false };
  const { ino, size, mtimeMs, ctimeMs } = statSync(file());
  const look = { name: basename(file()), ino, size, mtimeMs, ctimeMs };
  return { mark: readFrom(from, { look, index: 3, looked: { folder: fresh.path(), disk: realDisk, looks: [look] }, found }), found };
}

const attempt = anAttempt({ id: "a", answer: { kind: "open", text: "secret words" }, confidence: 4, round: "screen" });
const story = aStory({ id: "b" });

test("records come with their places, an attempt without its answer and marks, anything else whole", () => {
  writeFileSync(file(), line(attempt, 1) + line(story, 2));
  const { found } = gather(start);
  const { answer, marks, levels, flags, rules, seed, overtime, paused, ...head } = attempt;
  expect([answer, marks, levels, flags, rules, seed, overtime, paused]).not.toContain(undefined);
  const length = line(attempt, 1).length - 1;
  expect(found.records).toEqual([
    { entry: head, stamp: { run: "aaaa", seq: 1 }, place: { file: 3, start: 0, length } },
    { entry: story, stamp: { run: "aaaa", seq: 2 }, place: { file: 3, start: length + 1, length: line(story, 2).length - 1 } },
  ]);
});

test("reading on from a line end gives only what stands behind it, and counts those bytes", () => {
  writeFileSync(file(), line(attempt, 1));
  const { mark, found: first } = gather(start);
  const before = line(attempt, 1).length;
  expect([first.read, mark.bytes, mark.lines]).toEqual([before, before, 1]);
  appendFileSync(file(), `rubbish\n${line(story, 3)}`);
  const { mark: next, found } = gather(mark);
  expect(found.records.map(({ entry, place }) => [entry.id, place.start])).toEqual([["b", before + "rubbish\n".length]]);
  expect(found.problems).toMatchObject([{ rule: "journal-damaged", place: { line: 2 } }]);
  expect([found.read, next.bytes, next.lines]).toEqual([statSync(file()).size - before, statSync(file()).size, 3]);
});

test("what is read of several files is added up", () => {
  writeFileSync(file(), line(attempt, 1));
  const { size } = statSync(file());
  const found: Found = { tally: createTally(), records: [], problems: [], read: 100, isOpen: false };
  const look = { name: basename(file()), ino: 1, size, mtimeMs: 0, ctimeMs: 0 };
  readFrom(start, { look, index: 0, looked: { folder: fresh.path(), disk: realDisk, looks: [look] }, found });
  expect(found.read).toBe(100 + size);
});

test("a record of a kind that only a newer version knows is counted for its run, and gives nothing", () => {
  const open = '{"v":1,"run":"aaaa","seq":2,"type":"chord","id":"x"';
  const chord = `${open},"crc":"${crc32(open).toString(16).padStart(8, "0")}"}\n`;
  writeFileSync(file(), line(attempt, 1) + chord + line(story, 3));
  const { found } = gather(start);
  expect(found.records.map(({ entry }) => entry.id)).toEqual(["a", "b"]);
  expect(found.tally.missing()).toEqual([]);
});

test("a damaged record explains its number; one that is not there is missing", () => {
  writeFileSync(file(), line(attempt, 1) + line(attempt, 2).replace("secret", "others") + line(story, 3) + line(story, 5));
  expect(gather(start).found.tally.missing()).toMatchObject([{ message: "1 record is missing from the run aaaa", place: { file: file() } }]);
});

test("a file whose last line has no end is open, and is marked up to the line before", () => {
  writeFileSync(file(), line(attempt, 1));
  expect(gather(start).found.isOpen).toBe(false);
  appendFileSync(file(), line(story, 2).slice(0, 60));
  const { mark, found } = gather(start);
  expect([found.isOpen, mark.bytes, mark.lines]).toEqual([true, line(attempt, 1).length, 1]);
  expect(found.problems).toMatchObject([{ rule: "journal-torn" }]);
});

test("the mark of a place is the check sum of no more than the 4096 bytes before it", () => {
  const text = "0123456789".repeat(1000);
  writeFileSync(file(), text);
  expect(sumBefore(file(), 10_000, realDisk)).toBe(crc32(text.slice(-4096)));
  expect(sumBefore(file(), 5_000, realDisk)).toBe(crc32(text.slice(5_000 - 4096, 5_000)));
  expect(sumBefore(file(), 30, realDisk)).toBe(crc32(text.slice(0, 30)));
  expect(sumBefore(file(), 0, realDisk)).toBe(0);
});

// What a person reads of a journal that something happened to, word for word, and what they are told to do.
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { JournalEntry } from "../../../src/domain/attempt.ts";
import { crc32 } from "../../../src/journal/crc.ts";
import { readRecords } from "../../../src/journal/lines.ts";
import { encodeRecord } from "../../../src/journal/record.ts";
import { readPhrasings } from "../../../src/journal/phrasings.ts";
import { verifyFolder } from "../../../src/journal/verify.ts";
import { aCorrection, anAttempt, aStory, aTag } from "../../support/attempts.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "coach-told-"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const now = Date.parse("2026-11-21T22:00:00Z");
const at = "2026-11-21T20:00:00Z";
const line = (entry: JournalEntry, seq: number, run = "aaaa"): string => encodeRecord(entry, { run, seq }).toString();
const keep = (text: string, name = "journal-1a2b3c4d.jsonl"): void => writeFileSync(join(folder, name), text);
const sealedBefore = (text: string): string => text.replace(/,"crc":"[0-9a-f]{8}"\}\n$/, "");

describe("a look through a folder counts", () => {
  test("records by file, copies, those of a newer version, and those that were taken back", () => {
    const attempts = ["a", "b", "c"].map((id, index) => line(anAttempt({ id, at }), index + 1));
    const undo = line({ type: "undo", id: "u", at, of: "b" }, 4);
    const chord = line({ type: "chord", id: "x" } as unknown as JournalEntry, 5);
    keep(attempts.join("") + undo + chord);
    keep(attempts.slice(0, 2).join("") + undo + chord, "journal-2.jsonl");
    expect(verifyFolder(folder, now)).toEqual({
      ok: true,
      records: 4,
      takenBack: 1,
      copies: 3,
      foreign: 2,
      files: [
        { file: join(folder, "journal-1a2b3c4d.jsonl"), records: 5 },
        { file: join(folder, "journal-2.jsonl"), records: 4 },
      ],
      problems: [],
    });
  });

  test("only files that are named as a journal's", () => {
    for (const name of ["my-journal-1.jsonl", "journal-1.jsonl.bak", "journal-.jsonl", "journal.jsonl"]) keep("x\n", name);
    expect(verifyFolder(folder, now)).toMatchObject({ ok: true, files: [] });
  });
});

const told = (): readonly string[] =>
  verifyFolder(folder, now).problems.map(({ severity, place, message, advice }) => `${severity} ${place.line}:${place.column} ${message} | ${advice}`);

describe("of records that are odd", () => {
  const orphan = "If another machine's journal is missing, bring it in with coach data merge; until then it counts for nothing.";

  test("parts of what is not here, each by what it is a part of", () => {
    const entries: JournalEntry[] = [
      anAttempt({ id: "a", at }),
      aCorrection({ id: "b", at, attempt: "gone" }),
      aStory({ id: "c", at, attempt: "" }),
      aStory({ id: "d", at, attempt: "", of: "gone" }),
      aStory({ id: "e", at, attempt: "a", of: "c" }),
      aTag({ id: "f", at, story: "gone" }),
      aTag({ id: "g", at, story: "c" }),
      { type: "undo", id: "h", at, of: "a" },
      { type: "undo", id: "i", at, of: "gone" },
      { type: "retrieval", id: "j", at, session: "s", question: "q", story: "", seconds: 1, covers: false },
    ];
    keep(entries.map((entry, index) => line(entry, index + 1)).join(""));
    expect(told()).toEqual([
      `warning 2:1 the correction of ${at} belongs to the record gone, which is not here | ${orphan}`,
      `warning 4:1 the story of ${at} belongs to the record gone, which is not here | ${orphan}`,
      `warning 6:1 the tag of ${at} belongs to the record gone, which is not here | ${orphan}`,
      `warning 9:1 the undo of ${at} belongs to the record gone, which is not here | ${orphan}`,
    ]);
  });

  test("a copy of one in another file, once", () => {
    const correction = line(aCorrection({ id: "b", at, attempt: "gone" }), 1);
    keep(correction);
    keep(correction, "journal-2.jsonl");
    expect(told()).toHaveLength(1);
  });

  test("times that run backwards within a run by more than two minutes, in whatever order they lie", () => {
    const [first, later, tooEarly] = ["20:00:00", "19:58:00", "19:55:59"].map((time) => `2026-11-21T${time}Z`);
    keep(
      line(anAttempt({ id: "b", at: later ?? "" }), 2) +
        line(anAttempt({ id: "c", at: tooEarly ?? "" }), 3) +
        line(anAttempt({ id: "a", at: first ?? "" }), 1) +
        line(anAttempt({ id: "d", at: "2026-11-20T00:00:00Z" }), 1, "bbbb"),
    );
    expect(told()).toEqual([
      `warning 2:1 the clock went back between two records, from ${later} to ${tooEarly} | Both count; their order follows the times that they bear.`,
    ]);
  });

  test("times more than a day ahead", () => {
    keep(line(anAttempt({ id: "a", at: "2026-11-22T22:00:00Z" }), 1) + line(anAttempt({ id: "b", at: "2026-11-22T22:00:01Z" }), 2));
    expect(told()).toEqual([
      "warning 2:1 the attempt of 2026-11-22T22:00:01Z lies in the future: the clock was wrong then, or is now | It counts as the newest until that day. coach undo takes it back.",
    ]);
  });

  test("numbers that are missing, one and several", () => {
    keep(line(anAttempt({ id: "a", at }), 1) + line(anAttempt({ id: "b", at }), 3) + line(anAttempt({ id: "c", at }), 6));
    keep(line(anAttempt({ id: "d", at }), 2, "bbbb"), "journal-2.jsonl");
    expect(told().map((text) => text.replace(/aaaa|bbbb/g, "RUN"))).toEqual(expect.arrayContaining([expect.stringMatching(/3 records are|1 record is/)]));
    expect(
      told().every(
        (text) =>
          text.startsWith("warning 1:1 ") && text.endsWith("| If you have another copy of this file, put it into the same folder as journal-copy.jsonl."),
      ),
    ).toBe(true);
    expect(told().filter((text) => text.includes("1 record is"))).toHaveLength(1);
    expect(told().filter((text) => text.includes("3 records are"))).toHaveLength(1);
  });
});

describe("of lines that are damaged", () => {
  const whole = line(anAttempt({ id: "a", at }), 1);
  const reasons = (text: string | Buffer): readonly string[] =>
    readRecords(Buffer.from(text), "j").problems.map(({ place, rule, message }) => `${place.line} ${rule} ${message}`);
  const damaged = "journal-damaged a line is damaged and not counted as written:";

  test("each says why", () => {
    expect(reasons("x\n")).toEqual([`1 ${damaged} it is no whole record`]);
    expect(reasons(whole.replace('"seq":1', '"seq":2'))).toEqual([`1 ${damaged} its check sum does not fit`]);
    expect(reasons(`${whole}${whole}x${whole}`)).toEqual([`3 ${damaged} its check sum does not fit`]);
    expect(reasons(`${whole}{"v":1,"run":"a"`)).toEqual([
      "2 journal-torn the last record is cut off after 16 bytes, as by a crash while it was written; it is not counted",
    ]);
  });

  test("what stands around a line does not harm it", () => {
    const around = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(` \t\0${whole.trimEnd()}\r \t\0\n\r\n\0\0\n`)]);
    expect(reasons(around)).toEqual([]);
    expect(readRecords(around, "j").records).toHaveLength(1);
    expect(reasons(Buffer.concat([Buffer.from([0xef, 0xbb, 0x20]), Buffer.from(whole)]))).toHaveLength(1);
    expect(reasons(Buffer.concat([Buffer.from([0xef, 0x20, 0xbf]), Buffer.from(whole)]))).toHaveLength(1);
    expect(reasons(`${sealedBefore(whole)}\n`)).toHaveLength(1);
  });

  test("a record of a newer version is refused with what to do, and an empty file is an empty journal", () => {
    const open = '{"v":2,"whatever":true';
    const newer = `${open},"crc":"${crc32(Buffer.from(open)).toString(16).padStart(8, "0")}"}\n`;
    expect(() => readRecords(Buffer.from(whole + newer), "j")).toThrow(
      expect.objectContaining({
        message: "j:2: this record was written by a newer version of coach (record format 2).",
        fault: "failure",
        place: { file: "j", line: 2, column: 1 },
        advice: "Update coach on this machine. Nothing was changed.",
      }),
    );
    expect(readRecords(Buffer.from(""), "j")).toEqual({ file: "j", records: [], damaged: [], problems: [] });
  });
});

describe.skipIf(process.platform === "win32" || process.getuid?.() === 0)("of what cannot be read", () => {
  test("a folder, a file, phrasings", () => {
    keep(line(anAttempt({ id: "a", at }), 1));
    chmodSync(join(folder, "journal-1a2b3c4d.jsonl"), 0);
    expect(told()).toEqual([expect.stringContaining("error 1:1 this file of the journal cannot be read, so its attempts are not counted: ")]);
    chmodSync(folder, 0);
    expect(() => verifyFolder(folder, now)).toThrow(
      expect.objectContaining({ fault: "failure", message: expect.stringContaining(`The journal in ${folder} cannot be read: `) as string }),
    );
    chmodSync(folder, 0o700);
  });
});

test("phrasings that are a folder are told as what they are", () => {
  mkdirSync(join(folder, "phrasings.txt"));
  expect(() => readPhrasings(join(folder, "phrasings.txt"))).toThrow(
    expect.objectContaining({
      fault: "failure",
      message: expect.stringContaining(`Your own phrasings in ${join(folder, "phrasings.txt")} cannot be read: `) as string,
    }),
  );
});

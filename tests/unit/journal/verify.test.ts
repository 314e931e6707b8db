// Room: tests. A data folder is looked through, damaged lines are set aside, and at no time is a whole record lost.
import * as fs from "node:fs";
import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { JournalEntry } from "../../../src/domain/attempt.ts";
import type { Disk } from "../../../src/journal/disk.ts";
import { encodeRecord } from "../../../src/journal/record.ts";
import { repairFolder } from "../../../src/journal/repair.ts";
import { verifyFolder } from "../../../src/journal/verify.ts";
import { anAttempt } from "../../support/attempts.ts";
import { watchedDisk } from "../../support/watched-disk.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "coach-verify-"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const now = Date.parse("2026-11-21T22:00:00Z");

function attempt(id: string, at = "2026-11-21T20:00:00Z"): JournalEntry {
  return anAttempt({ id, at });
}

function line(id: string, seq: number, at?: string): string {
  return encodeRecord(attempt(id, at), { run: "aaaa", seq }).toString();
}

function keep(text: string, name = "journal-1a2b3c4d.jsonl"): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

const rules = (): readonly string[] => verifyFolder(folder, now).problems.map(({ rule, place }) => `${place.line} ${rule}`);

describe("a look through a data folder", () => {
  test("finds all well where it is", () => {
    keep(line("a", 1) + line("b", 2));
    expect(verifyFolder(folder, now)).toMatchObject({ ok: true, records: 2, copies: 0, problems: [] });
  });

  test("an empty folder, and none at all, hold nothing wrong", () => {
    expect(verifyFolder(folder, now)).toMatchObject({ ok: true, records: 0 });
    expect(verifyFolder(join(folder, "none"), now)).toMatchObject({ ok: true, records: 0 });
  });

  test("says where a record is torn, damaged or missing", () => {
    keep(`${line("a", 1)}${line("b", 2).replace("2026", "2025")}${line("d", 4)}{"v":1,"run":"aaaa"`);
    expect(rules()).toEqual(["2 journal-damaged", "4 journal-torn", "1 journal-missing"]);
    expect(verifyFolder(folder, now)).toMatchObject({ ok: false, records: 2 });
  });

  test("counts the same record of two files once, and it is no fault", () => {
    keep(line("a", 1) + line("b", 2));
    keep(line("a", 1), "journal-1a2b3c4d (conflicted copy).jsonl");
    expect(verifyFolder(folder, now)).toMatchObject({ ok: true, records: 2, copies: 1 });
  });

  test("tells of a correction without its attempt, with its line", () => {
    const correction = encodeRecord({ type: "correction", id: "c", at: "2026-11-21T20:01:00Z", attempt: "gone", marks: {}, score: 1 }, { run: "aaaa", seq: 2 });
    keep(`${line("a", 1)}${correction.toString()}`);
    expect(rules()).toEqual(["2 journal-orphan"]);
  });

  test("tells of a clock that went back, and of one that was ahead", () => {
    keep(line("a", 1) + line("b", 2, "2026-11-21T19:00:00Z") + line("c", 3, "2027-11-21T19:00:00Z"));
    expect(rules()).toEqual(["2 journal-clock", "3 journal-future"]);
  });

  test("takes a run's records in the order of their numbers, in whatever files they lie", () => {
    keep(line("c", 3, "2026-11-21T20:20:00Z") + line("b", 2, "2026-11-21T20:10:00Z"), "journal-a.jsonl");
    keep(line("a", 1, "2026-11-21T20:00:00Z"), "journal-b.jsonl");
    expect(rules()).toEqual([]);
    keep(line("d", 4, "2026-11-21T20:05:00Z"), "journal-0.jsonl");
    expect(rules()).toEqual(["1 journal-clock"]);
  });

  test("that finds only an odd record does not call the folder well", () => {
    keep(line("a", 1, "2027-11-21T19:00:00Z"));
    expect(verifyFolder(folder, now)).toMatchObject({ ok: false, records: 1, problems: [{ rule: "journal-future" }] });
  });

  test("changes nothing", () => {
    const file = keep(`${line("a", 1)}broken`);
    verifyFolder(folder, now);
    expect(readFileSync(file, "utf8")).toBe(`${line("a", 1)}broken`);
    expect(readdirSync(folder)).toHaveLength(1);
  });
});

describe("a repair", () => {
  const broken = (): string => `${line("a", 1)}half a line\n${line("b", 2)}{"v":1,"torn${line("c", 3)}tail`;

  const withoutBlanks = (file: string): string => readFileSync(file, "utf8").replaceAll(/^ *\n/gm, "");

  test("moves damaged lines aside byte for byte, keeps whole ones as they are, and saves what is whole inside a damaged one", () => {
    const file = keep(broken());
    const [repaired] = repairFolder(folder, "20261121T220000");
    expect(repaired).toMatchObject({ lines: 3, saved: 1 });
    expect(withoutBlanks(file)).toBe(line("a", 1) + line("b", 2) + line("c", 3));
    expect(readFileSync(repaired?.aside ?? "", "utf8")).toBe(`half a line\n{"v":1,"torn${line("c", 3)}tail\n`);
    expect(verifyFolder(folder, now)).toMatchObject({ ok: true, records: 3 });
  });

  test("leaves alone a damaged line that holds a record of a kind that only a newer version knows", () => {
    const open = '{"v":1,"run":"aaaa","seq":2,"type":"chord","id":"x"';
    const foreign = `${open},"crc":"${crc32(Buffer.from(open)).toString(16).padStart(8, "0")}"}\n`;
    const file = keep(`half${foreign}half a line\n`);
    expect(repairFolder(folder, "x")).toMatchObject([{ lines: 1, saved: 0 }]);
    expect(withoutBlanks(file)).toBe(`half${foreign}`);
  });

  test("closes every file that it opened, whether it can be written or not", () => {
    const { disk, open } = watchedDisk();
    const failing: Disk = {
      ...disk,
      writeSync: () => {
        throw Object.assign(new Error("EIO"), { code: "EIO" });
      },
    };
    keep(broken());
    expect(() => repairFolder(folder, "x", failing)).toThrow("EIO");
    expect(open.size).toBe(0);
    repairFolder(folder, "x", disk);
    expect(open.size).toBe(0);
  });

  test("leaves a journal alone that is whole", () => {
    keep(line("a", 1));
    expect(repairFolder(folder, "x")).toEqual([]);
    expect(readdirSync(folder)).toEqual(["journal-1a2b3c4d.jsonl"]);
  });

  test("loses nothing that another program writes in the meantime", () => {
    const file = keep(broken());
    // Another program's record comes after the file was read, at the last moment; and so does another repair.
    let reads = 0;
    const disk = {
      ...fs,
      readFileSync: ((fd: number): Buffer => {
        const bytes = fs.readFileSync(fd);
        if ((reads += 1) === 2) {
          repairFolder(folder, "y");
          appendFileSync(file, line("d", 4));
        }
        return bytes;
      }) as Disk["readFileSync"],
    };
    repairFolder(folder, "x", disk);
    expect(reads).toBe(2);
    expect(verifyFolder(folder, now)).toMatchObject({ ok: true, records: 4 });
  });

  test("takes nothing for torn that another program has not finished", () => {
    const file = keep(`half a line\n${line("a", 1)}`);
    const later = line("b", 2);
    const disk = {
      ...fs,
      // Half of a record is there when the file is first read; the rest comes before anything else can be written.
      openSync: (name: string, flags: number, mode: number): number => {
        if ((flags & fs.constants.O_APPEND) !== 0 && readFileSync(file, "utf8").endsWith(later.slice(0, 50))) appendFileSync(file, later.slice(50));
        return fs.openSync(name, flags, mode);
      },
    } as Disk;
    appendFileSync(file, later.slice(0, 50));
    expect(repairFolder(folder, "x", disk)).toMatchObject([{ lines: 1 }]);
    expect(verifyFolder(folder, now)).toMatchObject({ ok: true, records: 2 });
  });

  test.each(["openSync", "writeSync", "fsyncSync", "mkdirSync"] as const)("where %s fails, the journal holds what it held", (call) => {
    const file = keep(broken());
    const disk = {
      ...fs,
      [call]: (...args: readonly unknown[]): unknown => {
        // Reading works; writing does not.
        if (call === "openSync" && !String(args[0]).includes("set-aside")) return (fs.openSync as (...given: readonly unknown[]) => number)(...args);
        throw Object.assign(new Error("full"), { code: "ENOSPC" });
      },
    };
    let told: unknown;
    try {
      repairFolder(folder, "x", disk);
    } catch (error) {
      told = error;
    }
    expect(told).toMatchObject({
      message: `${file} was not repaired: the disk is full (ENOSPC). It holds what it held.`,
      fault: "failure",
      advice: "Free some space, then try again.",
      cause: { code: "ENOSPC" },
    });
    expect(readFileSync(file, "utf8").trimEnd()).toBe(broken());
  });

  test("a second repair of the same moment writes over nothing that was set aside", () => {
    mkdirSync(join(folder, "set-aside"), { recursive: true });
    keep(broken());
    repairFolder(folder, "x");
    const aside = readFileSync(join(folder, "set-aside", "journal-1a2b3c4d.jsonl.x"), "utf8");
    appendFileSync(join(folder, "journal-1a2b3c4d.jsonl"), "another half\n");
    repairFolder(folder, "x");
    expect(readFileSync(join(folder, "set-aside", "journal-1a2b3c4d.jsonl.x"), "utf8")).toContain(aside);
  });
});

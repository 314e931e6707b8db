// Room: tests. What is looked at before a record is written: nothing goes behind a newer format, and a backup goes before the first record of a new one.
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { describe, expect, test } from "vitest";
import { dataFiles, openBackup } from "../../../src/journal/backup.ts";
import { backUpDaily } from "../../../src/journal/daily.ts";
import { realDisk } from "../../../src/journal/disk.ts";
import { prepareFormat } from "../../../src/journal/format.ts";
import { openJournal } from "../../../src/journal/journal.ts";
import { repairFolder } from "../../../src/journal/repair.ts";
import { anAttempt } from "../../support/attempts.ts";
import { freshFolders } from "../../support/folder.ts";
import { unrulyDisk } from "../../support/unruly-disk.ts";

const fresh = freshFolders();
const now = "2026-11-21T10:00:00Z";

/** A whole record of any format. */
function line(version: number, id = "x", session = "s"): string {
  const open = JSON.stringify({ v: version, run: "r", seq: 1, ...anAttempt({ id, session }) }).slice(0, -1);
  return `${open},"crc":"${crc32(Buffer.from(open)).toString(16).padStart(8, "0")}"}\n`;
}

const files = (): readonly string[] => readdirSync(fresh.path(), { recursive: true }).map(String).toSorted();

describe("a record of a newer format", () => {
  test.each([
    ["in another file", () => fresh.write("journal-z.jsonl", line(2))],
    ["behind older ones", () => fresh.write("journal-z.jsonl", line(1) + line(2))],
    ["before older ones, which a program that did not look has added", () => fresh.write("journal-z.jsonl", line(2) + line(1))],
    ["of two digits", () => fresh.write("journal-z.jsonl", line(23))],
    ["that holds words of any language", () => fresh.write("journal-z.jsonl", line(2, "x", "Übung – 練習"))],
    ["with the line ends of Windows", () => fresh.write("journal-z.jsonl", line(2).replace("\n", "\r\n"))],
    ["behind half a record", () => fresh.write("journal-z.jsonl", `${line(1).slice(0, 50)}\n${line(3)}`)],
  ])("%s: nothing is written", async (_, put) => {
    const file = put();
    const [before, text] = [files(), readFileSync(file, "utf8")];
    const refused = openJournal(fresh.path()).append(anAttempt());
    await expect(refused).rejects.toMatchObject({
      name: "CoachError",
      fault: "failure",
      message: expect.stringMatching(/journal-z.*newer version.*format (?:2|3|23)\)/),
      advice: "Update coach on this machine. Nothing was changed.",
    });
    await expect(openJournal(fresh.path()).appendAll([anAttempt()])).rejects.toThrow("newer version");
    expect([files(), readFileSync(file, "utf8")]).toEqual([before, text]);
  });

  test.each([
    ["is damaged", () => fresh.write("journal-z.jsonl", line(2).replace('"x"', '"y"'))],
    ["is cut off", () => fresh.write("journal-z.jsonl", line(2).slice(0, -9))],
    ["is in a file of another name", () => fresh.write("other.jsonl", line(2))],
    [
      "is in a folder, or behind a link",
      () => (mkdirSync(join(fresh.path(), "journal-a.jsonl")), symlinkSync("/etc/passwd", join(fresh.path(), "journal-b.jsonl"))),
    ],
  ])("that %s stops nothing", async (_, put) => {
    put();
    await openJournal(fresh.path()).append(anAttempt());
    expect(files().filter((name) => name === "device")).toEqual(["device"]);
  });

  test("is found before any file of a folder is repaired", () => {
    fresh.write("journal-a.jsonl", "damaged\n");
    fresh.write("journal-z.jsonl", line(2));
    expect(() => repairFolder(fresh.path(), "s")).toThrow(/^\S*journal-z\.jsonl:1: this record was written by a newer version/);
    expect([files(), readFileSync(join(fresh.path(), "journal-a.jsonl"), "utf8")]).toEqual([["journal-a.jsonl", "journal-z.jsonl"], "damaged\n"]);
  });
});

describe("the first record of a newer format", () => {
  const ready = (version: number, disk = realDisk): Promise<void> => prepareFormat(fresh.path(), { now, version }, disk);
  const backup = (version: number): string => join(fresh.path(), "backups", `format-${version}.json.gz`);

  test("comes after a backup of all that was there, once", async () => {
    await openJournal(fresh.path()).append(anAttempt());
    fresh.write("phrasings.txt", "a/b#c: words\n");
    await ready(2);
    const { made, files: kept } = openBackup(readFileSync(backup(1)), "b");
    expect({ made, kept }).toEqual({ made: now, kept: dataFiles(fresh.path()) });
    const bytes = readFileSync(backup(1));
    await openJournal(fresh.path()).append(anAttempt({ id: "later" }));
    await ready(2);
    expect(readFileSync(backup(1)).equals(bytes)).toBe(true);
  });

  test("comes after a backup also where another file is empty, or holds nothing that is whole", async () => {
    fresh.write("journal-a.jsonl", "");
    fresh.write("journal-b.jsonl", line(1));
    fresh.write("journal-c.jsonl", "damaged\n");
    await ready(2);
    expect(existsSync(backup(1))).toBe(true);
  });

  test("needs none where nothing is older, or nothing is there", async () => {
    await ready(2);
    fresh.write("journal-a.jsonl", line(2));
    await ready(2);
    expect(files()).toEqual(["journal-a.jsonl"]);
  });

  test("leaves a backup of the oldest format that another machine's file ends with, and daily ones do not push it out", async () => {
    fresh.write("journal-a.jsonl", line(2));
    fresh.write("journal-b.jsonl", line(1, "b"));
    await ready(3);
    for (let day = 10; day < 25; day += 1) backUpDaily(fresh.path(), `2026-11-${day}`);
    expect(readdirSync(join(fresh.path(), "backups"))).toHaveLength(11);
    expect(existsSync(backup(1))).toBe(true);
  });

  test.each(["killed", "ENOSPC", "EIO"] as const)("is refused where the backup meets %s, at every call, and the next try makes it whole", async (mishap) => {
    await openJournal(fresh.path()).append(anAttempt());
    let refused = 0;
    for (let at = 1; at < 40; at += 1) {
      const { disk, end } = unrulyDisk({ at, mishap, share: 0.5, meanwhile: () => undefined });
      await ready(2, disk).catch(() => (refused += 1));
      end();
      if (existsSync(backup(1))) expect(openBackup(readFileSync(backup(1)), "b").files).toHaveLength(1);
      await ready(2);
      expect(openBackup(readFileSync(backup(1)), "b").files).toHaveLength(1);
      realDisk.unlinkSync(backup(1));
    }
    expect(refused).toBeGreaterThan(5);
  });
});

test("a history of no more than its own format is added to without being read", async () => {
  writeFileSync(join(fresh.path(), "device"), "1a2b3c4d\n");
  writeFileSync(join(fresh.path(), "journal-1a2b3c4d.jsonl"), `${"x".repeat(1 << 20)}\n${line(1)}`);
  let count = 0;
  const disk = {
    ...realDisk,
    readSync: ((...args: Parameters<typeof realDisk.readSync>) => {
      const got = realDisk.readSync(...args);
      count += got;
      return got;
    }) as typeof realDisk.readSync,
  };
  await openJournal(fresh.path(), disk).append(anAttempt({ id: "new" }));
  expect(count).toBeLessThan(1 << 18);
});

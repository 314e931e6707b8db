// Room: tests. A backup holds everything byte for byte, opens only when it is whole, and takes nothing away when it comes back.
import { createHash } from "node:crypto";
import * as fs from "node:fs";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type DataFile, dataFiles, openBackup, packBackup } from "../../../src/journal/backup.ts";
import { backUpDaily } from "../../../src/journal/daily.ts";
import { crc32 } from "../../../src/journal/crc.ts";
import type { Disk } from "../../../src/journal/disk.ts";
import { openJournal } from "../../../src/journal/journal.ts";
import { encodeRecord } from "../../../src/journal/record.ts";
import { checkJournal, takeIn } from "../../../src/journal/take-in.ts";
import { anAttempt } from "../../support/attempts.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "coach-backup-"));
  writeFileSync(join(folder, "device"), "1a2b3c4d\n");
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const made = "2026-11-21T21:00:00Z";

function line(id: string, seq = 1, run = "aaaa"): string {
  return encodeRecord(anAttempt({ id, at: "2026-11-21T20:00:00Z" }), { run, seq }).toString();
}

function put(name: string, content: string | Buffer): void {
  mkdirSync(join(folder, name, ".."), { recursive: true });
  writeFileSync(join(folder, name), content);
}

const names = (): readonly string[] => readdirSync(folder).toSorted();

function errorOf(act: () => unknown): unknown {
  try {
    return act();
  } catch (error) {
    return error;
  }
}

async function ids(): Promise<readonly string[]> {
  return (await openJournal(folder).read()).entries.map((entry) => entry.id);
}

describe("a backup", () => {
  test("gives every file back byte for byte, damaged bytes too", () => {
    put("journal-1a2b3c4d.jsonl", Buffer.concat([Buffer.from(line("a")), Buffer.from([0xff, 0xfe, 0x00, 0x0a])]));
    put("phrasings.txt", "a/b#c: in my own words\n");
    put("decks/questions/walmart/ai-pm/asked.md", "---\ntitle: Asked\n---\n");
    const files = dataFiles(folder);
    expect(files.map(({ name }) => name)).toEqual(["journal-1a2b3c4d.jsonl", "phrasings.txt", "decks/questions/walmart/ai-pm/asked.md"]);
    expect(openBackup(packBackup({ made, files }), "b")).toEqual({ made, files });
  });

  test("leaves out what is being written, settings, drafts, other backups and links", () => {
    put("journal-1a2b3c4d.jsonl", `${line("a")}{"v":1,"run`);
    put("settings.json", '{"judge.key":"secret"}');
    put("draft-00000000.json", "{}");
    put("backups/coach-2026-11-20.json.gz", "x");
    symlinkSync("/etc/passwd", join(folder, "phrasings.txt"));
    expect(dataFiles(folder)).toEqual([{ name: "journal-1a2b3c4d.jsonl", bytes: Buffer.from(line("a")) }]);
  });

  test("is JSON that anything can read", () => {
    const packed = packBackup({ made, files: [{ name: "journal-a.jsonl", bytes: Buffer.from("words\n") }] });
    expect(JSON.parse(gunzipSync(packed).toString())).toMatchObject({ "coach-backup": 1, made, files: [{ name: "journal-a.jsonl", text: "words\n" }] });
  });

  const whole = (): Buffer => packBackup({ made, files: [{ name: "journal-a.jsonl", bytes: Buffer.from(line("a")) }] });
  const altered = (change: (value: { files: { name: string }[] }) => unknown): Buffer =>
    gzipSync(JSON.stringify(change(JSON.parse(gunzipSync(whole()).toString()) as { files: { name: string }[] })));

  test.each<[string, () => Buffer, string]>([
    ["cut short", () => whole().subarray(0, -20), "cut short"],
    ["of something else", () => Buffer.from("words"), "no backup of coach"],
    ["of null", () => gzipSync("null"), "no backup of coach"],
    ["of a newer version", () => gzipSync('{"coach-backup":2}'), "a newer version"],
    ["with a byte changed", () => altered((value) => ({ ...value, files: [{ ...value.files[0], text: "other" }] })), "does not fit its check sum"],
    [
      "with a name that leads out",
      () => altered((value) => ({ ...value, files: [{ ...value.files[0], name: "../../.bashrc" }] })),
      "a name that coach does not write",
    ],
    [
      "with a hidden folder",
      () => altered((value) => ({ ...value, files: [{ ...value.files[0], name: "decks/questions/../../x.md" }] })),
      "a name that coach does not write",
    ],
  ])("%s is refused", (_, bytes, reason) => {
    expect(() => openBackup(bytes(), "b.json.gz")).toThrow(reason);
  });
});

describe("a file in a backup", () => {
  const holding = (file: object): Buffer => gzipSync(JSON.stringify({ "coach-backup": 1, made, files: [file] }));
  const sum = (text: string): string => createHash("sha256").update(text).digest("hex");
  const named = (name: unknown): Buffer => holding({ name, sha256: sum("words\n"), text: "words\n" });
  const deep = (folders: number): string => `decks/questions/${"a/".repeat(folders)}deck.md`;

  test.each([
    "journal-a (conflict).jsonl",
    `journal-${"a".repeat(200)}.jsonl`,
    "phrasings.txt",
    "decks/questions/deck.md",
    deep(5),
    "decks/questions/Übung/日本.md",
  ])("may be named %s", (name) => {
    expect(openBackup(named(name), "b").files).toEqual([{ name, bytes: Buffer.from("words\n") }]);
  });

  test.each<unknown>([
    "../journal-a.jsonl",
    "x/phrasings.txt",
    "/phrasings.txt",
    "journal-a.jsonl.sh",
    "journal-.jsonl",
    "journal-a/b.jsonl",
    "journal-a\\b.jsonl",
    "journal-a\n.jsonl",
    `journal-${"a".repeat(201)}.jsonl`,
    "phrasings.txt~",
    "phrasingsxtxt",
    "settings.json",
    "decks/deck.md",
    "decks/questions/deck.md/x",
    "decks/questions/.deck.md",
    "decks/questions/.git/deck.md",
    "decks/questions/a\u0000/deck.md",
    "decks/questions//deck.md",
    deep(6),
    ["phrasings.txt"],
    undefined,
  ])("is refused under the name %j", (name) => {
    expect(() => openBackup(named(name), "b")).toThrow("a name that coach does not write");
  });

  test("is refused that holds nothing, or no text", () => {
    for (const content of [{}, { text: 7 }, { base64: 7 }, { base64: null }]) {
      expect(() => openBackup(holding({ name: "phrasings.txt", sha256: sum("words\n"), ...content }), "b")).toThrow(
        "phrasings.txt in it does not fit its check sum",
      );
    }
    expect(() => openBackup(gzipSync(JSON.stringify({ "coach-backup": 1, made, files: [null] })), "b")).toThrow("a name that coach does not write");
  });

  test("is missing where there is no list of files, or no moment", () => {
    for (const value of [{ files: [] }, { made, files: {} }, { made }, { made: 7, files: [] }]) {
      expect(() => openBackup(gzipSync(JSON.stringify({ "coach-backup": 1, ...value })), "b")).toThrow("b cannot be taken in: it is no backup of coach.");
    }
  });

  test("is refused as what was given, with what to do", () => {
    const refused = (bytes: Buffer): unknown => errorOf(() => openBackup(bytes, "b"));
    expect(refused(gzipSync('{"coach-backup":2}'))).toMatchObject({ fault: "input", advice: "Update coach on this machine. Nothing was changed." });
    expect(refused(named("settings.json"))).toMatchObject({ fault: "input", advice: expect.stringContaining("coach data backup makes one") });
    expect(refused(Buffer.from("words"))).toMatchObject({ fault: "input", advice: expect.stringContaining("coach data backup makes one") });
    expect(refused(holding({ name: "phrasings.txt", sha256: sum("other"), text: "words" }))).toMatchObject({
      advice: "Take another backup; nothing was changed.",
    });
  });
});

test("a file that the disk fails to give is not left out of a backup in silence", () => {
  put("phrasings.txt", "words\n");
  const failing = (code: string): Disk => ({
    ...fs,
    readFileSync: (() => {
      throw Object.assign(new Error(code), { code });
    }) as Disk["readFileSync"],
  });
  expect(() => dataFiles(folder, failing("EIO"))).toThrow("EIO");
  for (const code of ["ENOENT", "ENOTDIR", "ELOOP"]) expect(dataFiles(folder, failing(code))).toEqual([]);
});

describe("what is brought in", () => {
  const file = (name: string, text: string): DataFile => ({ name, bytes: Buffer.from(text) });

  test("another machine's journal counts beside this one, and a second time changes nothing", async () => {
    put("journal-1a2b3c4d.jsonl", line("mine"));
    const theirs = file("journal-99999999.jsonl", line("theirs", 1, "bbbb"));
    expect(takeIn(folder, { files: [theirs], stamp: "x" })).toEqual([{ name: theirs.name, what: "new", as: theirs.name }]);
    expect(takeIn(folder, { files: [theirs], stamp: "y" })).toEqual([{ name: theirs.name, what: "here", as: theirs.name }]);
    expect(await ids()).toEqual(["mine", "theirs"]);
  });

  test("a journal that has grown on the other machine takes the place of what it was", async () => {
    put("journal-99999999.jsonl", line("one"));
    takeIn(folder, { files: [file("journal-99999999.jsonl", line("one") + line("two", 2))], stamp: "x" });
    expect(names()).toEqual(["device", "journal-99999999.jsonl"]);
    expect(await ids()).toEqual(["one", "two"]);
  });

  test("this machine's own journal is never replaced: another under its name comes in beside it", async () => {
    put("journal-1a2b3c4d.jsonl", line("one"));
    takeIn(folder, { files: [file("journal-1a2b3c4d.jsonl", line("one") + line("two", 2))], stamp: "20261121" });
    expect(readFileSync(join(folder, "journal-1a2b3c4d.jsonl"), "utf8")).toBe(line("one"));
    expect(await ids()).toEqual(["one", "two"]);
  });

  test("this machine's own journal may be begun meanwhile", async () => {
    const disk = {
      ...fs,
      renameSync: (from: fs.PathLike, to: fs.PathLike): void => {
        put("journal-1a2b3c4d.jsonl", line("begun", 1, "bbbb"));
        fs.renameSync(from, to);
      },
    };
    takeIn(folder, { files: [file("journal-1a2b3c4d.jsonl", line("one"))], stamp: "s" }, disk);
    expect(await ids()).toEqual(["begun", "one"]);
  });

  test("an older copy of a damaged journal changes nothing, byte for byte", () => {
    put("journal-99999999.jsonl", `torn\n${line("one")}torn again\n`);
    for (const text of ["torn\n", `torn\n${line("one")}`, `torn\n${line("one")}torn again\n`]) {
      const name = "journal-99999999.jsonl";
      expect(takeIn(folder, { files: [file(name, text)], stamp: "s" })).toEqual([{ name, what: "here", as: name }]);
    }
    expect(names()).toEqual(["device", "journal-99999999.jsonl"]);
  });

  test("another machine's journal of the same name that went another way stands beside the one that is here", async () => {
    put("journal-99999999.jsonl", line("one") + line("two", 2));
    const theirs = file("journal-99999999.jsonl", line("one") + line("other", 2, "bbbb"));
    expect(takeIn(folder, { files: [theirs], stamp: "s" })).toEqual([{ name: theirs.name, what: "new", as: "journal-99999999-s.jsonl" }]);
    expect(await ids()).toEqual(["one", "other", "two"]);
  });

  test("a record of a kind that only a newer version knows comes in once as well", () => {
    const open = '{"v":1,"run":"aaaa","seq":7,"type":"chord","id":"x"';
    const chord = `${open},"crc":"${crc32(Buffer.from(open)).toString(16).padStart(8, "0")}"}\n`;
    put("journal-1a2b3c4d.jsonl", line("one"));
    const theirs = file("journal-1a2b3c4d.jsonl", chord);
    expect(takeIn(folder, { files: [theirs], stamp: "s" })).toMatchObject([{ what: "new" }]);
    expect(takeIn(folder, { files: [theirs], stamp: "s" })).toMatchObject([{ what: "here" }]);
  });

  test("two machines that bring journals of one name, in one go, both count", async () => {
    put("journal-1a2b3c4d.jsonl", line("one"));
    const files = ["two", "three"].map((id) => file("journal-1a2b3c4d.jsonl", line(id, 1, id)));
    expect(takeIn(folder, { files, stamp: "s" }).map(({ as }) => as)).toEqual(["journal-1a2b3c4d-s.jsonl", "journal-1a2b3c4d-s-2.jsonl"]);
    expect(await ids()).toEqual(["one", "three", "two"]);
  });

  test("records that are here in other files come in no second time, however often they are brought", () => {
    put("journal-1a2b3c4d.jsonl", line("one"));
    const grown = file("journal-1a2b3c4d.jsonl", line("one") + line("two", 2));
    takeIn(folder, { files: [grown], stamp: "s" });
    const after = names();
    for (const stamp of ["s", "t"]) expect(takeIn(folder, { files: [grown], stamp })).toMatchObject([{ what: "here" }]);
    expect(names()).toEqual(after);
  });

  test("a record comes in though one that the disk had refused is here under its number", async () => {
    put("journal-1a2b3c4d.jsonl", line("mine") + line("refused", 2));
    takeIn(folder, { files: [file("journal-99999999.jsonl", line("mine") + line("next", 2))], stamp: "s" });
    expect(await ids()).toEqual(["mine", "next", "refused"]);
  });

  test("damaged lines come in, though every whole record beside them is here", () => {
    put("journal-1a2b3c4d.jsonl", line("one"));
    expect(takeIn(folder, { files: [file("journal-1a2b3c4d.jsonl", `torn\n${line("one")}`)], stamp: "s" })).toMatchObject([{ what: "new" }]);
  });

  test("three machines come to the same history in any order", async () => {
    const parts = [
      file("journal-a.jsonl", line("a")),
      file("journal-b.jsonl", line("b", 1, "bbbb")),
      file("journal-c.jsonl", line("c", 1, "cccc") + line("a")),
    ];
    const histories: (readonly string[])[] = [];
    for (const order of [
      [0, 1, 2],
      [2, 1, 0],
      [1, 0, 2, 1],
    ]) {
      for (const name of names()) if (name !== "device") rmSync(join(folder, name));
      for (const index of order) takeIn(folder, { files: [parts[index] as DataFile], stamp: "x" });
      histories.push(await ids());
    }
    expect(new Set(histories.map((each) => each.join()))).toEqual(new Set(["a,b,c"]));
  });

  test("your own words and decks stay as they are where they differ", () => {
    put("phrasings.txt", "mine\n");
    expect(takeIn(folder, { files: [file("phrasings.txt", "theirs\n"), file("decks/questions/a/asked.md", "deck")], stamp: "x" })).toMatchObject([
      { what: "kept" },
      { what: "new" },
    ]);
    expect(readFileSync(join(folder, "phrasings.txt"), "utf8")).toBe("mine\n");
    expect(takeIn(folder, { files: [file("phrasings.txt", "mine\n")], stamp: "x" })).toMatchObject([{ what: "here" }]);
  });

  test("a file that holds no record is no journal", () => {
    expect(() => checkJournal(file("journal-x.jsonl", "words\n"))).toThrow("holds no record");
    for (const text of ["", line("a")]) expect(() => checkJournal(file("journal-x.jsonl", text))).not.toThrow();
    expect(errorOf(() => checkJournal(file("journal-x.jsonl", "words\n")))).toMatchObject({
      fault: "input",
      advice: expect.stringContaining("Name a journal"),
    });
  });

  test("a machine that was killed over its first answer does not keep the others out", async () => {
    const torn = file("journal-x.jsonl", line("x").slice(0, 50));
    takeIn(folder, { files: [torn, file("journal-b.jsonl", line("b"))], stamp: "x" });
    expect(await ids()).toEqual(["b"]);
    expect(readFileSync(join(folder, torn.name))).toEqual(torn.bytes);
  });

  test("where one record is of a newer version nothing is changed", () => {
    const before = names();
    const body = '{"v":2,"run":"aaaa","seq":1';
    const newer = file("journal-n.jsonl", `${body},"crc":"${crc32(Buffer.from(body)).toString(16).padStart(8, "0")}"}\n`);
    expect(() => takeIn(folder, { files: [file("journal-b.jsonl", line("b")), newer], stamp: "x" })).toThrow("a newer version");
    expect(names()).toEqual(before);
    put(newer.name, newer.bytes);
    const refused = errorOf(() => takeIn(folder, { files: [file("journal-b.jsonl", line("b"))], stamp: "x" }));
    expect((refused as Error).message).toMatch(/^\S*journal-n\.jsonl:1: this record was written by a newer version/);
  });

  test("a full disk leaves what was here", async () => {
    put("journal-1a2b3c4d.jsonl", line("mine"));
    const disk = {
      ...fs,
      writeSync: (): number => {
        throw Object.assign(new Error("full"), { code: "ENOSPC" });
      },
    };
    const before = names();
    expect(errorOf(() => takeIn(folder, { files: [file("journal-b.jsonl", line("b", 1, "bbbb"))], stamp: "x" }, disk))).toMatchObject({
      message: "Not all was taken in: the disk is full (ENOSPC). What was here is as it was.",
      fault: "failure",
      advice: "Free some space, then try again.",
      cause: { code: "ENOSPC" },
    });
    expect(names()).toEqual(before);
    expect(await ids()).toEqual(["mine"]);
  });
});

describe("the daily backup", () => {
  test("is made once a day, and the last ten are kept", () => {
    put("journal-1a2b3c4d.jsonl", line("a"));
    const days = Array.from({ length: 12 }, (_, index) => `2026-11-${String(10 + index)}T21:00:00Z`);
    for (const day of days) expect(backUpDaily(folder, day)).toBeDefined();
    expect(backUpDaily(folder, days[11] ?? "")).toBeUndefined();
    const kept = readdirSync(join(folder, "backups")).toSorted();
    expect(kept).toHaveLength(10);
    expect([kept[0], kept[9]]).toEqual(["coach-2026-11-12.json.gz", "coach-2026-11-21.json.gz"]);
    expect(statSync(join(folder, "backups", kept[9] ?? "")).mode & 0o777).toBe(0o600);
  });

  test("is whole where another program is killed as it makes the same one", () => {
    put("journal-1a2b3c4d.jsonl", line("one"));
    const killed = {
      ...fs,
      writeSync: (fd: number, bytes: Buffer): number => {
        fs.writeSync(fd, bytes.subarray(0, 9));
        throw new Error("killed");
      },
    } as unknown as Disk;
    const disk = {
      ...fs,
      renameSync: (from: fs.PathLike, to: fs.PathLike): void => {
        expect(() => backUpDaily(folder, made, killed)).toThrow("killed");
        fs.renameSync(from, to);
      },
    };
    const file = backUpDaily(folder, made, disk) ?? "none";
    expect(openBackup(readFileSync(file), file).files).toHaveLength(1);
  });

  test("counts nothing that a person put beside the daily ones, and leaves it there", () => {
    put("journal-1a2b3c4d.jsonl", line("a"));
    const others = ["my-coach-2026-11-01.json.gz", "coach-2026-11-01.json.gz.bak", "coach-2026-11-1.json.gz", "format-1.json.gz"];
    for (const name of others) put(`backups/${name}`, "mine");
    for (let day = 10; day < 22; day += 1) backUpDaily(folder, `2026-11-${day}T21:00:00Z`);
    const kept = readdirSync(join(folder, "backups"));
    expect([kept.length, others.filter((name) => kept.includes(name))]).toEqual([14, others]);
  });

  test("is made where another machine's journal is empty", () => {
    put("journal-1a2b3c4d.jsonl", line("a"));
    put("journal-99999999.jsonl", "");
    expect(backUpDaily(folder, made)).toBe(join(folder, "backups", "coach-2026-11-21.json.gz"));
  });

  test("an empty history never pushes out a full one", () => {
    put("journal-1a2b3c4d.jsonl", "");
    expect(backUpDaily(folder, made)).toBeUndefined();
  });
});

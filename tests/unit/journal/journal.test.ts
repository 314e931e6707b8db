import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { JournalEntry } from "../../../src/domain/attempt.ts";
import { CoachError } from "../../../src/domain/errors.ts";
import { type Disk, realDisk } from "../../../src/journal/disk.ts";
import { journalBytes, openJournal } from "../../../src/journal/journal.ts";
import { anAttempt, aStory } from "../../support/attempts.ts";
import { watchedDisk } from "../../support/watched-disk.ts";

let root: string;
let folder: string;
beforeEach(() => {
  root = fs.mkdtempSync(path.join(tmpdir(), "coach-journal-"));
  folder = path.join(root, "share", "interview coach");
});
afterEach(() => fs.rmSync(root, { recursive: true, force: true }));

const ids = (entries: readonly JournalEntry[]): readonly string[] => entries.map((entry) => entry.id);
const journalFile = (): string => path.join(folder, fs.readdirSync(folder).find((name) => name.startsWith("journal-")) ?? "none");
const modeOf = (file: string): string => (fs.statSync(file).mode & 0o777).toString(8);

async function refusal(promise: Promise<unknown>): Promise<CoachError> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof CoachError)) throw new Error(`expected a CoachError, got ${String(error)}`);
  return error;
}

function fault(code: string): Error {
  return Object.assign(new Error(`${code}: made by the test`), { code });
}

describe("a journal", () => {
  test("touches no disk when it is opened, nor when it is read before anything was kept", async () => {
    expect(await openJournal(folder).read()).toEqual({ entries: [], takenBack: [], problems: [] });
    expect(fs.readdirSync(root)).toEqual([]);
  });

  test("gives back what it kept, to itself and to the next process", async () => {
    const journal = openJournal(folder);
    const entries = [anAttempt({ at: "2026-11-21T19:00:00Z" }), aStory({ at: "2026-11-21T19:01:00Z" })];
    for (const entry of entries) await journal.append(entry);
    expect(await journal.read()).toEqual({ entries, takenBack: [], problems: [] });
    expect(await openJournal(folder).read()).toEqual({ entries, takenBack: [], problems: [] });
  });

  test("is private to its owner, whatever the umask", async () => {
    const before = process.umask(0);
    try {
      await openJournal(folder).append(anAttempt());
    } finally {
      process.umask(before);
    }
    expect([modeOf(path.dirname(folder)), modeOf(folder), modeOf(journalFile()), modeOf(path.join(folder, "device"))]).toEqual(["700", "700", "600", "600"]);
  });

  test("tightens a file that others could read", async () => {
    const journal = openJournal(folder);
    await journal.append(anAttempt());
    fs.chmodSync(journalFile(), 0o644);
    await journal.append(anAttempt());
    expect(modeOf(journalFile())).toBe("600");
  });

  test("keeps the same device in later sessions", async () => {
    await openJournal(folder).append(anAttempt());
    await openJournal(folder).append(anAttempt());
    expect(fs.readdirSync(folder)).toHaveLength(2);
    expect(path.basename(journalFile())).toBe(`journal-${fs.readFileSync(path.join(folder, "device"), "utf8").trim()}.jsonl`);
  });

  test("makes a new device id where the file of it is empty", async () => {
    fs.mkdirSync(folder, { recursive: true });
    fs.writeFileSync(path.join(folder, "device"), "");
    await openJournal(folder).append(anAttempt());
    expect(fs.readFileSync(path.join(folder, "device"), "utf8")).toMatch(/^[0-9a-f]{8}\n$/);
  });

  test("may lie in a folder that is reached through a link", async () => {
    fs.mkdirSync(path.join(root, "real"));
    fs.symlinkSync(path.join(root, "real"), path.join(root, "link"));
    const journal = openJournal(path.join(root, "link"));
    await journal.append(anAttempt({ id: "x" }));
    expect(ids((await journal.read()).entries)).toEqual(["x"]);
  });

  test("reads the journals of all devices in its folder, and nothing else there", async () => {
    await openJournal(folder).append(anAttempt({ id: "here", at: "2026-11-21T19:00:00Z" }));
    await openJournal(path.join(root, "phone")).append(anAttempt({ id: "there", at: "2026-11-21T18:00:00Z" }));
    const phone = fs.readdirSync(path.join(root, "phone")).find((name) => name.startsWith("journal-")) ?? "";
    fs.copyFileSync(path.join(root, "phone", phone), path.join(folder, phone));
    fs.writeFileSync(path.join(folder, "journal-notes.txt"), "not a journal");
    expect(await openJournal(folder).read()).toMatchObject({ entries: [{ id: "there" }, { id: "here" }], problems: [] });
  });
});

describe("a short history", () => {
  test("gives an attempt of it whole, as it was graded, and needs no shelter", async () => {
    const journal = openJournal(folder);
    const attempts = ["a", "b"].map((id, minute) => anAttempt({ id, at: `2026-11-21T19:0${minute}:00Z` }));
    for (const entry of [...attempts, aStory({ id: "c", at: "2026-11-21T19:02:00Z" })]) await journal.append(entry);
    const history = await journal.history();
    expect(history.attempt({ id: "b" })).toEqual(attempts[1]);
    expect(history.attempt({ id: "a" })).toEqual(attempts[0]);
    expect(journal.isDigested()).toBe(false);
  });
});

describe("the size of a journal", () => {
  test("is that of its files together, and of nothing else", async () => {
    expect(journalBytes(folder)).toBe(0);
    await openJournal(folder).append(anAttempt());
    const own = fs.statSync(journalFile()).size;
    fs.writeFileSync(path.join(folder, "journal-x.jsonl"), "0123456789");
    fs.writeFileSync(path.join(folder, "notes.txt"), "0123456789");
    expect(journalBytes(folder)).toBe(own + 10);
  });

  test("counts a file as none that cannot be looked at, but hides no bug", () => {
    fs.mkdirSync(folder, { recursive: true });
    for (const name of ["a", "b"]) fs.writeFileSync(path.join(folder, `journal-${name}.jsonl`), "0123456789");
    const failing = (error: Error): Disk => ({
      ...realDisk,
      lstatSync: ((file: string) => {
        if (file.endsWith("journal-a.jsonl")) throw error;
        return fs.lstatSync(file);
      }) as Disk["lstatSync"],
    });
    expect(journalBytes(folder, failing(fault("EACCES")))).toBe(10);
    expect(() => journalBytes(folder, failing(new Error("a bug")))).toThrow("a bug");
  });
});

describe("a torn record", () => {
  test("does not swallow the next one, and its bytes stay", async () => {
    const journal = openJournal(folder);
    await journal.append(anAttempt({ id: "a" }));
    const torn = fs.readFileSync(journalFile()).subarray(0, 90);
    fs.appendFileSync(journalFile(), torn);
    expect((await journal.read()).problems).toMatchObject([{ rule: "journal-torn" }]);
    await journal.append(anAttempt({ id: "b" }));
    const reading = await openJournal(folder).read();
    expect(ids(reading.entries)).toEqual(["a", "b"]);
    expect(reading.problems).toMatchObject([{ rule: "journal-damaged", place: { line: 2 } }]);
    expect(fs.readFileSync(journalFile()).includes(Buffer.concat([torn, Buffer.from("\n")]))).toBe(true);
  });
});

describe("the numbers of a run", () => {
  const seqs = (): readonly number[] =>
    fs
      .readFileSync(journalFile(), "utf8")
      .trim()
      .split("\n")
      .map((line) => (JSON.parse(line) as { seq: number }).seq);

  test("count on from 1", async () => {
    const journal = openJournal(folder);
    for (let count = 0; count < 3; count += 1) await journal.append(anAttempt());
    expect(seqs()).toEqual([1, 2, 3]);
  });

  test("have no gap where a record could not be written", async () => {
    let isFull = false;
    const writeSync = (fd: number, bytes: Buffer): number => {
      if (isFull) throw fault("ENOSPC");
      return fs.writeSync(fd, bytes);
    };
    const journal = openJournal(folder, { ...realDisk, writeSync: writeSync as Disk["writeSync"] });
    for (const full of [false, true, true, false]) {
      isFull = full;
      await journal.append(anAttempt()).catch(() => undefined);
    }
    expect(seqs()).toEqual([1, 2]);
  });

  test("show a record that somebody took out", async () => {
    const journal = openJournal(folder);
    for (let count = 0; count < 3; count += 1) await journal.append(anAttempt());
    const lines = fs.readFileSync(journalFile(), "utf8").split("\n");
    fs.writeFileSync(journalFile(), [lines[0], lines[2], ""].join("\n"));
    expect((await journal.read()).problems).toMatchObject([{ rule: "journal-missing" }]);
  });
});

describe.skipIf(process.platform !== "linux")("a power cut", () => {
  test("finds the record, the new file's name and the new folder's name written out before it was acknowledged", async () => {
    const synced = new Set<string>();
    const disk: Disk = {
      ...realDisk,
      fsyncSync(fd) {
        synced.add(fs.readlinkSync(`/proc/self/fd/${fd}`));
        realDisk.fsyncSync(fd);
      },
    };
    await openJournal(folder, disk).append(anAttempt());
    for (const place of [journalFile(), folder, path.dirname(folder), root]) expect([...synced]).toContain(place);
  });

  test("finds the name of a file that was made anew; that of one that stays is written out once by each program", async () => {
    const synced: string[] = [];
    const disk: Disk = {
      ...realDisk,
      fsyncSync(fd) {
        synced.push(fs.readlinkSync(`/proc/self/fd/${fd}`));
        realDisk.fsyncSync(fd);
      },
    };
    const keep = async (journal: ReturnType<typeof openJournal>): Promise<readonly string[]> => {
      synced.length = 0;
      await journal.append(anAttempt());
      return [...synced];
    };
    await openJournal(folder).append(anAttempt());
    const [next, file] = [openJournal(folder, disk), journalFile()];
    expect(await keep(next)).toEqual([file, folder]);
    expect(await keep(next)).toEqual([file]);
    fs.rmSync(file);
    expect(await keep(next)).toEqual([file, folder]);
    expect(await keep(next)).toEqual([file]);
  });
});

describe("while it runs", () => {
  test.each([
    ["emptied", (file: string) => fs.truncateSync(file)],
    ["deleted", (file: string) => fs.rmSync(file)],
    ["deleted with its folder", (file: string) => fs.rmSync(path.dirname(file), { recursive: true })],
    [
      "replaced, as a sync tool does",
      (file: string) => {
        fs.writeFileSync(`${file}.new`, "");
        fs.renameSync(`${file}.new`, file);
      },
    ],
  ])("the file may be %s, and what follows is kept", async (_, change) => {
    const journal = openJournal(folder);
    await journal.append(anAttempt({ id: "before" }));
    change(journalFile());
    await journal.append(anAttempt({ id: "after" }));
    expect(ids((await journal.read()).entries)).toEqual(["after"]);
  });

  test("it goes on in its file, though the name of the machine is taken away or becomes another", async () => {
    const journal = openJournal(folder);
    await journal.append(anAttempt({ id: "a", at: "2026-11-21T19:00:00Z" }));
    const file = journalFile();
    fs.rmSync(path.join(folder, "device"));
    await journal.append(anAttempt({ id: "b", at: "2026-11-21T19:01:00Z" }));
    fs.writeFileSync(path.join(folder, "device"), "99999999\n");
    await journal.append(anAttempt({ id: "c", at: "2026-11-21T19:02:00Z" }));
    expect(fs.readdirSync(folder).filter((name) => name.startsWith("journal-"))).toEqual([path.basename(file)]);
    expect(ids((await journal.read()).entries)).toEqual(["a", "b", "c"]);
  });

  test.each(["ino", "dev"] as const)("a file that always stands elsewhere after it was written (%s) is given up", async (which) => {
    let looks = 0;
    const elsewhere = ((...call: Parameters<typeof fs.lstatSync>) => {
      const stat = fs.lstatSync(...call);
      if (!stat || typeof stat.ino !== "bigint") return stat;
      if ((looks += 1) > 50) throw new Error("it does not end");
      return Object.assign(stat, { [which]: (stat[which as "ino"] as unknown as bigint) + 1n });
    }) as Disk["lstatSync"];
    const error = await refusal(openJournal(folder, { ...realDisk, lstatSync: elsewhere }).append(anAttempt()));
    expect(error.message).toContain("the file was replaced or written over each time");
    expect(looks).toBeLessThan(10);
  });

  test("a file that is replaced between write and check is written again", async () => {
    let replacements = 0;
    const disk: Disk = {
      ...realDisk,
      fsyncSync(fd) {
        realDisk.fsyncSync(fd);
        if (replacements > 0 || !realDisk.fstatSync(fd).isFile() || !fs.existsSync(journalFile())) return;
        replacements += 1;
        fs.rmSync(journalFile());
      },
    };
    const journal = openJournal(folder, disk);
    await journal.append(anAttempt({ id: "x" }));
    expect(replacements).toBe(1);
    expect(await journal.read()).toMatchObject({ entries: [{ id: "x" }], problems: [] });
  });
});

describe("a disk that misbehaves", () => {
  /** A disk whose n-th write of a record does `act`. */
  function writing(act: (fd: number, bytes: Buffer, nth: number) => number): Disk {
    let nth = 0;
    const writeSync = (fd: number, bytes: Buffer): number => act(fd, bytes, (nth += 1));
    return { ...realDisk, writeSync: writeSync as Disk["writeSync"] };
  }

  beforeEach(async () => openJournal(folder).append(anAttempt({ id: "before" })));

  test.each(["EINTR", "EAGAIN"])("is asked again after %s", async (code) => {
    const journal = openJournal(
      folder,
      writing((fd, bytes, nth) => {
        if (nth % 2 === 1) throw fault(code);
        return fs.writeSync(fd, bytes);
      }),
    );
    await journal.append(anAttempt({ id: "x" }));
    expect(await journal.read()).toMatchObject({ entries: [{ id: "before" }, { id: "x" }], problems: [] });
  });

  test("is read anew where it interrupts", async () => {
    let interrupted = 0;
    const once = <T extends readonly unknown[], R>(call: (...args: T) => R) => {
      let isFirst = true;
      return (...args: T): R => {
        if (!isFirst) return call(...args);
        [isFirst, interrupted] = [false, interrupted + 1];
        throw fault("EINTR");
      };
    };
    const disk = { ...realDisk, readFileSync: once(fs.readFileSync as (fd: number) => Buffer), readSync: once(fs.readSync) } as unknown as Disk;
    const journal = openJournal(folder, disk);
    expect(await journal.read()).toMatchObject({ entries: [{ id: "before" }], problems: [] });
    expect(ids([...journal.scan(() => undefined)])).toEqual(["before"]);
    expect(interrupted).toBe(2);
  });

  test("gets the rest after each short write", async () => {
    const journal = openJournal(
      folder,
      writing((fd, bytes) => fs.writeSync(fd, bytes.subarray(0, 7))),
    );
    await journal.append(anAttempt({ id: "x" }));
    expect(await journal.read()).toMatchObject({ entries: [{ id: "before" }, { id: "x" }], problems: [] });
  });

  test("gets the whole record again when another process wrote into the gap of a short write", async () => {
    const other = encodeOther();
    const journal = openJournal(
      folder,
      writing((fd, bytes, nth) => {
        const count = fs.writeSync(fd, nth === 1 ? bytes.subarray(0, 50) : bytes);
        if (nth === 1) fs.appendFileSync(journalFile(), other);
        return count;
      }),
    );
    await journal.append(anAttempt({ id: "x" }));
    expect(ids((await journal.read()).entries).toSorted()).toEqual(["before", "x"]);
  });

  function encodeOther(): string {
    return "\nanother process\n";
  }

  test("that takes seven bytes at every third try still gets the whole record", async () => {
    const journal = openJournal(
      folder,
      writing((fd, bytes, nth) => (nth % 3 === 0 ? fs.writeSync(fd, bytes, 0, Math.min(7, bytes.length)) : 0)),
    );
    await journal.append(anAttempt({ id: "x" }));
    expect(await journal.read()).toMatchObject({ entries: [{ id: "before" }, { id: "x" }], problems: [] });
  });

  test("that takes no bytes at all is given up", async () => {
    const journal = openJournal(
      folder,
      writing(() => 0),
    );
    expect((await refusal(journal.append(anAttempt()))).message).toContain("was not kept");
  });

  test.each(["ENOSPC", "EROFS", "EACCES", "EIO", "EDQUOT"])("with %s says that the answer is not kept, and where", async (code) => {
    const journal = openJournal(
      folder,
      writing(() => {
        throw fault(code);
      }),
    );
    const error = await refusal(journal.append(anAttempt()));
    expect(error.fault).toBe("failure");
    expect(error.message).toMatch(/^Your answer was not kept: /);
    expect(error.message).toContain(code);
    expect(error.message).toContain(journalFile());
    expect(error.advice).toBeTruthy();
    expect(ids((await openJournal(folder).read()).entries)).toEqual(["before"]);
  });

  test.each(["writeSync", "fsyncSync", "closeSync", "renameSync"] as const)(
    "whose %s fails as this machine is named leaves no half-made file behind",
    async (call) => {
      fs.rmSync(folder, { recursive: true });
      const disk: Disk = {
        ...realDisk,
        [call]: () => {
          throw fault("EIO");
        },
      };
      await refusal(openJournal(folder, disk).append(anAttempt()));
      expect(fs.readdirSync(folder)).toEqual([]);
    },
  );

  test.each(["EPERM", "ENOSYS", "ENOTSUP", "EINVAL"])("that knows no modes (%s) keeps the record all the same", async (code) => {
    fs.chmodSync(journalFile(), 0o644);
    await openJournal(folder, { ...realDisk, fchmodSync: () => refuse(code) }).append(anAttempt({ id: "x" }));
    expect(ids((await openJournal(folder).read()).entries).toSorted()).toEqual(["before", "x"]);
  });

  test("that fails as a file is made private keeps nothing, and says so; of a private one it is not asked", async () => {
    const journal = openJournal(folder, { ...realDisk, fchmodSync: () => refuse("EIO") });
    await journal.append(anAttempt({ id: "x" }));
    fs.chmodSync(journalFile(), 0o640);
    expect((await refusal(journal.append(anAttempt()))).message).toContain("EIO");
  });

  function refuse(code: string): never {
    throw fault(code);
  }

  test("is told with the file that it named, else with the journal's", async () => {
    const told = async (more: object): Promise<string> => {
      const error = Object.assign(fault("EIO"), more);
      const disk: Disk = {
        ...realDisk,
        fsyncSync: () => {
          throw error;
        },
      };
      return (await refusal(openJournal(folder, disk).append(anAttempt()))).message;
    };
    const own = `Your answer was not kept: the disk reported a fault (EIO). The file is ${journalFile()}.`;
    expect(await told({ path: "/mnt/other" })).toBe(own.replace(journalFile(), "/mnt/other"));
    for (const more of [{}, { path: undefined }, { path: 7 }]) expect(await told(more)).toBe(own);
  });

  test("has each file closed again, whether the record was kept or not", async () => {
    let isFull = false;
    const { disk, open } = watchedDisk({ fsyncSync: (fd) => (isFull ? refuse("ENOSPC") : realDisk.fsyncSync(fd)) });
    const journal = openJournal(folder, disk);
    await journal.append(anAttempt());
    isFull = true;
    await refusal(journal.append(anAttempt()));
    await journal.read();
    expect(open.size).toBe(0);
  });

  test("whose fsync fails has kept nothing, and says so", async () => {
    const disk: Disk = {
      ...realDisk,
      fsyncSync: () => {
        throw fault("EIO");
      },
    };
    expect((await refusal(openJournal(folder, disk).append(anAttempt()))).message).toContain("EIO");
  });

  test("filled up half-way keeps the tries that follow, with no gap in their numbers", async () => {
    let isFull = true;
    const journal = openJournal(
      folder,
      writing((fd, bytes) => {
        if (!isFull) return fs.writeSync(fd, bytes);
        if (bytes.length < 100) throw fault("ENOSPC");
        return fs.writeSync(fd, bytes.subarray(0, bytes.length - 50));
      }),
    );
    await refusal(journal.append(anAttempt({ id: "x" })));
    isFull = false;
    await journal.append(anAttempt({ id: "x" }));
    await journal.append(anAttempt({ id: "y" }));
    const reading = await openJournal(folder).read();
    expect(ids(reading.entries)).toEqual(["before", "x", "y"]);
    expect(reading.problems.map((problem) => problem.rule)).toEqual(["journal-damaged"]);
  });

  test("that cannot read one file still reads the others, and names it", async () => {
    const bad = path.join(folder, "journal-bad.jsonl");
    fs.writeFileSync(bad, "");
    const disk: Disk = {
      ...realDisk,
      openSync(file, ...rest) {
        if (file === bad) throw fault("EIO");
        return realDisk.openSync(file, ...rest);
      },
    };
    const reading = await openJournal(folder, disk).read();
    expect(ids(reading.entries)).toEqual(["before"]);
    expect(reading.problems).toMatchObject([{ rule: "journal-unreadable", severity: "error", place: { file: bad } }]);
  });
});

describe("what is no journal", () => {
  test("a link in its place is not followed", async () => {
    await openJournal(folder).append(anAttempt());
    const target = path.join(root, "target");
    fs.renameSync(journalFile(), target);
    fs.symlinkSync(target, path.join(folder, "journal-linked.jsonl"));
    expect((await openJournal(folder).read()).problems).toMatchObject([{ rule: "journal-unreadable" }]);
    const device = fs.readFileSync(path.join(folder, "device"), "utf8").trim();
    fs.symlinkSync(target, path.join(folder, `journal-${device}.jsonl`));
    const size = fs.statSync(target).size;
    expect((await refusal(openJournal(folder).append(anAttempt()))).message).toContain("symbolic link");
    expect(fs.statSync(target).size).toBe(size);
  });

  test.skipIf(process.platform === "win32")("a pipe in its place is refused at once, where opening it would wait for ever", async () => {
    await openJournal(folder).append(anAttempt());
    const file = journalFile();
    fs.rmSync(file);
    execFileSync("mkfifo", [file]);
    expect((await refusal(openJournal(folder).append(anAttempt()))).message).toContain("not a regular file");
    expect((await openJournal(folder).read()).problems).toMatchObject([{ rule: "journal-unreadable" }]);
  });

  test("a folder in its place is refused", async () => {
    await openJournal(folder).append(anAttempt());
    const file = journalFile();
    fs.rmSync(file);
    fs.mkdirSync(file);
    await refusal(openJournal(folder).append(anAttempt()));
    expect((await openJournal(folder).read()).problems).toMatchObject([{ rule: "journal-unreadable" }]);
  });

  test("a file where the data folder should be is told, for reading and for writing", async () => {
    fs.writeFileSync(path.join(root, "file"), "");
    const journal = openJournal(path.join(root, "file"));
    expect(await refusal(journal.read())).toMatchObject({
      message: `The journal in ${path.join(root, "file")} cannot be read: a file stands where a folder is needed (ENOTDIR).`,
      fault: "failure",
      advice: "Move that file away, or choose another folder.",
      cause: { code: "ENOTDIR" },
    });
    expect((await refusal(journal.append(anAttempt()))).message).toContain(path.join(root, "file"));
  });

  test("an answer over 10 MB is refused rather than written where it could not be read", async () => {
    const journal = openJournal(folder);
    const error = await refusal(journal.append(anAttempt({ answer: { kind: "open", text: "x".repeat(11_000_000) } })));
    expect(error).toMatchObject({
      message: "The answer is longer than 10 MB and was not kept.",
      fault: "failure",
      advice: expect.stringContaining("Shorten it"),
    });
    expect(fs.existsSync(folder)).toBe(false);
  });

  test("an entry of the wrong shape is a bug, and nothing is written", async () => {
    await expect(openJournal(folder).append(anAttempt({ score: 7 }))).rejects.toThrow(TypeError);
    expect(fs.existsSync(folder)).toBe(false);
  });
});

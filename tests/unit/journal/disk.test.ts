// Room: tests. What is put on the disk stands whole, is read as it was, is closed again, and is believed only where nobody else may write it.
import * as fs from "node:fs";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  type Disk,
  readOwn,
  readParts,
  readRegular,
  readStretch,
  readTail,
  realDisk,
  replaceCache,
  replaceFile,
  replaceMeanwhile,
  syncFolder,
  withFile,
  writeAll,
  writeOver,
} from "../../../src/journal/disk.ts";
import { freshFolders } from "../../support/folder.ts";
import { watchedDisk } from "../../support/watched-disk.ts";

const fresh = freshFolders();
const at = (name: string): string => join(fresh.path(), name);
const kept = (name = "file"): string => fs.readFileSync(at(name), "utf8");

function fault(code: string): Error {
  return Object.assign(new Error(`${code}: made by the test`), { code });
}

const failing = (call: keyof Disk, code = "EIO"): Partial<Disk> => ({
  [call]: () => {
    throw fault(code);
  },
});

/** The disk, its calls in words, and which files are open. */
function watching(other: Partial<Disk> = {}): { readonly disk: Disk; readonly calls: readonly string[]; readonly open: ReadonlySet<number> } {
  const calls: string[] = [];
  const { disk, open } = watchedDisk({
    fsyncSync: (fd) => (calls.push("sync"), realDisk.fsyncSync(fd)),
    renameSync: (from, to) => (calls.push("rename"), realDisk.renameSync(from, to)),
    ...other,
  });
  return { disk, calls, open };
}

const half = ((fd: number, bytes: Buffer, from: number, length: number, place: number): number =>
  realDisk.readSync(fd, bytes, from, Math.min(length, 3), place)) as Disk["readSync"];

/** Every second call is interrupted. */
function interrupted<T extends readonly unknown[], R>(call: (...args: T) => R): (...args: T) => R {
  let count = 0;
  return (...args) => {
    if ((count += 1) % 2 === 1) throw fault("EINTR");
    return call(...args);
  };
}

describe("a file that takes the place of another", () => {
  test("is written out before it bears the name; one that can be made anew is not waited for", () => {
    const lasting = watching();
    replaceFile(at("file"), Buffer.from("words"), lasting.disk);
    expect([lasting.calls, kept()]).toEqual([["sync", "rename"], "words"]);
    const cache = watching();
    replaceCache(at("file"), Buffer.from("others"), cache.disk);
    expect([cache.calls, kept()]).toEqual([["rename"], "others"]);
    expect(fs.readdirSync(fresh.path())).toEqual(["file"]);
  });

  test("is nobody else's to read", () => {
    replaceFile(at("file"), Buffer.from("words"), realDisk);
    replaceCache(at("cache"), Buffer.from("words"), realDisk);
    for (const name of ["file", "cache"]) expect(fs.statSync(at(name)).mode & 0o777).toBe(0o600);
  });

  const meanwhile = (disk: Disk = realDisk, isWanted = true): Promise<boolean> =>
    replaceMeanwhile({ file: at("file"), next: at("next") }, Buffer.from("words"), { disk, isWanted: () => isWanted });

  test("replaces what a kill has left of it, however long that is", async () => {
    fs.writeFileSync(at("next"), "what was left of a longer file");
    expect(await meanwhile()).toBe(true);
    expect([kept(), fs.readdirSync(fresh.path())]).toEqual(["words", ["file"]]);
  });

  test("stays what it was where the new bytes are not wanted any more", async () => {
    fs.writeFileSync(at("file"), "before");
    expect([await meanwhile(realDisk, false), kept(), fs.readdirSync(fresh.path())]).toEqual([false, "before", ["file"]]);
  });

  test("is written out beside the program, and has its name only then", async () => {
    const order: string[] = [];
    const { disk, calls, open } = watching({
      fsync: ((fd, done) => {
        order.push(`out ${calls.length}`);
        fs.fsync(fd, done);
      }) as Disk["fsync"],
    });
    const replaced = meanwhile(disk);
    order.push("goes on");
    await replaced;
    expect([order, calls, open.size]).toEqual([["out 0", "goes on"], ["rename"], 0]);
  });

  test("is not written through a link", async () => {
    fs.writeFileSync(at("elsewhere"), "untouched");
    fs.symlinkSync(at("elsewhere"), at("next"));
    await expect(meanwhile()).rejects.toThrow("ELOOP");
    expect(kept("elsewhere")).toBe("untouched");
  });

  test("is not waited for where a pipe lies in its way", async () => {
    execFileSync("mkfifo", [at("next")]);
    await expect(meanwhile()).rejects.toThrow("ENXIO");
  });

  test.each(["writeSync", "fsyncSync", "renameSync"] as const)("leaves the one before, no half of itself and nothing open where %s fails", (call) => {
    fs.writeFileSync(at("file"), "before");
    const { disk, open } = watching(failing(call));
    expect(() => replaceFile(at("file"), Buffer.from("words"), disk)).toThrow("EIO");
    expect([kept(), fs.readdirSync(fresh.path()), open.size]).toEqual(["before", ["file"], 0]);
  });

  test.each(["writeSync", "fsync", "renameSync"] as const)("is the one before, with nothing open, where %s fails meanwhile", async (call) => {
    fs.writeFileSync(at("file"), "before");
    const { disk, open } = watching(failing(call));
    await expect(meanwhile(disk)).rejects.toThrow("EIO");
    expect([kept(), fs.readdirSync(fresh.path()), open.size]).toEqual(["before", ["file"], 0]);
  });

  test("tells of what went wrong, also where what is left of it cannot be taken away", () => {
    const disk: Disk = { ...realDisk, ...failing("renameSync"), ...failing("unlinkSync", "EROFS") };
    expect(() => replaceFile(at("file"), Buffer.from("words"), disk)).toThrow("EIO");
  });
});

describe("bytes that are written", () => {
  const write = (writeSync: (fd: number, bytes: Buffer) => number): number => {
    const fd = fs.openSync(at("file"), "w");
    try {
      return writeAll(fd, Buffer.from("0123456789"), { ...realDisk, writeSync: writeSync as Disk["writeSync"] });
    } finally {
      fs.closeSync(fd);
    }
  };

  test("tell in how many pieces the disk took them", () => {
    expect(write((fd, bytes) => fs.writeSync(fd, bytes))).toBe(1);
    expect([write((fd, bytes) => fs.writeSync(fd, bytes.subarray(0, 4))), kept()]).toEqual([3, "0123456789"]);
    expect([write((fd, bytes) => fs.writeSync(fd, bytes.subarray(0, 1))), kept()]).toEqual([10, "0123456789"]);
  });

  test.each(["EINTR", "EAGAIN"])("are all there where a disk answers %s before every piece", (code) => {
    let tries = 0;
    const piece = (fd: number, bytes: Buffer): number => {
      if ((tries += 1) % 2 === 1) throw fault(code);
      return fs.writeSync(fd, bytes.subarray(0, 4));
    };
    expect([write(piece), kept()]).toEqual([3, "0123456789"]);
  });

  test("wait for a disk that takes none a hundred times in a row, and no longer", () => {
    const refusing = (times: number): number => {
      let tries = 0;
      return write((fd, bytes) => ((tries += 1) % (times + 1) === 0 ? fs.writeSync(fd, bytes.subarray(0, 5)) : 0));
    };
    expect([refusing(100), kept()]).toEqual([2, "0123456789"]);
    expect(() => refusing(101)).toThrow("takes no more bytes");
  });

  test.each(["half at a time", "all at once"])("over what stands in a file, %s, change nothing beside them", (how) => {
    fs.writeFileSync(at("file"), "abcdefghij");
    const disk: Disk = {
      ...realDisk,
      writeSync: ((fd: number, bytes: Buffer, from: number, length: number, place: number) =>
        fs.writeSync(fd, bytes, from, how === "all at once" ? length : Math.ceil(length / 2), place)) as Disk["writeSync"],
    };
    const fd = fs.openSync(at("file"), "r+");
    writeOver(fd, Buffer.from("-----"), { at: 3, disk });
    fs.closeSync(fd);
    expect(kept()).toBe("abc-----ij");
  });
});

describe("a folder that is written out", () => {
  test.each(["EISDIR", "EPERM", "EACCES", "EINVAL", "ENOTSUP"])("need not be where a system answers %s", (code) => {
    for (const call of ["openSync", "fsyncSync"] as const) expect(() => syncFolder(fresh.path(), { ...realDisk, ...failing(call, code) })).not.toThrow();
  });

  test("is told of where the disk is at fault, and is closed", () => {
    const { disk, open } = watching(failing("fsyncSync"));
    expect(() => syncFolder(fresh.path(), disk)).toThrow("EIO");
    expect(open.size).toBe(0);
  });
});

describe("a file that is read", () => {
  const parts = (disk: Disk = realDisk, from = 0): string => {
    let text = "";
    for (const part of readParts(at("file"), disk, from)) text += part.toString();
    return text;
  };
  const readers: readonly [string, (disk: Disk) => string][] = [
    ["at once", (disk) => readRegular(at("file"), disk).toString()],
    ["part by part", (disk) => parts(disk)],
    ["from its end", (disk) => readTail(at("file"), 100, disk).toString()],
  ];

  test.each(readers)("%s is whole where the system interrupts or gives it in pieces, and closed", (_, read) => {
    fs.writeFileSync(at("file"), "0123456789");
    const { disk, open } = watching({ readSync: interrupted(half as (...args: unknown[]) => number) as Disk["readSync"] });
    const all = { ...disk, readFileSync: interrupted(realDisk.readFileSync as (...args: unknown[]) => Buffer) as Disk["readFileSync"] };
    expect([read(all), open.size]).toEqual(["0123456789", 0]);
  });

  test.each(readers)("%s is given up where the system interrupts without end, and at once where it fails, and closed", (_, read) => {
    fs.writeFileSync(at("file"), "0123456789");
    for (const [code, tries] of [
      ["EINTR", 101],
      ["EIO", 1],
    ] as const) {
      let count = 0;
      const fail = (): never => {
        count += 1;
        throw fault(code);
      };
      const { disk, open } = watching({ readSync: fail, readFileSync: fail as Disk["readFileSync"] });
      expect(() => read(disk)).toThrow(code);
      expect([count, open.size]).toEqual([tries, 0]);
    }
  });

  test.each(readers)("%s is no pipe, no folder and no link", (_, read) => {
    fs.writeFileSync(at("elsewhere"), "words");
    for (const make of [() => execFileSync("mkfifo", [at("file")]), () => fs.mkdirSync(at("file")), () => fs.symlinkSync(at("elsewhere"), at("file"))]) {
      make();
      const { disk, open } = watching();
      expect(() => read(disk)).toThrow(/not a regular file|ELOOP/);
      expect(open.size).toBe(0);
      fs.rmSync(at("file"), { recursive: true });
    }
  });

  test("part by part begins where it is asked to, and holds nothing behind its end", () => {
    fs.writeFileSync(at("file"), "0123456789");
    expect([parts(realDisk, 4), parts(realDisk, 10), parts(realDisk, 50)]).toEqual(["456789", "", ""]);
  });

  test("part by part is as long as it was when it was opened, or shorter where somebody cuts it", () => {
    const whole = Buffer.alloc(2_500_000, "0123456789");
    const lengthWhere = (change: () => void): number => {
      fs.writeFileSync(at("file"), whole);
      let [length, count] = [0, 0];
      for (const part of readParts(at("file"), realDisk)) {
        if (count === 0) change();
        length += part.length;
        if ((count += 1) > 10) throw new Error("it does not end");
      }
      return length;
    };
    expect(lengthWhere(() => undefined)).toBe(whole.length);
    expect(lengthWhere(() => fs.appendFileSync(at("file"), whole))).toBe(whole.length);
    expect(lengthWhere(() => fs.truncateSync(at("file"), 1_500_000))).toBe(1_500_000);
  });

  test("from its end is no longer than asked for, or than the file", () => {
    fs.writeFileSync(at("file"), "0123456789");
    expect([0, 4, 10, 99].map((length) => readTail(at("file"), length, realDisk).toString())).toEqual(["", "6789", "0123456789", "0123456789"]);
  });

  test("from its end is no longer than asked for where somebody writes on meanwhile", () => {
    fs.writeFileSync(at("file"), "0123456789");
    const readSync = ((...args: Parameters<Disk["readSync"]>) => {
      fs.appendFileSync(at("file"), "more");
      return realDisk.readSync(...args);
    }) as Disk["readSync"];
    expect(readTail(at("file"), 4, { ...realDisk, readSync }).toString()).toBe("6789");
  });

  test("in a stretch is shorter only where it ends", () => {
    fs.writeFileSync(at("file"), "0123456789");
    const disk = { ...realDisk, readSync: half };
    const stretch = (start: number, length: number): string => withFile(at("file"), disk, (fd) => readStretch(fd, { start, length }, disk).toString());
    expect([stretch(2, 7), stretch(7, 20), stretch(10, 1), stretch(3, 0)]).toEqual(["2345678", "789", "", ""]);
  });
});

describe("what is believed", () => {
  const believed = (disk: Disk = realDisk): string | undefined => readOwn(at("file"), disk)?.bytes.toString();

  test("is a file of one's own that nobody else may write", () => {
    const { disk, open } = watching();
    for (const [mode, found] of [
      [0o600, "words"],
      [0o644, "words"],
      [0o755, "words"],
      [0o620, undefined],
      [0o602, undefined],
    ] as const) {
      fs.writeFileSync(at("file"), "words");
      fs.chmodSync(at("file"), mode);
      expect([mode, believed(disk), open.size]).toEqual([mode, found, 0]);
    }
  });

  test("is not another person's, nor what is not there or cannot be read", () => {
    expect(believed()).toBeUndefined();
    fs.writeFileSync(at("file"), "words", { mode: 0o600 });
    const fstatSync = ((fd: number) => Object.assign(fs.fstatSync(fd), { uid: (process.getuid?.() ?? 0) + 1 })) as Disk["fstatSync"];
    expect(believed({ ...realDisk, fstatSync })).toBeUndefined();
    expect(believed({ ...realDisk, ...failing("readFileSync") })).toBeUndefined();
    expect(believed()).toBe("words");
  });

  test("says when it was written", () => {
    fs.writeFileSync(at("file"), "words", { mode: 0o600 });
    fs.utimesSync(at("file"), 1_000, 2_000);
    expect(readOwn(at("file"), realDisk)?.mtimeMs).toBe(2_000_000);
  });
});

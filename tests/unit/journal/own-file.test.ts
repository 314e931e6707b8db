// Room: tests. What is added to a file of a person's own is on the disk, and so is the name of a new one; nothing is left open.
import * as fs from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { CoachError } from "../../../src/domain/errors.ts";
import { type Disk, realDisk } from "../../../src/journal/disk.ts";
import { addToOwnFile } from "../../../src/journal/own-file.ts";
import { freshFolders } from "../../support/folder.ts";

const fresh = freshFolders();
const addition = { head: "# head\n", text: "words\n", what: "Your words were" };
const own = (): string => join(fresh.path(), "own.txt");

/** The disk, what was written out of it, and which files are open. */
function watching(other: Partial<Disk> = {}): { readonly disk: Disk; readonly synced: string[]; readonly open: ReadonlyMap<number, string> } {
  const synced: string[] = [];
  const open = new Map<number, string>();
  const disk: Disk = {
    ...realDisk,
    openSync: (...args) => {
      const fd = realDisk.openSync(...args);
      open.set(fd, String(args[0]));
      return fd;
    },
    closeSync: (fd) => {
      open.delete(fd);
      realDisk.closeSync(fd);
    },
    fsyncSync: (fd) => {
      synced.push(open.get(fd) ?? "closed");
      realDisk.fsyncSync(fd);
    },
    ...other,
  };
  return { disk, synced, open };
}

test("the words survive a power cut, and the name of a new file with them", () => {
  const { disk, synced, open } = watching();
  addToOwnFile(own(), addition, disk);
  expect([synced.splice(0), open.size]).toEqual([[own(), dirname(own())], 0]);
  addToOwnFile(own(), addition, disk);
  expect([synced, open.size]).toEqual([[own()], 0]);
  expect(fs.readFileSync(own(), "utf8")).toBe("# head\nwords\nwords\n");
});

test("a file that was emptied begins with its head again", () => {
  fs.writeFileSync(own(), "");
  addToOwnFile(own(), addition);
  expect(fs.readFileSync(own(), "utf8")).toBe("# head\nwords\n");
});

test("a disk that refuses is told as a failure, with what to do, and the file is closed", () => {
  const { disk, open } = watching({
    fsyncSync: () => {
      throw Object.assign(new Error("EIO: made by the test"), { code: "EIO" });
    },
  });
  let told: unknown;
  try {
    addToOwnFile(own(), addition, disk);
  } catch (error) {
    told = error;
  }
  expect(told).toBeInstanceOf(CoachError);
  expect(told).toMatchObject({
    message: `Your words were not kept in ${own()}: the disk reported a fault (EIO).`,
    fault: "failure",
    advice: "Copy what you have to another disk, and have this one checked.",
    cause: { code: "EIO" },
  });
  expect(open.size).toBe(0);
});

// Room: journal. Files of a person's own that they may edit: the program only ever adds to their end.
import path from "node:path";
import { CoachError } from "../domain/errors.ts";
import { makeFolders } from "../domain/folders.ts";
import { tellSystemFault } from "../domain/system-error.ts";
import { type Disk, O_APPEND, O_CREAT, O_NOFOLLOW, O_NONBLOCK, O_RDWR, realDisk, syncFolder, writeAll } from "./disk.ts";

/** What is added, and how it is named where it cannot be kept. */
export interface Addition {
  /** What a new file begins with. */
  readonly head: string;
  /** Ends with a line end. */
  readonly text: string;
  /** `Your words were`. */
  readonly what: string;
}

/** Adds a text, on a line of its own; a new file begins with `head`. It is on the disk when this returns. Throws a CoachError where it was not kept. */
export function addToOwnFile(file: string, { head, text, what }: Addition, disk: Disk = realDisk): void {
  try {
    makeFolders(path.dirname(file), disk);
    const fd = disk.openSync(file, O_RDWR | O_APPEND | O_CREAT | O_NOFOLLOW | O_NONBLOCK, 0o600);
    try {
      const before = sizeOf(fd, disk);
      writeAll(fd, Buffer.from(`${before === 0 ? head : lineEnd(fd, before, disk)}${text}`), disk);
      disk.fsyncSync(fd);
      if (before === 0) syncFolder(path.dirname(file), disk);
    } finally {
      disk.closeSync(fd);
    }
  } catch (error) {
    const { reason, advice } = tellSystemFault(error);
    throw new CoachError(`${what} not kept in ${file}: ${reason}.`, { fault: "failure", advice, cause: error });
  }
}

function sizeOf(fd: number, disk: Disk): number {
  const stat = disk.fstatSync(fd);
  if (!stat.isFile()) throw new Error("it is not a regular file");
  return stat.size;
}

/** A line end, where the last line has none, as after an editor. */
function lineEnd(fd: number, size: number, disk: Disk): string {
  const last = Buffer.alloc(1);
  return disk.readSync(fd, last, 0, 1, size - 1) === 1 && last.toString("latin1") === "\n" ? "" : "\n";
}

// Room: journal. The file of a person's own phrasings: text that they may edit, a line each, only ever added to.
import path from "node:path";
import { CoachError } from "../domain/errors.ts";
import { tellSystemFault } from "../domain/system-error.ts";
import { type Disk, O_APPEND, O_CREAT, O_NOFOLLOW, O_NONBLOCK, O_RDWR, readRegular, realDisk, syncFolder, writeAll } from "./disk.ts";

/** Bytes that are read: ten thousand phrasings. */
const longestText = 2_000_000;

/** The file's text; empty when there is none. Throws a CoachError when it cannot be read. */
export function readPhrasings(file: string, disk: Disk = realDisk): string {
  try {
    return readRegular(file, disk).toString("utf8", 0, longestText);
  } catch (error) {
    const { code, reason, advice } = tellSystemFault(error);
    if (code === "ENOENT") return "";
    throw new CoachError(`Your own phrasings in ${file} cannot be read: ${reason}.`, { fault: "failure", advice, cause: error });
  }
}

/** Adds a line, which ends with a line end; a new file begins with `head`. It is on the disk when this returns. */
export function addPhrasing(file: string, { head, line }: { readonly head: string; readonly line: string }, disk: Disk = realDisk): void {
  try {
    disk.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    const fd = disk.openSync(file, O_RDWR | O_APPEND | O_CREAT | O_NOFOLLOW | O_NONBLOCK, 0o600);
    try {
      const before = sizeOf(fd, disk);
      writeAll(fd, Buffer.from(`${before === 0 ? head : lineEnd(fd, before, disk)}${line}`), disk);
      disk.fsyncSync(fd);
      if (before === 0) syncFolder(path.dirname(file), disk);
    } finally {
      disk.closeSync(fd);
    }
  } catch (error) {
    const { reason, advice } = tellSystemFault(error);
    throw new CoachError(`Your words were not kept in ${file}: ${reason}.`, { fault: "failure", advice, cause: error });
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

// Room: journal. The only file of the room that names the disk: the calls, and what each must withstand.
import * as fs from "node:fs";
import { systemCode } from "../domain/system-error.ts";
import { randomName } from "./chance.ts";

/** The calls by which the journal reaches the disk; tests give others that fail. */
export type Disk = Pick<
  typeof fs,
  | "closeSync"
  | "fchmodSync"
  | "fstatSync"
  | "fsyncSync"
  | "lstatSync"
  | "mkdirSync"
  | "openSync"
  | "readdirSync"
  | "readFileSync"
  | "readSync"
  | "renameSync"
  | "statSync"
  | "unlinkSync"
  | "writeSync"
>;

/** The disk itself. */
export const realDisk: Disk = fs;
export const { O_APPEND, O_CREAT, O_NOFOLLOW, O_NONBLOCK, O_RDWR } = fs.constants;
const { O_RDONLY, O_TRUNC, O_WRONLY } = fs.constants;

/** Writes all of it, in one write unless the system cuts it short; gives the number of writes that wrote something. */
export function writeAll(fd: number, bytes: Buffer, disk: Disk): number {
  return writeParts(bytes, (rest) => disk.writeSync(fd, rest));
}

/** The same over what stands at a place of a file, which must not be open for appending. */
export function writeOver(fd: number, bytes: Buffer, { at, disk }: { readonly at: number; readonly disk: Disk }): void {
  writeParts(bytes, (rest) => disk.writeSync(fd, rest, 0, rest.length, at + bytes.length - rest.length));
}

function writeParts(bytes: Buffer, write: (rest: Buffer) => number): number {
  let written = 0;
  let writes = 0;
  for (let idle = 0; written < bytes.length;) {
    const count = writeOnce(bytes.subarray(written), write);
    written += count;
    if (count > 0) [writes, idle] = [writes + 1, 0];
    else if ((idle += 1) > 100) throw new Error("the disk takes no more bytes");
  }
  return writes;
}

function writeOnce(rest: Buffer, write: (rest: Buffer) => number): number {
  try {
    return write(rest);
  } catch (error) {
    if (["EINTR", "EAGAIN"].includes(systemCode(error))) return 0;
    throw error;
  }
}

/** Puts bytes in the place of a file: its name stands for the old ones or the new, never for a part, also after a power cut. 0600. A kill can leave a file beside it that ends in `.next`. */
export function replaceFile(file: string, bytes: Buffer, disk: Disk): void {
  // A name of its own: two programs that made the same file at once would else write into each other's.
  replaceBy({ file, next: `${file}.${randomName()}.next` }, bytes, disk);
}

/** The same by way of a file that only this program writes. */
export function replaceBy({ file, next }: { readonly file: string; readonly next: string }, bytes: Buffer, disk: Disk): void {
  try {
    const fd = disk.openSync(next, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_NONBLOCK, 0o600);
    try {
      writeAll(fd, bytes, disk);
      disk.fsyncSync(fd);
    } finally {
      disk.closeSync(fd);
    }
    disk.renameSync(next, file);
  } catch (error) {
    removeIfThere(next, disk);
    throw error;
  }
}

/** Takes a file away where that can be done. */
export function removeIfThere(file: string, disk: Disk): void {
  try {
    disk.unlinkSync(file);
  } catch {
    // It was not there, or the disk takes no change.
  }
}

/** Writes a folder's names out, so that a new file survives a power cut. */
export function syncFolder(folder: string, disk: Disk): void {
  try {
    const fd = disk.openSync(folder, O_RDONLY);
    try {
      disk.fsyncSync(fd);
    } finally {
      disk.closeSync(fd);
    }
  } catch (error) {
    // Some systems cannot open or write out a folder, and do not need it. A fault of the disk is another matter.
    if (!["EISDIR", "EPERM", "EACCES", "EINVAL", "ENOTSUP"].includes(systemCode(error))) throw error;
  }
}

/** All of a regular file; begun anew where the system interrupts it. */
export function readRegular(file: string, disk: Disk): Buffer {
  for (let tries = 0; ; tries += 1) {
    try {
      return readOnce(file, disk);
    } catch (error) {
      if (systemCode(error) !== "EINTR" || tries === 100) throw error;
    }
  }
}

function readOnce(file: string, disk: Disk): Buffer {
  const fd = openRegular(file, disk);
  try {
    return disk.readFileSync(fd);
  } finally {
    disk.closeSync(fd);
  }
}

/** Bytes of a part: large enough that the calls do not count. */
const partLength = 1 << 20;

/** A regular file part by part, as long as it was when it was opened. One buffer serves for all parts. */
export function* readParts(file: string, disk: Disk): Generator<Buffer> {
  const fd = openRegular(file, disk);
  try {
    const part = Buffer.alloc(partLength);
    let left = disk.fstatSync(fd).size;
    while (left > 0) {
      const count = readPart(fd, part.subarray(0, Math.min(left, partLength)), disk);
      if (count === 0) return;
      left -= count;
      yield part.subarray(0, count);
    }
  } finally {
    disk.closeSync(fd);
  }
}

/** The last bytes of a regular file, at most `length`. */
export function readTail(file: string, length: number, disk: Disk): Buffer {
  const fd = openRegular(file, disk);
  try {
    const { size } = disk.fstatSync(fd);
    const tail = Buffer.alloc(Math.min(size, length));
    return tail.subarray(0, disk.readSync(fd, tail, 0, tail.length, size - tail.length));
  } finally {
    disk.closeSync(fd);
  }
}

function readPart(fd: number, part: Buffer, disk: Disk): number {
  for (let tries = 0; ; tries += 1) {
    try {
      return disk.readSync(fd, part, 0, part.length, null);
    } catch (error) {
      if (systemCode(error) !== "EINTR" || tries === 100) throw error;
    }
  }
}

/** Opened without waiting and looked at before it is read: a pipe of that name would hang, a device would not end. */
function openRegular(file: string, disk: Disk): number {
  const fd = disk.openSync(file, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  if (disk.fstatSync(fd).isFile()) return fd;
  disk.closeSync(fd);
  throw new Error("it is not a regular file");
}

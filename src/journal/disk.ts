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
  | "fsync"
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
  replaceAfter(nextOf(file), bytes, { disk, isLasting: true });
}

/** The same for what can be made anew, without waiting for the disk: after a power cut its bytes may be any. */
export function replaceCache(file: string, bytes: Buffer, disk: Disk): void {
  replaceAfter(nextOf(file), bytes, { disk, isLasting: false });
}

interface Names {
  readonly file: string;
  readonly next: string;
}

/** A name of its own: two programs that made the same file at once would else write into each other's. */
function nextOf(file: string): Names {
  return { file, next: `${file}.${randomName()}.next` };
}

function replaceAfter({ file, next }: Names, bytes: Buffer, { disk, isLasting }: { readonly disk: Disk; readonly isLasting: boolean }): void {
  try {
    const fd = openNext(next, disk);
    try {
      writeAll(fd, bytes, disk);
      if (isLasting) disk.fsyncSync(fd);
    } finally {
      disk.closeSync(fd);
    }
    disk.renameSync(next, file);
  } catch (error) {
    removeIfThere(next, disk);
    throw error;
  }
}

interface Meanwhile {
  readonly disk: Disk;
  /** Asked when the bytes are written out. */
  readonly isWanted: () => boolean;
}

/**
 * The same by way of a file that only this program writes, and the program goes on while the disk writes. True where the file was replaced: what is not
 * wanted any more by then is taken away.
 */
export async function replaceMeanwhile({ file, next }: Names, bytes: Buffer, { disk, isWanted }: Meanwhile): Promise<boolean> {
  try {
    const fd = openNext(next, disk);
    try {
      writeAll(fd, bytes, disk);
      await new Promise<void>((done, fail) => disk.fsync(fd, (error) => (error ? fail(error) : done())));
    } finally {
      disk.closeSync(fd);
    }
    const isStill = isWanted();
    if (isStill) disk.renameSync(next, file);
    else removeIfThere(next, disk);
    return isStill;
  } catch (error) {
    removeIfThere(next, disk);
    throw error;
  }
}

function openNext(next: string, disk: Disk): number {
  return disk.openSync(next, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_NONBLOCK, 0o600);
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
  return withFile(file, disk, (fd) => disk.readFileSync(fd));
}

/** Bytes of a part: large enough that the calls do not count. */
const partLength = 1 << 20;

/** A regular file part by part, as long as it was when it was opened. One buffer serves for all parts. `from`: bytes that are passed over. */
export function* readParts(file: string, disk: Disk, from = 0): Generator<Buffer> {
  const fd = openRegular(file, disk);
  try {
    let at = from;
    const { size } = disk.fstatSync(fd);
    const part = Buffer.alloc(Math.min(partLength, Math.max(0, size - from)));
    while (at < size) {
      const count = readPart(fd, part.subarray(0, size - at), { at, disk });
      if (count === 0) return;
      at += count;
      yield part.subarray(0, count);
    }
  } finally {
    disk.closeSync(fd);
  }
}

/** Does something with a regular file that is open for reading. */
export function withFile<T>(file: string, disk: Disk, act: (fd: number) => T): T {
  const fd = openRegular(file, disk);
  try {
    return act(fd);
  } finally {
    disk.closeSync(fd);
  }
}

/** The last bytes of a regular file, at most `length`. */
export function readTail(file: string, length: number, disk: Disk): Buffer {
  return withFile(file, disk, (fd) => {
    const { size } = disk.fstatSync(fd);
    const start = Math.max(0, size - length);
    return readStretch(fd, { start, length: size - start }, disk);
  });
}

/** Bytes of a file that is open; fewer only where it ends. */
export function readStretch(fd: number, { start, length }: { readonly start: number; readonly length: number }, disk: Disk): Buffer {
  const bytes = Buffer.alloc(length);
  let count = 0;
  for (let part = -1; part !== 0 && count < length; count += part) part = readPart(fd, bytes.subarray(count), { at: start + count, disk });
  return bytes.subarray(0, count);
}

function readPart(fd: number, part: Buffer, { at, disk }: { readonly at: number; readonly disk: Disk }): number {
  for (let tries = 0; ; tries += 1) {
    try {
      return disk.readSync(fd, part, 0, part.length, at);
    } catch (error) {
      if (systemCode(error) !== "EINTR" || tries === 100) throw error;
    }
  }
}

/** All of a file that only this user may write, and when it was written; undefined for another's, and for what cannot be read: it is not ours to believe. */
export function readOwn(file: string, disk: Disk): { readonly bytes: Buffer; readonly mtimeMs: number } | undefined {
  try {
    return withFile(file, disk, (fd) => {
      const { uid, mode, mtimeMs } = disk.fstatSync(fd);
      const isOwn = (process.getuid === undefined || uid === process.getuid()) && (mode & 0o022) === 0;
      return isOwn ? { bytes: disk.readFileSync(fd), mtimeMs } : undefined;
    });
  } catch {
    return undefined;
  }
}

/** Opened without waiting and looked at before it is read: a pipe of that name would hang, a device would not end. */
function openRegular(file: string, disk: Disk): number {
  const fd = disk.openSync(file, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  if (disk.fstatSync(fd).isFile()) return fd;
  disk.closeSync(fd);
  throw new Error("it is not a regular file");
}

// Room: content. Files of what can be made anew: believed only where they are this user's own, written whole or not at all.
import { closeSync, constants, fstatSync, mkdirSync, openSync, readSync, renameSync, statSync, unlinkSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { makeFolders } from "../domain/folders.ts";

/** A file that is open for reading. */
export interface Opened {
  readonly descriptor: number;
  /** In bytes, when it was opened. */
  readonly size: number;
}

/** Opens a file; undefined where there is none, or none to believe. */
export function openKept(file: string): Opened | undefined {
  let descriptor: number | undefined;
  let size: number | undefined;
  try {
    // Without O_NONBLOCK a named pipe would wait for a writer for ever.
    descriptor = openSync(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    size = ownSize(descriptor);
  } catch {
    size = undefined;
  }
  if (descriptor === undefined) return undefined;
  if (size !== undefined) return { descriptor, size };
  closeSync(descriptor);
  return undefined;
}

/** The size of a file that is this user's own: what others wrote, or may write, is not ours to believe. */
function ownSize(descriptor: number): number | undefined {
  const stat = fstatSync(descriptor);
  const isOwn = stat.isFile() && (process.getuid === undefined || stat.uid === process.getuid()) && (stat.mode & 0o022) === 0;
  return isOwn ? stat.size : undefined;
}

/** Fewer bytes than asked for only where the file ends. Throws what the system throws. */
export function readAt(descriptor: number, { start, length }: { readonly start: number; readonly length: number }): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  let count = 0;
  for (let part = -1; part !== 0 && count < length; count += part) part = readSync(descriptor, bytes, count, length - count, start + count);
  return bytes.subarray(0, count);
}

/** All bytes of a file; undefined where there is none, or none to believe. */
export function readKept(file: string): Buffer | undefined {
  const opened = openKept(file);
  if (!opened) return undefined;
  try {
    return readAt(opened.descriptor, { start: 0, length: opened.size });
  } catch {
    return undefined;
  } finally {
    closeSync(opened.descriptor);
  }
}

/** Writes a file for this user alone. Where it cannot be kept, the next start is slower, and that is all. */
export function writeKept(file: string, bytes: string | Uint8Array): void {
  const draft = `${file}.${process.pid}`;
  try {
    makeFolders(dirname(file), { mkdirSync, statSync });
    writeFileSync(draft, bytes, { mode: 0o600, flag: "wx" });
    renameSync(draft, file);
  } catch {
    try {
      unlinkSync(draft);
    } catch {
      // It was never made.
    }
  }
}

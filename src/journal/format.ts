// Room: journal. Which record formats a data folder holds, looked at before it is written to: nothing goes behind a newer one, and a backup goes before the first record of a new one.
import path from "node:path";
import { CoachError } from "../domain/errors.ts";
import { type Disk, readTail } from "./disk.ts";
import { journalFiles } from "./folder.ts";
import { decodeRecord, recordVersion } from "./record.ts";

/** Bytes at the end of a file in which its last records are looked for: adding to a history must not take as long as reading it. */
const tailLength = 1 << 16;
const versionHead = /^\{"v":(\d{1,9}),/;

/** A record is about to be written, at a moment (ISO 8601), in a format; that of this program unless it is named. */
export interface Writing {
  readonly now: string;
  readonly version?: number;
}

/**
 * To be called before a record is written to a folder. Where the journals there end with an older format, a backup is made first. Throws a CoachError
 * (failure) where one ends with a newer format: what is written behind it would be half a history. Damaged lines, and files that cannot be read, say nothing.
 */
export async function prepareFormat(folder: string, { now, version = recordVersion }: Writing, disk: Disk): Promise<void> {
  const ends = namesIn(folder, disk).flatMap((name) => {
    const found = formatsAt(path.join(folder, name), version, disk);
    const newest = Math.max(...found);
    if (newest > version) throw newerFormat(path.join(folder, name), newest);
    return found.length === 0 ? [] : [newest];
  });
  const oldest = Math.min(...ends);
  if (oldest < version) (await import("./older.ts")).backUpOlder(folder, { version: oldest, now }, disk);
}

function newerFormat(file: string, version: number): CoachError {
  return new CoachError(`${file} was written to by a newer version of coach (record format ${version}).`, {
    fault: "failure",
    advice: "Update coach on this machine. Nothing was changed.",
  });
}

/** What cannot be looked at is told by whoever reads it, and must not stand in the way of an answer. */
function namesIn(folder: string, disk: Disk): readonly string[] {
  try {
    return journalFiles(folder, disk);
  } catch {
    return [];
  }
}

function formatsAt(file: string, version: number, disk: Disk): readonly number[] {
  const lines = tailOf(file, disk).toString("latin1").split("\n");
  return lines.flatMap((line) => {
    const found = Number(versionHead.exec(line)?.[1]);
    // Most lines are of this very format, and need no check sum.
    const counts = found === version || (found > 0 && decodeRecord(Buffer.from(line.trimEnd(), "latin1")).type !== "damaged");
    return counts ? [found] : [];
  });
}

function tailOf(file: string, disk: Disk): Buffer {
  try {
    return readTail(file, tailLength, disk);
  } catch {
    return Buffer.alloc(0);
  }
}

// Room: journal. What files of a journal hold from a place on: records with their places, attempts without their answers.
import path from "node:path";
import { crc32 } from "node:zlib";
import type { HistoryEntry, JournalEntry } from "../domain/attempt.ts";
import type { Problem } from "../domain/problem.ts";
import type { FileMark, Placed } from "./digest.ts";
import { type Disk, readParts, readStretch, withFile } from "./disk.ts";
import { createRecordReader, type FileReading, type LineEnd } from "./lines.ts";
import type { Stamp } from "./record.ts";
import type { Tally } from "./tally.ts";

/** The files of a journal, looked at. */
export interface Looked {
  readonly folder: string;
  readonly disk: Disk;
  readonly looks: readonly Look[];
}

/** One of them, as it is. */
export type Look = Pick<FileMark, "name" | "ino" | "size" | "mtimeMs" | "ctimeMs">;

/** Bytes before a line end whose check sum shows that a file has grown and not changed. */
const lastBytes = 4096;
/** The check sum of the bytes before a place, some thousand at most. */
export function sumBefore(file: string, end: number, disk: Disk): number {
  const length = Math.min(lastBytes, end);
  return withFile(file, disk, (fd) => crc32(readStretch(fd, { start: end - length, length }, disk)));
}

/** A record that was read, with who wrote it. */
export interface Fresh extends Placed {
  readonly stamp: Stamp;
}

/** What files are found to hold. */
export interface Found {
  readonly tally: Tally;
  readonly records: Fresh[];
  readonly problems: Problem[];
  /** Bytes. */
  read: number;
  /** True where a file does not end with a line end: somebody is writing, or was killed. */
  isOpen: boolean;
}

/** Reads a file from a line end on; gives the mark of how far it goes. Throws where it cannot be read. */
export function readFrom(
  from: LineEnd,
  { look, index, looked, found }: { readonly look: Look; readonly index: number; readonly looked: Looked; readonly found: Found },
): FileMark {
  const { folder, disk } = looked;
  const file = path.join(folder, look.name);
  const reader = createRecordReader(file, from);
  let end = from.bytes;
  for (const part of readParts(file, disk, from.bytes)) {
    end += part.length;
    take(reader.take(part), index, found);
  }
  const lineEnd = reader.lineEnd();
  take(reader.end(), index, found);
  found.read += end - from.bytes;
  found.isOpen ||= end > lineEnd.bytes;
  return { ...look, ...lineEnd, last: sumBefore(file, lineEnd.bytes, disk) };
}

function take({ file, records, damaged, problems }: FileReading, index: number, found: Found): void {
  for (const record of records) {
    const { stamp, start, length } = record;
    found.tally.note(stamp, file);
    if (record.type === "entry") found.records.push({ entry: headOf(record.entry), stamp, place: { file: index, start, length } });
  }
  for (const stamp of damaged) found.tally.noteDamaged(stamp);
  for (const problem of problems) found.problems.push(problem);
}

function headOf(entry: JournalEntry): HistoryEntry {
  if (entry.type !== "attempt") return entry;
  const { type, id, at, session, sessionKind, round, question, kind, seconds, timedOut, hints, confidence, score, unscored, interrupted } = entry;
  return { type, id, at, session, sessionKind, round, question, kind, seconds, timedOut, hints, confidence, score, unscored, interrupted };
}

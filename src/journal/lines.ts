// Room: journal. A journal file's bytes to records and problems; finds whole records inside damaged lines. Pure.
import { CoachError } from "../domain/errors.ts";
import type { Problem } from "../domain/problem.ts";
import { type Decoded, decodeRecord, longestLine, type Stamp, stampOf } from "./record.ts";

type WholeRecord = Extract<Decoded, { type: "entry" | "foreign" }>;

/** What one file holds. */
export interface FileReading {
  readonly file: string;
  readonly records: readonly WholeRecord[];
  /** Stamps that could be read off damaged records: they are known to be lost, not missing. */
  readonly damaged: readonly Stamp[];
  readonly problems: readonly Problem[];
}

interface Found {
  readonly file: string;
  readonly records: WholeRecord[];
  readonly damaged: Stamp[];
  readonly problems: Problem[];
}

interface Line {
  readonly bytes: Buffer;
  /** From 1. */
  readonly number: number;
  /** True when the file ends before the line does. */
  readonly isOpen: boolean;
}

const newline = 10;
// Each record begins with these bytes, and no text inside a record can hold them: JSON escapes its quotes.
const recordStart = Buffer.from('{"v":');
const crcStart = Buffer.from(',"crc":"');
const crcLength = ',"crc":"00000000"}'.length;

/** Reads a file part by part. */
export interface RecordReader {
  /** What the lines that end in this part hold. */
  take(part: Buffer): FileReading;
  /** The last line, when the file does not end with a line end. */
  end(): FileReading;
}

/** Reads every line. Damage becomes a problem and costs that record only; a record of a newer version throws, since half a history misleads. */
export function readRecords(bytes: Buffer, file: string): FileReading {
  const reader = createRecordReader(file);
  const [most, rest] = [reader.take(bytes), reader.end()];
  return {
    file,
    records: [...most.records, ...rest.records],
    damaged: [...most.damaged, ...rest.damaged],
    problems: [...most.problems, ...rest.problems],
  };
}

/** The same for a file of any length: holds one unfinished line, and of a line that is too long no more than shows it. */
export function createRecordReader(file: string): RecordReader {
  let number = 1;
  let held = Buffer.alloc(0);
  return {
    take: (part) => {
      const found = nothingIn(file);
      const bytes = held.length === 0 ? part : Buffer.concat([held, part]);
      let start = 0;
      for (let end = bytes.indexOf(newline); end !== -1; end = bytes.indexOf(newline, start)) {
        readLine({ bytes: trim(bytes.subarray(start, end)), number, isOpen: false }, found);
        number += 1;
        start = end + 1;
      }
      // A copy: the part is overwritten by the next one.
      held = Buffer.from(bytes.subarray(start, start + longestLine + 1));
      return found;
    },
    end: () => {
      const found = nothingIn(file);
      readLine({ bytes: trim(held), number, isOpen: true }, found);
      return found;
    },
  };
}

function nothingIn(file: string): Found {
  return { file, records: [], damaged: [], problems: [] };
}

function readLine(line: Line, found: Found): void {
  if (line.bytes.length === 0) return;
  if (line.bytes.length > longestLine) {
    found.problems.push(tellProblem(found.file, line, "it is longer than 10 MB"));
    return;
  }
  const decoded = decodeRecord(line.bytes);
  if (decoded.type === "damaged") resynchronise(line, decoded.reason, found);
  else keep(decoded, line, found);
}

function keep(decoded: Exclude<Decoded, { type: "damaged" }>, line: Line, found: Found): void {
  if (decoded.type !== "newer") {
    found.records.push(decoded);
    return;
  }
  throw new CoachError(`${found.file}:${line.number}: this record was written by a newer version of coach (record format ${decoded.version}).`, {
    fault: "failure",
    place: { file: found.file, line: line.number, column: 1 },
    advice: "Update coach on this machine. Nothing was changed.",
  });
}

/** A crash can leave half a record, and another process may have gone on behind it on the same line. */
function resynchronise(line: Line, reason: string, found: Found): void {
  let start = line.bytes.indexOf(recordStart);
  let isDamaged = start !== 0;
  while (start !== -1) {
    const next = line.bytes.indexOf(recordStart, start + 1);
    const piece = line.bytes.subarray(start, next === -1 ? line.bytes.length : next);
    if (!readPiece(piece, line, found)) isDamaged = true;
    start = next;
  }
  if (isDamaged) found.problems.push(tellProblem(found.file, line, reason));
}

/** Reads one record at the start of a piece; true when nothing else is in it. */
function readPiece(piece: Buffer, line: Line, found: Found): boolean {
  const crcAt = piece.lastIndexOf(crcStart);
  const end = crcAt === -1 ? piece.length : Math.min(piece.length, crcAt + crcLength);
  const decoded = decodeRecord(piece.subarray(0, end));
  if (decoded.type !== "damaged") {
    keep(decoded, line, found);
    return trim(piece.subarray(end)).length === 0;
  }
  const stamp = stampOf(piece);
  if (stamp) found.damaged.push(stamp);
  return false;
}

function tellProblem(file: string, line: Line, reason: string): Problem {
  const place = { file, line: line.number, column: 1 };
  if (line.isOpen) {
    const message = `the last record is cut off after ${line.bytes.length} bytes, as by a crash while it was written; it is not counted`;
    return { rule: "journal-torn", severity: "warning", place, message, advice: "Nothing to do: the next record starts on a line of its own." };
  }
  const advice = "The line is left as it is. If you have another copy of this file, put it into the same folder as journal-copy.jsonl.";
  return { rule: "journal-damaged", severity: "warning", place, message: `a line is damaged and not counted as written: ${reason}`, advice };
}

/** Takes off what sync tools, editors and power cuts put around a line: a byte order mark, carriage returns, blanks, NULs. */
function trim(bytes: Buffer): Buffer {
  let start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  let end = bytes.length;
  while (start < end && isPadding(bytes[start])) start += 1;
  while (end > start && isPadding(bytes[end - 1])) end -= 1;
  return bytes.subarray(start, end);
}

function isPadding(byte: number | undefined): boolean {
  return byte === 0 || byte === 13 || byte === 32 || byte === 9;
}

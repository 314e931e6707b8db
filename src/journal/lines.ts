// Room: journal. A journal file's bytes to records and problems; finds whole records inside damaged lines. Pure.
import { CoachError } from "../domain/errors.ts";
import type { Problem } from "../domain/problem.ts";
import { type Decoded, decodeRecord, longestLine, type Stamp, stampOf } from "./record.ts";

/** A whole record, and where it stands in its file, in bytes. */
export type WholeRecord = Extract<Decoded, { type: "entry" | "foreign" }> & Stretch;

export interface Stretch {
  readonly start: number;
  readonly length: number;
}

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
  /** Of its first byte in the file. */
  readonly start: number;
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

/** A place in a file between two lines: the bytes and the lines before it. */
export interface LineEnd {
  readonly bytes: number;
  readonly lines: number;
}

/** Reads a file part by part. */
export interface RecordReader {
  /** What the lines that end in this part hold. */
  take(part: Buffer): FileReading;
  /** The last line, when the file does not end with a line end. */
  end(): FileReading;
  /** After the last line end that was taken. */
  lineEnd(): LineEnd;
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

/** The same for a file of any length: holds one unfinished line, and of a line that is too long no more than shows it. `from`: where the first part begins. */
export function createRecordReader(file: string, from: LineEnd = { bytes: 0, lines: 0 }): RecordReader {
  let { lines } = from;
  let lineStart = from.bytes;
  let taken = from.bytes;
  let held = Buffer.alloc(0);
  return {
    take: (part) => {
      const found = nothingIn(file);
      const bytes = held.length === 0 ? part : Buffer.concat([held, part]);
      taken += part.length;
      let start = 0;
      for (let end = bytes.indexOf(newline); end !== -1; end = bytes.indexOf(newline, start)) {
        readLine(lineOf(bytes.subarray(start, end), { number: lines + 1, at: lineStart, isOpen: false }), found);
        lines += 1;
        start = end + 1;
        // Counted from the end: of a line that is too long not all was held.
        lineStart = taken - bytes.length + start;
      }
      // A copy: the part is overwritten by the next one.
      held = Buffer.from(bytes.subarray(start, start + longestLine + 1));
      return found;
    },
    end: () => {
      const found = nothingIn(file);
      readLine(lineOf(held, { number: lines + 1, at: lineStart, isOpen: true }), found);
      return found;
    },
    lineEnd: () => ({ bytes: lineStart, lines }),
  };
}

function lineOf(whole: Buffer, { number, at, isOpen }: { readonly number: number; readonly at: number; readonly isOpen: boolean }): Line {
  const bytes = trim(whole);
  return { bytes, start: at + bytes.byteOffset - whole.byteOffset, number, isOpen };
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
  else keep({ decoded, bytes: line.bytes }, line, found);
}

interface Piece {
  readonly decoded: Exclude<Decoded, { type: "damaged" }>;
  readonly bytes: Buffer;
}

function keep({ decoded, bytes }: Piece, line: Line, found: Found): void {
  if (decoded.type !== "newer") {
    found.records.push({ ...decoded, start: line.start + bytes.byteOffset - line.bytes.byteOffset, length: bytes.length });
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
  const bytes = piece.subarray(0, end);
  const decoded = decodeRecord(bytes);
  if (decoded.type !== "damaged") {
    keep({ decoded, bytes }, line, found);
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

// Room: journal. A data folder looked through: every record's check sum, what is torn, missing, double or odd.
import path from "node:path";
import type { Problem } from "../domain/problem.ts";
import { findOddities, type Oddity } from "./check.ts";
import { type Disk, readRegular, realDisk } from "./disk.ts";
import { journalFiles, readFile } from "./folder.ts";
import type { FileReading } from "./lines.ts";
import { mergeReadings } from "./merge.ts";

/** What a look through a data folder found. */
export interface Verification {
  /** True when every record that was ever written is here and whole. */
  readonly ok: boolean;
  /** Records that count, each once. */
  readonly records: number;
  /** Those among them that were taken back. */
  readonly takenBack: number;
  /** Copies of a record in other files: of no harm. */
  readonly copies: number;
  /** Of types that a newer version wrote: kept, not counted. */
  readonly foreign: number;
  readonly files: readonly { readonly file: string; readonly records: number }[];
  readonly problems: readonly Problem[];
}

/** Looks a data folder through at `now` (milliseconds since 1970). Changes nothing. Throws a CoachError for a record of a newer version, and for a folder that cannot be read. */
export function verifyFolder(folder: string, now: number, disk: Disk = realDisk): Verification {
  const readings = journalFiles(folder, disk).map((name) => readFile(path.join(folder, name), disk));
  const { entries, takenBack, undone, problems } = counted(readings);
  const records = readings.flatMap((reading) => reading.records);
  const foreign = records.filter((record) => record.type === "foreign").length;
  const whole = entries + takenBack + undone;
  const odd = findOddities(readings, now).map((oddity) => placed(oddity, disk));
  return {
    ok: problems.length === 0 && odd.length === 0,
    records: whole,
    takenBack,
    copies: records.length - foreign - whole,
    foreign,
    files: readings.map((reading) => ({ file: reading.file, records: reading.records.length })),
    problems: [...problems, ...odd],
  };
}

function counted(readings: readonly FileReading[]): {
  readonly entries: number;
  readonly takenBack: number;
  readonly undone: number;
  readonly problems: readonly Problem[];
} {
  const { entries, takenBack, problems } = mergeReadings(readings);
  const undone = new Set(
    readings.flatMap((reading) => reading.records.flatMap((record) => (record.type === "entry" && record.entry.type === "undo" ? [record.entry.id] : []))),
  );
  return { entries: entries.length, takenBack: takenBack.length, undone: undone.size, problems };
}

/** An oddity with its line, which is looked up only now: most journals have none. */
function placed({ rule, file, id, message, advice }: Oddity, disk: Disk): Problem {
  return { rule, severity: "warning", place: { file, line: lineOf(readRegular(file, disk), id), column: 1 }, message, advice };
}

function lineOf(bytes: Buffer, id: string): number {
  const at = bytes.indexOf(`"id":${JSON.stringify(id)}`);
  let line = 1;
  for (let end = bytes.indexOf(10); end !== -1 && end < at; end = bytes.indexOf(10, end + 1)) line += 1;
  return line;
}

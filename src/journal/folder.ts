// Room: journal. The journal's files in a data folder, read one by one.
import type { JournalEntry } from "../domain/attempt.ts";
import { CoachError } from "../domain/errors.ts";
import type { Problem } from "../domain/problem.ts";
import { tellSystemFault } from "../domain/system-error.ts";
import { type Disk, readParts, readRegular } from "./disk.ts";
import { createRecordReader, type FileReading, readRecords } from "./lines.ts";

const journalFile = /^journal-.+\.jsonl$/;

/** Names of the journal's files in a folder, in their order; none where there is no folder. Throws a CoachError for a folder that cannot be read. */
export function journalFiles(folder: string, disk: Disk): readonly string[] {
  try {
    return disk
      .readdirSync(folder)
      .filter((name) => journalFile.test(name))
      .toSorted();
  } catch (error) {
    const fault = tellSystemFault(error);
    if (fault.code === "ENOENT") return [];
    throw new CoachError(`The journal in ${folder} cannot be read: ${fault.reason}.`, { fault: "failure", advice: fault.advice, cause: error });
  }
}

/** What a file holds. A file that cannot be read is a problem; the others still count. */
export function readFile(file: string, disk: Disk): FileReading {
  let bytes: Buffer;
  try {
    bytes = readRegular(file, disk);
  } catch (error) {
    return { file, records: [], damaged: [], problems: [tellUnreadable(file, error)] };
  }
  return readRecords(bytes, file);
}

/** The entries of a file one after another; what is wrong with it is told. */
export function* scanFile(file: string, disk: Disk, tell: (problem: Problem) => void): Generator<JournalEntry> {
  const reader = createRecordReader(file);
  try {
    for (const part of readParts(file, disk)) yield* entriesIn(reader.take(part), tell);
  } catch (error) {
    // A record of a newer version.
    if (error instanceof CoachError) throw error;
    tell(tellUnreadable(file, error));
  }
  yield* entriesIn(reader.end(), tell);
}

function* entriesIn({ records, problems }: FileReading, tell: (problem: Problem) => void): Generator<JournalEntry> {
  for (const problem of problems) tell(problem);
  for (const record of records) if (record.type === "entry") yield record.entry;
}

function tellUnreadable(file: string, error: unknown): Problem {
  const fault = tellSystemFault(error);
  const message = `this file of the journal cannot be read, so its attempts are not counted: ${fault.reason}`;
  return { rule: "journal-unreadable", severity: "error", place: { file, line: 1, column: 1 }, message, advice: fault.advice };
}

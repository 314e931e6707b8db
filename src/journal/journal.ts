// Room: journal. The journal on the disk: one record kept, all of them read.
import path from "node:path";
import type { Attempt, JournalEntry } from "../domain/attempt.ts";
import { CoachError } from "../domain/errors.ts";
import { makeFolders } from "../domain/folders.ts";
import type { Problem } from "../domain/problem.ts";
import { systemCode, tellSystemFault } from "../domain/system-error.ts";
import { randomName } from "./chance.ts";
import { findDevice } from "./device.ts";
import { type Disk, O_APPEND, O_CREAT, O_NOFOLLOW, O_NONBLOCK, O_RDWR, realDisk, syncFolder, writeAll } from "./disk.ts";
import { entriesIn } from "./entries.ts";
import { journalFiles, readFile, scanFile } from "./folder.ts";
import { prepareFormat } from "./format.ts";
import { mergeFiles, mergeReadings, type Reading } from "./merge.ts";
import { encodeRecord, longestLine, type Stamp } from "./record.ts";
import { digestFile, type Shelter } from "./shelter.ts";
import { type History, standingHistory } from "./standing.ts";

/** The history of a data folder. Opening it touches no disk. */
export interface Journal {
  /** Resolves when the entry is on the disk and will survive a power cut; rejects with a CoachError that names the file when it is not kept. */
  append(entry: JournalEntry): Promise<void>;
  /** The same for many at once, in one write: either all of them are on the disk when it resolves, or it rejects and some may be. */
  appendAll(entries: readonly JournalEntry[]): Promise<void>;
  /** Every device's entries, and what is wrong with the files. A missing folder is an empty journal. Rewrites nothing. */
  read(): Promise<Reading>;
  /** The same without the answers. Of a long history a digest is kept where there is a shelter for it, and only what is new is read. */
  history(): Promise<History>;
  /** True where such a digest lies: the history is there in a blink, unless somebody else changed the journal. */
  isDigested(): boolean;
  /**
   * The same entries one after another, however many there are: a part of one file is held at a time. They come in the order of the files, and one that
   * is in several files comes several times. What is wrong with the files is told, but not what is missing.
   */
  scan(tell: (problem: Problem) => void): Iterable<JournalEntry>;
}

const newline = Buffer.from("\n");
/** A journal that is shorter is read as fast as a digest of it. In bytes. */
const leastKept = 512 * 1024;

/** A journal in `folder`, which is made on the first write (0700; files 0600). Synchronous calls throughout: they beat the asynchronous ones. */
export function openJournal(folder: string, disk: Disk = realDisk, shelter?: Shelter): Journal {
  const run = randomName();
  let file: string | undefined;
  let isSettled = false;
  let seq = 0;

  const appendAll = async (entries: readonly JournalEntry[]): Promise<void> => {
    const [first] = entries;
    if (!first) return;
    try {
      if (file === undefined) await prepareFormat(folder, { now: first.at }, disk);
      const lines = entries.map((entry, index) => encodeLine(entry, { run, seq: seq + 1 + index }));
      // A folder that somebody moved away meanwhile is made anew, sooner than an answer is refused.
      if (file === undefined || !disk.lstatSync(folder, { throwIfNoEntry: false })) file = prepareFile(folder, disk);
      const isNew = keepLines(file, Buffer.concat(lines), disk);
      if (isNew || !isSettled) syncFolder(folder, disk);
      isSettled = true;
    } catch (error) {
      throw tellLoss(error, first, file ?? folder);
    }
    // Counted only now: a record that was refused leaves no gap when it is tried again.
    seq += entries.length;
  };

  return {
    append: (entry) => appendAll([entry]),
    appendAll,

    async read() {
      return mergeReadings(journalFiles(folder, disk).map((name) => readFile(path.join(folder, name), disk)));
    },

    async history() {
      const names = journalFiles(folder, disk);
      const isLong = shelter !== undefined && names.reduce((sum, name) => sum + sizeOf(path.join(folder, name), disk), 0) >= leastKept;
      const long = isLong ? (await import("./history.ts")).readByDigest(folder, { names, disk, shelter }) : undefined;
      if (long) return standingHistory(long);
      const { entries, problems } = mergeFiles(names.map((name) => readFile(path.join(folder, name), disk)));
      return standingHistory({ entries: entriesIn(entries), problems, digest: undefined, attemptAt: (index) => entries[index] as Attempt });
    },

    isDigested: () => shelter !== undefined && sizeOf(digestFile(folder, shelter), disk) > 0,

    *scan(tell) {
      for (const name of journalFiles(folder, disk)) yield* scanFile(path.join(folder, name), disk, tell);
    },
  };
}

/** How large the journal's files are together, in bytes: what it will take to read them. A file that cannot be looked at counts as none. */
export function journalBytes(folder: string, disk: Disk = realDisk): number {
  return journalFiles(folder, disk).reduce((sum, name) => sum + sizeOf(path.join(folder, name), disk), 0);
}

function sizeOf(file: string, disk: Disk): number {
  try {
    return disk.lstatSync(file).size;
  } catch (error) {
    if (systemCode(error) === "") throw error;
    return 0;
  }
}

function encodeLine(entry: JournalEntry, stamp: Stamp): Buffer {
  const line = encodeRecord(entry, stamp);
  if (line.length <= longestLine) return line;
  throw new CoachError("The answer is longer than 10 MB and was not kept.", { fault: "failure", advice: "Shorten it, or keep it in a file of your own." });
}

/** Keeps one line, or several that stand together; true when the file was empty before. The file is opened anew for each record: a held descriptor would go on writing to a file that a sync tool has replaced. */
function keepLines(file: string, line: Buffer, disk: Disk): boolean {
  for (let tries = 0; tries < 5; tries += 1) {
    const fd = disk.openSync(file, O_RDWR | O_APPEND | O_CREAT | O_NOFOLLOW | O_NONBLOCK, 0o600);
    try {
      const before = regularSize(fd, file, disk);
      const writes = writeAll(fd, endsClean(fd, before, disk) ? line : Buffer.concat([newline, line]), disk);
      disk.fsyncSync(fd);
      // In two pieces another process may have written between them; written whole, it stands as it is.
      if ((writes === 1 || holds(fd, line, disk)) && isStillAt(file, fd, disk)) return before === 0;
    } finally {
      disk.closeSync(fd);
    }
  }
  throw new Error("the file was replaced or written over each time");
}

function regularSize(fd: number, file: string, disk: Disk): number {
  const stat = disk.fstatSync(fd);
  if (!stat.isFile()) throw new Error(`${file} is not a regular file`);
  if ((stat.mode & 0o077) !== 0) tighten(fd, disk);
  return stat.size;
}

/** Answers are private. Some file systems know no modes; the record matters more. */
function tighten(fd: number, disk: Disk): void {
  try {
    disk.fchmodSync(fd, 0o600);
  } catch (error) {
    if (!["EPERM", "ENOSYS", "ENOTSUP", "EINVAL"].includes(systemCode(error))) throw error;
  }
}

/** False after a torn record, which would swallow what is written behind it. */
function endsClean(fd: number, size: number, disk: Disk): boolean {
  if (size === 0) return true;
  const last = Buffer.alloc(1);
  return disk.readSync(fd, last, 0, 1, size - 1) === 1 && last[0] === newline[0];
}

/** True when the line stands whole near the end of the file. */
function holds(fd: number, line: Buffer, disk: Disk): boolean {
  const size = disk.fstatSync(fd).size;
  // Room for what others may have appended meanwhile.
  const tail = Buffer.alloc(Math.min(size, line.length * 4 + 65_536));
  const count = disk.readSync(fd, tail, 0, tail.length, size - tail.length);
  return tail.subarray(0, count).includes(line);
}

/** False when the file was deleted or replaced while it was written: the record went into a file that nobody will see. */
function isStillAt(file: string, fd: number, disk: Disk): boolean {
  const here = disk.fstatSync(fd, { bigint: true });
  const there = disk.lstatSync(file, { bigint: true, throwIfNoEntry: false });
  return there !== undefined && there.ino === here.ino && there.dev === here.dev;
}

function prepareFile(folder: string, disk: Disk): string {
  const first = makeFolders(folder, disk);
  if (first !== undefined) syncNewFolders(path.resolve(first), path.resolve(folder), disk);
  return path.join(folder, `journal-${findDevice(folder, disk)}.jsonl`);
}

/** A new folder survives a power cut only when the one that holds it was written out too. */
function syncNewFolders(first: string, last: string, disk: Disk): void {
  for (let made = last; made.length >= first.length; made = path.dirname(made)) syncFolder(path.dirname(made), disk);
}

const nouns = {
  attempt: "Your answer",
  correction: "Your correction",
  rescore: "The new mark",
  judgement: "The judge's reading",
  story: "Your story",
  tag: "What the story shows",
  split: "The new story",
  removal: "The removal of your story",
  retrieval: "Your story for the prompt",
  probe: "Your reply",
  mock: "The course of the mock",
  script: "What the script asks",
  peer: "Your friend's form",
  rating: "Your rating",
  undo: "That you took it back",
  outcome: "Your real round",
} as const satisfies Record<JournalEntry["type"], string>;

function tellLoss(error: unknown, entry: JournalEntry, place: string): unknown {
  // A TypeError is an entry of the wrong shape: a bug, not a fault of the disk.
  if (error instanceof CoachError || error instanceof TypeError) return error;
  const fault = tellSystemFault(error);
  return new CoachError(`${nouns[entry.type]} was not kept: ${fault.reason}. The file is ${pathOf(error) ?? place}.`, {
    fault: "failure",
    advice: fault.advice,
    cause: error,
  });
}

function pathOf(error: unknown): string | undefined {
  return error instanceof Error && "path" in error && typeof error.path === "string" ? error.path : undefined;
}

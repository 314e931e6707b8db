// Room: journal. Damaged lines are moved into a file of their own; nothing is deleted, and what is whole stays byte for byte.
import path from "node:path";
import { CoachError } from "../domain/errors.ts";
import { makeFolders } from "../domain/folders.ts";
import { tellSystemFault } from "../domain/system-error.ts";
import { type Disk, O_APPEND, O_CREAT, O_NOFOLLOW, O_NONBLOCK, O_RDWR, readRegular, realDisk, syncFolder, writeAll, writeOver } from "./disk.ts";
import { journalFiles } from "./folder.ts";
import { createRecordReader } from "./lines.ts";
import { encodeRecord } from "./record.ts";

/** What was set aside of one file. */
export interface Repaired {
  readonly file: string;
  /** Where the damaged lines are now. */
  readonly aside: string;
  readonly lines: number;
  /** Records that stood whole inside them. */
  readonly saved: number;
}

/**
 * Sets the damaged lines of every file of a journal aside, into `set-aside/` beside it. Other programs may go on writing meanwhile, or repairing: the file
 * stays where it is, and where a damaged line stood, blanks stand. At no moment is a whole record on neither file. `stamp` names the new files: letters,
 * digits and hyphens. Throws a CoachError where the disk refuses; then every record is where it was.
 */
export function repairFolder(folder: string, stamp: string, disk: Disk = realDisk): readonly Repaired[] {
  // All files are looked at before one is changed: a record of a newer version may be in any.
  const damaged = journalFiles(folder, disk).filter((name) =>
    calmly(path.join(folder, name), (file) => damageOf(readRegular(file, disk), file).bad.length > 0),
  );
  return damaged.map((name) => calmly(path.join(folder, name), (file) => repairFile(file, path.join(folder, "set-aside", `${name}.${stamp}`), disk)));
}

function calmly<T>(file: string, act: (file: string) => T): T {
  try {
    return act(file);
  } catch (error) {
    if (error instanceof CoachError) throw error;
    const { reason, advice } = tellSystemFault(error);
    throw new CoachError(`${file} was not repaired: ${reason}. It holds what it held.`, { fault: "failure", advice, cause: error });
  }
}

/** Bytes of a file. */
interface Stretch {
  readonly at: number;
  readonly bytes: Buffer;
}

interface Damage {
  readonly bad: readonly Stretch[];
  /** Lines of the records that stand whole inside the bad ones. */
  readonly saved: readonly Buffer[];
}

function repairFile(file: string, aside: string, disk: Disk): Repaired {
  endLastLine(file, disk);
  const { bad, saved } = damageOf(readRegular(file, disk), file);
  makeFolders(path.dirname(aside), disk);
  // Added to, should this moment have come twice.
  append(aside, Buffer.concat(bad.map(({ bytes }) => bytes)), disk);
  syncFolder(path.dirname(aside), disk);
  if (saved.length > 0) append(file, Buffer.concat(saved), disk);
  blankOut(file, bad, disk);
  return { file, aside, lines: bad.length, saved: saved.length };
}

/** What is wrong in a file, each line with its line end. */
function damageOf(bytes: Buffer, file: string): Damage {
  const bad: Stretch[] = [];
  const saved: Buffer[] = [];
  for (const line of linesOf(bytes)) {
    const reader = createRecordReader(file);
    const [most, rest] = [reader.take(line.bytes), reader.end()];
    const records = [...most.records, ...rest.records];
    const isWhole = most.problems.length + rest.problems.length === 0;
    // What a newer version wrote cannot be written anew.
    if (isWhole || records.some((record) => record.type !== "entry")) continue;
    bad.push(line);
    for (const record of records) if (record.type === "entry") saved.push(encodeRecord(record.entry, record.stamp));
  }
  return { bad, saved };
}

function* linesOf(bytes: Buffer): Generator<Stretch> {
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf(10, at);
    const next = end === -1 ? bytes.length : end + 1;
    yield { at, bytes: bytes.subarray(at, next) };
    at = next;
  }
}

/** The system puts one write behind another: after this one, what another program was writing when the file was read stands there whole. */
function endLastLine(file: string, disk: Disk): void {
  onFile(file, { how: O_APPEND, disk }, (fd) => void writeAll(fd, Buffer.from("\n"), disk));
}

function append(file: string, bytes: Buffer, disk: Disk): void {
  onFile(file, { how: O_APPEND | O_CREAT, disk }, (fd) => {
    writeAll(fd, bytes, disk);
    disk.fsyncSync(fd);
  });
}

/** Blanks are passed over by every reader. The lines keep their ends, and no byte behind them moves. */
function blankOut(file: string, bad: readonly Stretch[], disk: Disk): void {
  onFile(file, { how: 0, disk }, (fd) => {
    for (const { at, bytes } of bad) writeOver(fd, Buffer.alloc(bytes.length - 1, " "), { at, disk });
    disk.fsyncSync(fd);
  });
}

function onFile(file: string, { how, disk }: { readonly how: number; readonly disk: Disk }, act: (fd: number) => void): void {
  const fd = disk.openSync(file, O_RDWR | how | O_NOFOLLOW | O_NONBLOCK, 0o600);
  try {
    act(fd);
  } finally {
    disk.closeSync(fd);
  }
}

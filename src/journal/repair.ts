// Room: journal. Damaged lines are moved into a file of their own; nothing is deleted, and what is whole stays byte for byte.
import path from "node:path";
import { CoachError } from "../domain/errors.ts";
import { tellSystemFault } from "../domain/system-error.ts";
import { type Disk, O_APPEND, O_CREAT, O_NOFOLLOW, O_NONBLOCK, O_RDWR, O_TRUNC, readRegular, realDisk, syncFolder, writeAll } from "./disk.ts";
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
 * Sets the damaged lines of every file of a journal aside, into `set-aside/` beside it. Other programs may go on writing meanwhile. At no moment is a
 * whole record on neither file. `stamp` names the new files: letters, digits and hyphens. Throws a CoachError where the disk refuses; then all is as it was.
 */
export function repairFolder(folder: string, stamp: string, disk: Disk = realDisk): readonly Repaired[] {
  return journalFiles(folder, disk).flatMap((name) => {
    try {
      return repairFile(path.join(folder, name), path.join(folder, "set-aside", `${name}.${stamp}`), disk);
    } catch (error) {
      if (error instanceof CoachError) throw error;
      const { reason, advice } = tellSystemFault(error);
      throw new CoachError(`${path.join(folder, name)} was not repaired: ${reason}. It is as it was.`, { fault: "failure", advice, cause: error });
    }
  });
}

interface Parted {
  readonly good: readonly Buffer[];
  readonly bad: readonly Buffer[];
  readonly saved: number;
}

function repairFile(file: string, aside: string, disk: Disk): readonly Repaired[] {
  const bytes = readRegular(file, disk);
  const { good, bad, saved } = partLines(bytes, file);
  if (bad.length === 0) return [];
  disk.mkdirSync(path.dirname(aside), { recursive: true, mode: 0o700 });
  // Added to, should this moment have come twice.
  write(aside, Buffer.concat(bad), { how: O_APPEND | O_CREAT, disk });
  syncFolder(path.dirname(aside), disk);
  const draft = `${file}.repaired`;
  write(draft, Buffer.concat(good), { how: O_TRUNC | O_CREAT, disk });
  replace(file, draft, { known: bytes.length, disk });
  return [{ file, aside, lines: bad.length, saved }];
}

/** Lines as they stand, with their line ends; a damaged line gives what is whole in it as lines of their own. */
function partLines(bytes: Buffer, file: string): Parted {
  const good: Buffer[] = [];
  const bad: Buffer[] = [];
  let saved = 0;
  for (const line of linesOf(bytes)) {
    const reader = createRecordReader(file);
    const [most, rest] = [reader.take(line), reader.end()];
    const records = [...most.records, ...rest.records];
    const isWhole = most.problems.length + rest.problems.length === 0;
    const canSave = records.every((record) => record.type === "entry");
    if (isWhole || !canSave) good.push(ended(line));
    else {
      bad.push(ended(line));
      saved += records.length;
      good.push(...records.flatMap((record) => (record.type === "entry" ? [encodeRecord(record.entry, record.stamp)] : [])));
    }
  }
  return { good, bad, saved };
}

function* linesOf(bytes: Buffer): Generator<Buffer> {
  for (let start = 0; start < bytes.length;) {
    const end = bytes.indexOf(10, start);
    const next = end === -1 ? bytes.length : end + 1;
    yield bytes.subarray(start, next);
    start = next;
  }
}

function ended(line: Buffer): Buffer {
  return line.at(-1) === 10 ? line : Buffer.concat([line, Buffer.from("\n")]);
}

function write(file: string, bytes: Buffer, { how, disk }: { readonly how: number; readonly disk: Disk }): void {
  const fd = disk.openSync(file, O_RDWR | how | O_NOFOLLOW | O_NONBLOCK, 0o600);
  try {
    writeAll(fd, bytes, disk);
    disk.fsyncSync(fd);
  } finally {
    disk.closeSync(fd);
  }
}

/** Puts the draft in the file's place. Who writes after that finds the new file; what was written since it was read is brought over. */
function replace(file: string, draft: string, { known, disk }: { readonly known: number; readonly disk: Disk }): void {
  const old = disk.openSync(file, O_RDWR | O_NOFOLLOW | O_NONBLOCK);
  try {
    disk.renameSync(draft, file);
    syncFolder(path.dirname(file), disk);
    const later = Buffer.alloc(Math.max(disk.fstatSync(old).size - known, 0));
    const count = disk.readSync(old, later, 0, later.length, known);
    if (count > 0) write(file, later.subarray(0, count), { how: O_APPEND, disk });
  } finally {
    disk.closeSync(old);
  }
}

// Room: journal. What another machine or a backup holds is brought into a data folder. Nothing that is here is changed but by adding.
import path from "node:path";
import { CoachError } from "../domain/errors.ts";
import { makeFolders } from "../domain/folders.ts";
import { tellSystemFault } from "../domain/system-error.ts";
import type { DataFile } from "./backup.ts";
import { findDevice } from "./device.ts";
import { type Disk, readRegular, realDisk, replaceFile, syncFolder } from "./disk.ts";
import { journalFiles, readFile } from "./folder.ts";
import { type FileReading, readRecords } from "./lines.ts";

/** What comes in. `stamp` (letters, digits, hyphens) names copies of files that are here under the same name. */
export interface Incoming {
  readonly files: readonly DataFile[];
  readonly stamp: string;
}

/** What became of one file: `here`: all of it was here already; `new`: it stands under `as` now; `kept`: another one of this name is here, and stayed. */
export interface TakenIn {
  readonly name: string;
  readonly what: "here" | "new" | "kept";
  readonly as: string;
}

/**
 * Brings files in. A journal's records count once however often they come, so the result does not depend on the order; a file of this machine's own
 * name comes in beside it. Throws a CoachError for a record of a newer version, before anything is changed, and where the disk refuses.
 */
export function takeIn(folder: string, incoming: Incoming, disk: Disk = realDisk): readonly TakenIn[] {
  const { files, stamp } = incoming;
  for (const { name, bytes } of files) if (isJournal(name)) readRecords(bytes, name);
  try {
    makeFolders(folder, disk);
    const own = `journal-${findDevice(folder, disk)}.jsonl`;
    const known = recordsIn(folder, disk);
    const taken = files.map((file) => (isJournal(file.name) ? takeJournal(folder, file, { own, stamp, known, disk }) : takeOther(folder, file, disk)));
    syncFolder(folder, disk);
    return taken;
  } catch (error) {
    if (error instanceof CoachError) throw error;
    const { reason, advice } = tellSystemFault(error);
    throw new CoachError(`Not all was taken in: ${reason}. What was here is as it was.`, { fault: "failure", advice, cause: error });
  }
}

function isJournal(name: string): boolean {
  return name.startsWith("journal-");
}

/** Throws a CoachError for a file that is no journal. One of a data folder may well hold no more than the torn record of its first answer. */
export function checkJournal({ name, bytes }: DataFile): void {
  if (bytes.length === 0 || readRecords(bytes, name).records.length > 0) return;
  throw new CoachError(`${name} holds no record of a journal.`, { fault: "input", advice: "Name a journal-*.jsonl file, a data folder, or a backup." });
}

interface Into {
  readonly own: string;
  readonly stamp: string;
  /** Names of the records that are in the folder; those of each file that comes in are added. */
  readonly known: Set<string>;
  readonly disk: Disk;
}

/** Which records a folder holds, in whatever file. */
function recordsIn(folder: string, disk: Disk): Set<string> {
  return new Set(journalFiles(folder, disk).flatMap((name) => namesOf(readFile(path.join(folder, name), disk))));
}

/** A number alone names no record: one that the disk refused may stand there all the same, and the next one bears its number. */
function namesOf({ records }: FileReading): readonly string[] {
  return records.map(({ stamp, ...record }) => `${stamp.run} ${stamp.seq} ${record.type === "entry" ? record.entry.id : ""}`);
}

function takeJournal(folder: string, { name, bytes }: DataFile, { own, stamp, known, disk }: Into): TakenIn {
  const coming = readRecords(bytes, name);
  const names = namesOf(coming);
  // Its records are here, if in other files; damaged lines are no record, but may be all that is left of one.
  if (coming.problems.length === 0 && names.every((each) => known.has(each))) return { name, what: "here", as: name };
  const here = contentOf(path.join(folder, name), disk);
  if (here && startsWith(here, bytes)) return { name, what: "here", as: name };
  // Another machine's file that has grown since takes the place of what it was. This machine's own may be written to at this moment, or begun.
  const isNew = here === undefined || startsWith(bytes, here);
  const as = isNew && name !== own ? name : freeName(folder, name.replace(/\.jsonl$/, `-${stamp}`), disk);
  replaceFile(path.join(folder, as), bytes, disk);
  for (const each of names) known.add(each);
  return { name, what: "new", as };
}

/** Two machines may bring files of one name in one go. */
function freeName(folder: string, stem: string, disk: Disk): string {
  for (let number = 1; ; number += 1) {
    const name = `${stem}${number === 1 ? "" : `-${number}`}.jsonl`;
    if (disk.lstatSync(path.join(folder, name), { throwIfNoEntry: false }) === undefined) return name;
  }
}

function takeOther(folder: string, { name, bytes }: DataFile, disk: Disk): TakenIn {
  const file = path.join(folder, name);
  const here = contentOf(file, disk);
  if (here) return { name, what: here.equals(bytes) ? "here" : "kept", as: name };
  makeFolders(path.dirname(file), disk);
  replaceFile(file, bytes, disk);
  return { name, what: "new", as: name };
}

function contentOf(file: string, disk: Disk): Buffer | undefined {
  return disk.lstatSync(file, { throwIfNoEntry: false }) === undefined ? undefined : readRegular(file, disk);
}

function startsWith(bytes: Buffer, start: Buffer): boolean {
  return bytes.length >= start.length && bytes.subarray(0, start.length).equals(start);
}

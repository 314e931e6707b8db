// Room: journal. All that a person wrote, in one file: made, and opened again. Bytes in, bytes out; of the disk only a data folder is read.
import { createHash } from "node:crypto";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { CoachError } from "../domain/errors.ts";
import { systemCode } from "../domain/system-error.ts";
import { type Disk, readRegular, realDisk } from "./disk.ts";
import { journalFiles } from "./folder.ts";

/** A file of a data folder: its name from there, with slashes. */
export interface DataFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** What a backup holds. */
export interface Backup {
  /** ISO 8601 with the zone's offset. */
  readonly made: string;
  readonly files: readonly DataFile[];
}

/** The backup format that this version writes, and the newest that it reads. */
const version = 1;
/** Bytes that a backup may unpack to: a hundred years of practice, and far from what a machine cannot hold. */
const longest = 1 << 30;
/** Nothing else is taken out of a backup, wherever its names may point. */
const ownNames = /^(?:journal-[^/\\\p{Cc}]{1,200}\.jsonl|phrasings\.txt|decks\/questions\/(?:(?!\.)[^/\\\p{Cc}]{1,100}\/){0,5}(?!\.)[^/\\\p{Cc}]{1,100}\.md)$/u;

/** The files of a data folder that a person's history is made of; a journal up to its last whole line. Settings and keys are not among them. */
export function dataFiles(folder: string, disk: Disk = realDisk): readonly DataFile[] {
  const journals = journalFiles(folder, disk).map((name) => ({ name, bytes: wholeLines(readRegular(path.join(folder, name), disk)) }));
  const others = ["phrasings.txt", ...below(folder, "decks", disk)].flatMap((name) => {
    const bytes = ownNames.test(name) ? readIfThere(path.join(folder, name), disk) : undefined;
    return bytes ? [{ name, bytes }] : [];
  });
  return [...journals, ...others];
}

/** A record that is being written meanwhile is left to the next backup. */
function wholeLines(bytes: Buffer): Buffer {
  return bytes.subarray(0, bytes.lastIndexOf(10) + 1);
}

function below(folder: string, name: string, disk: Disk): readonly string[] {
  const place = path.join(folder, name);
  const stat = disk.lstatSync(place, { throwIfNoEntry: false });
  if (stat?.isDirectory() !== true) return [name];
  return disk.readdirSync(place).flatMap((each) => below(folder, `${name}/${each}`, disk));
}

function readIfThere(file: string, disk: Disk): Buffer | undefined {
  try {
    return readRegular(file, disk);
  } catch (error) {
    if (["ENOENT", "ENOTDIR", "ELOOP"].includes(systemCode(error))) return undefined;
    throw error;
  }
}

/** The bytes of a backup: gzip over JSON, so that anything can read it. Every file bears its SHA-256. */
export function packBackup({ made, files }: Backup): Buffer {
  const packed = files.map(({ name, bytes }) => ({ name, sha256: sumOf(bytes), ...textOf(bytes) }));
  return gzipSync(`${JSON.stringify({ "coach-backup": version, made, files: packed })}\n`);
}

function sumOf(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** As text where it is text; damaged lines may hold anything, and come back byte for byte too. */
function textOf(bytes: Buffer): { readonly text: string } | { readonly base64: string } {
  const text = bytes.toString("utf8");
  return Buffer.from(text).equals(bytes) ? { text } : { base64: bytes.toString("base64") };
}

/** Opens a backup, each file checked against its sum. Throws a CoachError, with `file` as its place, for anything that is not a whole backup of ours. */
export function openBackup(bytes: Buffer, file: string): Backup {
  const value = unpacked(bytes, file);
  const found = Number(value["coach-backup"]);
  if (found > version)
    throw refusal(file, `it was written by a newer version of coach (backup format ${found})`, "Update coach on this machine. Nothing was changed.");
  const { made, files } = value;
  if (found !== version || typeof made !== "string" || !Array.isArray(files)) throw refusal(file, "it is no backup of coach", notOurs);
  return { made, files: files.map((each) => fileIn(each, file)) };
}

const notOurs = "coach data backup makes one; the daily ones are in backups/ of the data folder (coach data path).";

function unpacked(bytes: Buffer, file: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(gunzipSync(bytes, { maxOutputLength: longest }).toString("utf8"));
    return (value ?? {}) as Readonly<Record<string, unknown>>;
  } catch {
    throw refusal(file, "it is cut short, damaged, or no backup of coach", notOurs);
  }
}

function fileIn(value: unknown, file: string): DataFile {
  const { name, sha256, text, base64 } = (value ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof name !== "string" || !ownNames.test(name)) throw refusal(file, "it holds a file of a name that coach does not write", notOurs);
  const bytes = typeof text === "string" ? Buffer.from(text) : Buffer.from(typeof base64 === "string" ? base64 : "", "base64");
  if (sumOf(bytes) !== sha256) throw refusal(file, `${name} in it does not fit its check sum`, "Take another backup; nothing was changed.");
  return { name, bytes };
}

function refusal(file: string, reason: string, advice: string): CoachError {
  return new CoachError(`${file} cannot be taken in: ${reason}.`, { fault: "input", advice });
}

// Room: export. To a file, whole or not at all; the only file of the room that touches the disk.
import { randomBytes } from "node:crypto";
import * as fs from "node:fs";
import path from "node:path";
import { CoachError } from "../domain/errors.ts";
import { systemCode, tellSystemFault } from "../domain/system-error.ts";

export interface WriteOptions {
  /** Write over a file that is there. */
  readonly force: boolean;
  /** True for what holds answers: nobody else may read it. */
  readonly isPrivate?: boolean;
}

/** Writes a file so that its name never stands for half of it. Never through a link; over a file that is there only when forced. */
export function writeExport(file: string, content: string | Uint8Array, options: WriteOptions): void {
  try {
    checkTarget(file, options.force);
    const draft = path.join(path.dirname(file), `.coach-${randomBytes(6).toString("hex")}.tmp`);
    try {
      writeDraft(draft, content, options.isPrivate === true ? 0o600 : 0o644);
      publish(draft, file, options.force);
    } catch (error) {
      fs.rmSync(draft, { force: true });
      throw error;
    }
    syncFolder(path.dirname(file));
  } catch (error) {
    if (error instanceof CoachError || systemCode(error) === "") throw error;
    const fault = tellSystemFault(error);
    throw new CoachError(`${file} was not written: ${fault.reason}.`, { fault: "failure", advice: fault.advice, cause: error });
  }
}

/** The text of a file that an export is to replace; empty where there is none, or none that can be read. */
export function readReplaced(file: string): string {
  try {
    const stat = fs.lstatSync(file);
    return stat.isFile() && stat.size <= mostBytes ? fs.readFileSync(file, "utf8") : "";
  } catch (error) {
    if (systemCode(error) === "") throw error;
    return "";
  }
}

/** Larger than any calendar of a plan by far. */
const mostBytes = 4_000_000;

function checkTarget(file: string, force: boolean): void {
  const stat = fs.lstatSync(file, { throwIfNoEntry: false });
  if (!stat) return;
  if (stat.isDirectory()) throw refusal(file, "is a folder", "Give the name of a file in it.");
  if (stat.isSymbolicLink())
    throw refusal(file, "is a symbolic link, and what it leads to would be written over", "Give the name of the file itself, or - for standard output.");
  if (!stat.isFile()) throw refusal(file, "is not a regular file", "Choose another name, or - for standard output.");
  if (!force) throw exists(file);
}

function refusal(file: string, reason: string, advice: string): CoachError {
  return new CoachError(`${file} ${reason}.`, { fault: "failure", advice });
}

function exists(file: string): CoachError {
  return refusal(file, "exists already", "Add --force to write over it, or choose another name.");
}

function writeDraft(draft: string, content: string | Uint8Array, mode: number): void {
  const { O_WRONLY, O_CREAT, O_EXCL, O_NOFOLLOW } = fs.constants;
  const fd = fs.openSync(draft, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode);
  try {
    writeAll(fd, typeof content === "string" ? Buffer.from(content) : content);
    fs.fsyncSync(fd);
  } finally {
    fs.closeSync(fd);
  }
}

/** One writeSync loop: a single call may write less than all when the disk fills up, without an error. */
function writeAll(fd: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) at += fs.writeSync(fd, bytes, at);
}

/** Gives the draft its name. A link fails where a file came in between; a rename would write over it. */
function publish(draft: string, file: string, force: boolean): void {
  if (force) {
    fs.renameSync(draft, file);
    return;
  }
  try {
    fs.linkSync(draft, file);
  } catch (error) {
    if (systemCode(error) === "EEXIST") throw exists(file);
    if (!["EPERM", "ENOSYS", "ENOTSUP", "EMLINK"].includes(systemCode(error))) throw error;
    // A file system without links.
    checkTarget(file, force);
    fs.renameSync(draft, file);
    return;
  }
  fs.rmSync(draft);
}

function syncFolder(folder: string): void {
  try {
    const fd = fs.openSync(folder, fs.constants.O_RDONLY);
    try {
      fs.fsyncSync(fd);
    } finally {
      fs.closeSync(fd);
    }
  } catch (error) {
    // Not every system can write out a folder; the file itself is on the disk.
    if (!["EISDIR", "EPERM", "EACCES", "EINVAL", "ENOTSUP"].includes(systemCode(error))) throw error;
  }
}

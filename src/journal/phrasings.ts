// Room: journal. The file of a person's own phrasings: text that they may edit, a line each, only ever added to.
import { CoachError } from "../domain/errors.ts";
import { tellSystemFault } from "../domain/system-error.ts";
import { type Disk, readRegular, realDisk } from "./disk.ts";
import { addToOwnFile } from "./own-file.ts";

/** Bytes that are read: ten thousand phrasings. */
const longestText = 2_000_000;

/** The file's text; empty when there is none. Throws a CoachError when it cannot be read. */
export function readPhrasings(file: string, disk: Disk = realDisk): string {
  try {
    return readRegular(file, disk).toString("utf8", 0, longestText);
  } catch (error) {
    const { code, reason, advice } = tellSystemFault(error);
    if (code === "ENOENT") return "";
    throw new CoachError(`Your own phrasings in ${file} cannot be read: ${reason}.`, { fault: "failure", advice, cause: error });
  }
}

/** Adds a line, which ends with a line end; a new file begins with `head`. It is on the disk when this returns. */
export function addPhrasing(file: string, { head, line }: { readonly head: string; readonly line: string }, disk: Disk = realDisk): void {
  addToOwnFile(file, { head, text: line, what: "Your words were" }, disk);
}

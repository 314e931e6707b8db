// Room: cli. Reads a file that a person named, or standard input for `-`.
import { closeSync, openSync, readFileSync, statSync, type Stats } from "node:fs";
import { isUtf8 } from "node:buffer";
import { resolve } from "node:path";
import { CoachError } from "../../domain/errors.ts";
import { tellSystemFault } from "../../domain/system-error.ts";
import type { App } from "../app.ts";
import { partsOf } from "../world.ts";

/** 20 MB: ten thousand long answers. */
const largest = 20 * 1024 * 1024;

/** The text of a file that a person named, or of standard input. Throws a CoachError (input) that says why it cannot be read. */
export function readText(app: App, path: string, what: string): string {
  const bytes = path === "-" ? app.world.readStdin() : readBytes(resolve(app.world.cwd, path), { path, what });
  if (isUtf8(bytes)) return bytes.toString("utf8").replace(/^\ufeff/, "");
  throw new CoachError(`${what} ${path} is not UTF-8`, { fault: "input", advice: "Save it as UTF-8." });
}

function readBytes(absolute: string, named: { readonly path: string; readonly what: string }): Buffer {
  const { path, what } = named;
  const stat = statOf(absolute, named);
  if (!stat.isFile()) throw new CoachError(`${what} ${path} is not a regular file`, { fault: "input", advice: "Name a file, or - for standard input." });
  if (stat.size > largest) throw new CoachError(`${what} ${path} is larger than 20 MB`, { fault: "input", advice: "Split it." });
  try {
    return readFileSync(absolute);
  } catch (fault) {
    throw unreadable(fault, named);
  }
}

function statOf(absolute: string, named: { readonly path: string; readonly what: string }): Stats {
  try {
    return statSync(absolute);
  } catch (fault) {
    throw unreadable(fault, named);
  }
}

/** The bytes of a file or a named pipe as they come, whatever its size; each part stands until the next is asked for. Throws a CoachError (input). */
export function* partsOfFile(absolute: string, named: { readonly path: string; readonly what: string }): Generator<Buffer> {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(absolute, "r");
    yield* partsOf(descriptor);
  } catch (fault) {
    throw unreadable(fault, named);
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** Faults of what was named: another file, or other permissions, would do. Any other fault is the machine's, and the file may be right. */
const ofTheFile = ["EACCES", "EISDIR", "ELOOP", "ENAMETOOLONG", "ENOENT", "ENOTDIR", "EPERM"];

function unreadable(fault: unknown, { path, what }: { readonly path: string; readonly what: string }): CoachError {
  const { code, reason, advice } = tellSystemFault(fault);
  if (code === "ENOENT") return new CoachError(`${what} ${path} does not exist`, { fault: "input", advice: "Check the path." });
  if (code === "EISDIR") return new CoachError(`${what} ${path} is a folder`, { fault: "input", advice: "Name a file, or - for standard input." });
  return new CoachError(`${what} ${path} cannot be read: ${reason}`, { fault: ofTheFile.includes(code) ? "input" : "failure", advice, cause: fault });
}

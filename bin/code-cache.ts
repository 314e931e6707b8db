// Room: bin. What V8 compiled on an earlier start, one file for each command in the user's cache folder.
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { isAbsolute, join } from "node:path";
import { makeFolders } from "../src/domain/folders.ts";

/** What earlier starts of a command compiled. */
export interface Compiled {
  /** Code by the name of its file. */
  readonly code: ReadonlyMap<string, Buffer>;
  /** The parts that were run: the code of these is in it. */
  readonly ran: readonly string[];
}

/** A file's list of what is in it. */
interface List {
  readonly ran: readonly string[];
  readonly code: readonly (readonly [name: string, length: number])[];
}

/** Where a command's compiled code lies. */
export interface Place {
  readonly folder: string;
  readonly file: string;
}

/** The place for a name that tells build, V8 and command: code for another of them would be wrong. Undefined without a folder to keep it in. */
export function cachePlace(name: string): Place | undefined {
  const folder = cacheFolder();
  return folder === undefined ? undefined : { folder, file: join(folder, `${name}.cache`) };
}

function cacheFolder(): string | undefined {
  const base = process.env["XDG_CACHE_HOME"];
  if (base !== undefined && isAbsolute(base)) return join(base, "interview-coach");
  // Where it is not told, nothing is kept: what asks the system for it takes time to load.
  const home = process.env[process.platform === "win32" ? "USERPROFILE" : "HOME"] ?? "";
  return isAbsolute(home) ? join(home, ".cache", "interview-coach") : undefined;
}

const mark = "ICC5";
/** The mark, and the length of the list. */
const headerLength = 8;

/** The compiled code of a place; undefined where there is none that is whole and the user's own. */
export function readCompiled({ file }: Place): Compiled | undefined {
  try {
    const descriptor = openSync(file, constants.O_RDONLY | (constants.O_NOFOLLOW || 0));
    try {
      const stat = fstatSync(descriptor);
      // Code from a file that somebody else can write would be theirs, not ours.
      if (!stat.isFile() || (process.getuid !== undefined && stat.uid !== process.getuid()) || (stat.mode & 0o022) !== 0) return undefined;
      return unpack(readFileSync(descriptor));
    } finally {
      closeSync(descriptor);
    }
  } catch (_) {
    return undefined;
  }
}

/**
 * Damaged code must not reach V8, which does not look. So all of it stands in the file twice, and both must be equal: Node compares half a
 * megabyte in 0.05 ms, where a sum in JavaScript took 5 and loading a hash takes as long.
 */
function unpack(twice: Buffer): Compiled | undefined {
  const bytes = twice.subarray(0, twice.length / 2);
  if (bytes.toString("latin1", 0, 4) !== mark || !bytes.equals(twice.subarray(bytes.length))) return undefined;
  const listEnd = headerLength + bytes.readUInt32LE(4);
  const list = JSON.parse(bytes.toString("latin1", headerLength, listEnd)) as List;
  const code = new Map<string, Buffer>();
  let at = listEnd;
  for (const [name, length] of list.code) {
    code.set(name, bytes.subarray(at, at + length));
    at += length + gapAfter(length);
  }
  return { code, ran: list.ran };
}

/** V8 reads aligned data without a copy. */
function gapAfter(length: number): number {
  return -length & 7;
}

function pack({ code, ran }: Compiled): Buffer {
  const list = JSON.stringify({ ran, code: [...code].map(([name, data]) => [name, data.length] as const) } satisfies List);
  // Blanks end the list where the first code is aligned.
  const listBytes = Buffer.from(list + " ".repeat(gapAfter(headerLength + list.length)), "latin1");
  const aligned = [...code.values()].flatMap((data) => [data, Buffer.alloc(gapAfter(data.length))]);
  const body = Buffer.concat([Buffer.alloc(headerLength), listBytes, ...aligned]);
  body.write(mark, 0, "latin1");
  body.writeUInt32LE(listBytes.length, 4);
  return Buffer.concat([body, body]);
}

/** Keeps compiled code. Where that cannot be done, the next start is a little slower, and nothing is said. */
export function keepCompiled({ folder, file }: Place, compiled: Compiled): void {
  const draft = `${file}.${process.pid}`;
  try {
    makeFolders(folder, { mkdirSync, statSync });
    writeFileSync(draft, pack(compiled), { mode: 0o600, flag: "wx" });
    renameSync(draft, file);
    dropOld(folder);
  } catch (_) {
    try {
      unlinkSync(draft);
    } catch (_) {
      // It was never made.
    }
  }
}

/** Caches of earlier builds pile up with every update. */
const oldAfter = 30 * 24 * 60 * 60 * 1000;

function dropOld(folder: string): void {
  for (const name of readdirSync(folder)) {
    const file = join(folder, name);
    if (/^[0-9a-f]{16}-.*\.cache/.test(name) && Date.now() - lstatSync(file).mtimeMs > oldAfter) unlinkSync(file);
  }
}

// Room: cli. The machine as the program sees it: streams, environment, clocks, chance. The only file that reads `process` as a whole.
import { fstatSync, readSync, writeSync } from "node:fs";
import { CoachError } from "../domain/errors.ts";
import type { Machine } from "../domain/machine.ts";
import { tellSystemFault } from "../domain/system-error.ts";

/** Where finished results go: whole texts, written at once. */
export interface Sink {
  readonly isTTY: boolean;
  readonly columns: number | undefined;
  readonly rows: number | undefined;
  /** False when the reader has gone, and nobody is left to tell. */
  write(text: string): boolean;
}

/** What the launcher wants to know, to keep the compiled code that the next start of the same command needs and no more. */
export interface Launch {
  /** Something was made that later starts find ready: this run is not like the next. */
  madeAnew(): void;
  /** The first question is on the screen: all that a start needs has been compiled. */
  settled(): void;
}

export interface World {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** Empty when the machine knows no home. */
  readonly home: string;
  /** Holds `questions/` and `frameworks/`. */
  readonly packageFolder: string;
  /** Which build this is; empty when it runs from source, and then nothing is cached. */
  readonly build: string;
  readonly launch: Launch;
  /** Keys and screen, for prompts. */
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  /** Results, and messages. */
  readonly out: Sink;
  readonly err: Sink;
  /** All of standard input as bytes. */
  readStdin(): Buffer;
  /** Standard input as it comes; each part stands until the next is asked for. */
  stdinParts(): Iterable<Buffer>;
  /** Milliseconds that no clock change moves. */
  monotonic(): number;
  /** Milliseconds since 1970. */
  wall(): number;
  /** Minutes that local time is ahead of UTC at a moment. */
  zoneMinutes(wall: number): number;
  /** From 0 to below 1; not repeatable. */
  random(): number;
  /** Which process this is, and which others run. */
  machine(): Promise<Machine>;
}

/** The real machine. */
export function realWorld(packageFolder: string, build = "", launch: Launch = { madeAnew: () => undefined, settled: () => undefined }): World {
  return {
    env: process.env,
    cwd: process.cwd(),
    home: homeOf(),
    packageFolder,
    build,
    launch,
    // Looking at a stream opens it, which costs milliseconds that most commands need not spend.
    get stdin() {
      return process.stdin;
    },
    get stdout() {
      return process.stdout;
    },
    get stderr() {
      return process.stderr;
    },
    out: sinkOf(1, () => process.stdout),
    err: sinkOf(2, () => process.stderr),
    readStdin: () => readAll(0),
    stdinParts: () => partsOf(0),
    // Not performance.now(): the first look at `performance` loads what a start does not need.
    monotonic: () => Number(process.hrtime.bigint()) / 1e6,
    wall: () => Date.now(),
    zoneMinutes: (wall) => -new Date(wall).getTimezoneOffset(),
    random: () => Math.random(),
    machine: async () => (await import("./machine.ts")).thisMachine(),
  };
}

/** What the system is asked for only where it is not told, since to ask takes time to load. */
function homeOf(): string {
  const told = process.env[process.platform === "win32" ? "USERPROFILE" : "HOME"];
  if (told !== undefined) return told;
  try {
    return process.getBuiltinModule("node:os").homedir();
  } catch {
    // No entry for the user in the password file: the same as no home.
    return "";
  }
}

/** One writeSync loop: buffered writes were cut short by a full disk or an early exit without an error to be seen. */
function sinkOf(descriptor: number, stream: () => NodeJS.WriteStream): Sink {
  let isDevice: boolean | undefined;
  // Asked once: each key looks at the window's size.
  const terminal = (): NodeJS.WriteStream | undefined => {
    isDevice ??= mayBeTerminal(descriptor);
    return isDevice ? stream() : undefined;
  };
  return {
    get isTTY() {
      return terminal()?.isTTY === true;
    },
    get columns() {
      return terminal()?.columns;
    },
    get rows() {
      return terminal()?.rows;
    },
    write: (text) => writeAll(descriptor, Buffer.from(text)),
  };
}

/** Files and pipes are none, and asking their streams would load all that streams need: a tenth of a start. */
function mayBeTerminal(descriptor: number): boolean {
  try {
    return fstatSync(descriptor).isCharacterDevice();
  } catch {
    return false;
  }
}

function writeAll(descriptor: number, bytes: Buffer): boolean {
  let at = 0;
  while (at < bytes.length) {
    try {
      at += writeSync(descriptor, bytes, at);
    } catch (fault) {
      const { code } = fault as NodeJS.ErrnoException;
      if (code === "EPIPE" || isHungUp(code, descriptor)) return false;
      if (code === "EAGAIN" || code === "EINTR") waitABit();
      // Where messages cannot be written, nothing can be said about it.
      else if (descriptor === 2) return false;
      else throw tellUnwritten(fault);
    }
  }
  return true;
}

/** The reader of a pipe has gone with EPIPE (`| head -1`); a window that was closed gives EIO, as a broken disk does. */
function isHungUp(code: string | undefined, descriptor: number): boolean {
  return code === "EIO" && mayBeTerminal(descriptor);
}

function tellUnwritten(fault: unknown): CoachError {
  const { reason, advice } = tellSystemFault(fault);
  return new CoachError(`The output was not written: ${reason}.`, { fault: "failure", advice, cause: fault });
}

/** A pipe that is full is tried again after 2 ms; there is nothing else to do meanwhile. */
function waitABit(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2);
}

/** 64 MB: more than any answers file or answer could be. */
const largestInput = 64 * 1024 * 1024;

function readAll(descriptor: number): Buffer {
  const parts: Buffer[] = [];
  let total = 0;
  for (const part of partsOf(descriptor)) {
    parts.push(Buffer.from(part));
    total += part.length;
    if (total >= largestInput) break;
  }
  return Buffer.concat(parts);
}

/** What a descriptor gives until its end. One buffer serves for all parts. */
export function* partsOf(descriptor: number): Generator<Buffer> {
  const room = Buffer.alloc(fstatSync(descriptor).isFile() ? 1 << 20 : 1 << 16);
  for (let count = readPart(descriptor, room); count > 0; count = readPart(descriptor, room)) yield room.subarray(0, count);
}

function readPart(descriptor: number, part: Buffer): number {
  for (;;) {
    try {
      return readSync(descriptor, part, 0, part.length, null);
    } catch (fault) {
      const { code } = fault as NodeJS.ErrnoException;
      if (code === "EOF") return 0;
      if (code !== "EAGAIN" && code !== "EINTR") throw fault;
      waitABit();
    }
  }
}

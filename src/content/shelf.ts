// Room: content. The library as it was read last time, kept as one file; used only while every deck file is still the same.
import { closeSync, constants, fstatSync, lstatSync, mkdirSync, openSync, readSync, renameSync, rmSync, statSync, unlinkSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { makeFolders } from "../domain/folders.ts";
import type { Library } from "../domain/library.ts";
import { findMarkdown, type Root } from "./find.ts";
import type { Reading } from "./library.ts";
import { type Book, openLibrary, packLibrary, type Stretch } from "./shelf-lines.ts";

/** Where the kept library lies, and which program wrote it: another program may read decks differently. */
export interface Shelf {
  readonly file: string;
  readonly program: string;
  /** Goes around the parsing, which takes its time. */
  readonly around?: (work: () => Promise<Reading>) => Promise<Reading>;
}

/** A library, and whether it had to be parsed. */
export interface ShelvedLibrary {
  readonly library: Library;
  readonly isAnew: boolean;
}

/**
 * The library of some roots. Parsing 800 questions in a fresh process takes about 400 ms, since nothing is compiled yet; opening what was kept
 * takes 2, and only what is asked for is then read. Files are compared by name, size, inode, and times of change, so a kept
 * library is never stale. Places hold absolute paths.
 */
export async function readShelvedLibrary(roots: readonly Root[], shelf: Shelf | undefined): Promise<ShelvedLibrary> {
  if (!shelf) return { library: (await readAnew(roots)).library, isAnew: true };
  const key = keyOf(roots, shelf.program);
  const kept = readKept(shelf.file, key);
  if (kept) return { library: kept, isAnew: false };
  const { around = (work) => work() } = shelf;
  const { library, isWhole } = await around(() => readAnew(roots));
  if (isWhole) keep(shelf.file, packLibrary(library, key));
  return { library, isAnew: true };
}

async function readAnew(roots: readonly Root[]): Promise<Reading> {
  // The parsers and their libraries are loaded only when something has to be parsed.
  const { readLibrary } = await import("./library.ts");
  return readLibrary(roots, (absolute) => absolute);
}

function keyOf(roots: readonly Root[], program: string): string {
  const lines = [program];
  for (const root of roots) {
    lines.push(`${root.holds} ${root.folder} ${root.only ?? ""}`);
    const { found, skipped } = findMarkdown(root);
    for (const { absolute, why } of skipped) lines.push(`${absolute} ${why}`);
    for (const { absolute } of found) {
      const { size, ino, mtimeMs, ctimeMs } = lstatSync(absolute);
      lines.push(`${absolute} ${size} ${ino} ${mtimeMs} ${ctimeMs}`);
    }
  }
  return lines.join("\n");
}

function readKept(file: string, key: string): Library | undefined {
  let descriptor: number | undefined;
  let library: Library | undefined;
  try {
    // Without O_NONBLOCK a named pipe would wait for a writer for ever.
    descriptor = openSync(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    const size = ownSize(descriptor);
    library = size === undefined ? undefined : openLibrary(bookOf(file, descriptor, size), key);
  } catch {
    library = undefined;
  }
  // Of a library that is believed the file stays open to the end of the process.
  if (descriptor !== undefined && library === undefined) closeSync(descriptor);
  return library;
}

/** The size of a file that is this user's own: what others wrote, or may write, is not ours to believe. */
function ownSize(descriptor: number): number | undefined {
  const stat = fstatSync(descriptor);
  const isOwn = stat.isFile() && (process.getuid === undefined || stat.uid === process.getuid()) && (stat.mode & 0o022) === 0;
  return isOwn ? stat.size : undefined;
}

function bookOf(file: string, descriptor: number, size: number): Book {
  return { size, read: (stretch) => readAt(descriptor, stretch), forget: () => rmSync(file, { force: true }) };
}

function readAt(descriptor: number, { start, length }: Stretch): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  let count = 0;
  for (let part = -1; part !== 0 && count < length; count += part) part = readSync(descriptor, bytes, count, length - count, start + count);
  return bytes.subarray(0, count);
}

/** Where it cannot be kept, the next start is slower, and that is all. */
function keep(file: string, text: string): void {
  const draft = `${file}.${process.pid}`;
  try {
    makeFolders(dirname(file), { mkdirSync, statSync });
    writeFileSync(draft, text, { mode: 0o600, flag: "wx" });
    renameSync(draft, file);
  } catch {
    try {
      unlinkSync(draft);
    } catch {
      // It was never made.
    }
  }
}

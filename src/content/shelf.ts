// Room: content. The library as it was read last time, kept as one file; used only while every deck file is still the same.
import { closeSync, lstatSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import type { Library } from "../domain/library.ts";
import { findMarkdown, type Root } from "./find.ts";
import type { Reading } from "./library.ts";
import { type Opened, openKept, readAt, writeKept } from "./kept.ts";
import { type Book, openLibrary, packLibrary } from "./shelf-lines.ts";
import { memoryIn } from "./shelf-memory.ts";

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
  const memory = memoryIn(dirname(shelf.file), key);
  const kept = openedLibrary(shelf.file, key);
  if (kept) return { library: Object.assign(kept, { memory }), isAnew: false };
  const { around = (work) => work() } = shelf;
  const { library, isWhole } = await around(() => readAnew(roots));
  if (!isWhole) return { library, isAnew: true };
  writeKept(shelf.file, packLibrary(library, key));
  return { library: { ...library, memory }, isAnew: true };
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

function openedLibrary(file: string, key: string): Library | undefined {
  const opened = openKept(file);
  if (!opened) return undefined;
  const library = libraryIn(opened, file, key);
  // Of a library that is believed the file stays open to the end of the process.
  if (!library) closeSync(opened.descriptor);
  return library;
}

function libraryIn({ descriptor, size }: Opened, file: string, key: string): Library | undefined {
  const book: Book = { size, read: (stretch) => readAt(descriptor, stretch), forget: () => rmSync(file, { force: true }) };
  try {
    return openLibrary(book, key);
  } catch {
    return undefined;
  }
}

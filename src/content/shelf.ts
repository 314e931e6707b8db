// Room: content. The library as it was read last time, kept as one file; used only while every deck file is still the same.
import { lstatSync, mkdirSync, renameSync, unlinkSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Library } from "../domain/library.ts";
import { findMarkdown, type Root } from "./find.ts";
import { openLibrary, packLibrary } from "./shelf-lines.ts";

/** Where the kept library lies, and which program wrote it: another program may read decks differently. */
export interface Shelf {
  readonly file: string;
  readonly program: string;
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
  if (!shelf) return { library: await readAnew(roots), isAnew: true };
  const key = keyOf(roots, shelf.program);
  const kept = readKept(shelf.file, key);
  if (kept) return { library: kept, isAnew: false };
  const library = await readAnew(roots);
  keep(shelf.file, packLibrary(library, key));
  return { library, isAnew: true };
}

async function readAnew(roots: readonly Root[]): Promise<Library> {
  // The parsers and their libraries are loaded only when something has to be parsed.
  const { readLibrary } = await import("./library.ts");
  return readLibrary(roots, (absolute) => absolute).library;
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
  try {
    return openLibrary(file, key);
  } catch {
    return undefined;
  }
}

/** Where it cannot be kept, the next start is slower, and that is all. */
function keep(file: string, text: string): void {
  const draft = `${file}.${process.pid}`;
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
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

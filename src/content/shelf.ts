// Room: content. The library as it was read last time, kept as one file; used only while every deck file is still the same.
import { lstatSync, mkdirSync, readFileSync, renameSync, statSync, unlinkSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Library } from "../domain/library.ts";
import { findMarkdown, type Root } from "./find.ts";

/** Where the kept library lies, and which program wrote it: another program may read decks differently. */
export interface Shelf {
  readonly file: string;
  readonly program: string;
}

interface Kept {
  readonly key: string;
  readonly library: Library;
}

/**
 * The library of some roots. Parsing 250 questions in a fresh process takes about 200 ms, since nothing is compiled yet; reading them back
 * as JSON takes 10. Files are compared by name, size, inode, and times of change, so a kept library is never stale. Places hold absolute paths.
 */
export async function readShelvedLibrary(roots: readonly Root[], shelf: Shelf | undefined): Promise<Library> {
  if (!shelf) return readAnew(roots);
  const key = keyOf(roots, shelf.program);
  const kept = readKept(shelf.file);
  if (kept?.key === key) return kept.library;
  const library = await readAnew(roots);
  keep(shelf.file, { key, library });
  return library;
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

function readKept(file: string): Kept | undefined {
  try {
    const { uid, mode } = statSync(file);
    // Written by somebody else, or writable by others: not ours to believe.
    if ((process.getuid !== undefined && uid !== process.getuid()) || (mode & 0o022) !== 0) return undefined;
    const read = JSON.parse(readFileSync(file, "latin1")) as Partial<Kept>;
    return typeof read.key === "string" && read.library !== undefined ? (read as Kept) : undefined;
  } catch {
    return undefined;
  }
}

/** JSON without a letter beyond ASCII: V8 then reads and parses it as single bytes, in half the time. */
function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(/[\u0080-\uffff]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** Where it cannot be kept, the next start is slower, and that is all. */
function keep(file: string, kept: Kept): void {
  const draft = `${file}.${process.pid}`;
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(draft, asciiJson(kept), { mode: 0o600, flag: "wx" });
    renameSync(draft, file);
  } catch {
    try {
      unlinkSync(draft);
    } catch {
      // It was never made.
    }
  }
}

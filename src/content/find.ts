// Room: content. Finds the folders and the markdown files of a library on the disk. Reads no file.
import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { CoachError } from "../domain/errors.ts";

/** Folders within folders; a real library has three. */
const deepest = 12;

export interface Found {
  readonly absolute: string;
  /** Relative to the root, forward slashes. */
  readonly path: string;
}

/** Markdown files below a folder, sorted by path. Hidden entries, `node_modules` and README files are skipped; links are not followed. */
export function findMarkdown(folder: string): Found[] {
  const found: Found[] = [];
  walk({ folder, path: "", depth: 0 }, found);
  return found;
}

function walk(at: { readonly folder: string; readonly path: string; readonly depth: number }, found: Found[]): void {
  const entries = readdirSync(at.folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
    const path = at.path === "" ? entry.name : `${at.path}/${entry.name}`;
    const absolute = join(at.folder, entry.name);
    if (entry.isDirectory() && at.depth < deepest) walk({ folder: absolute, path, depth: at.depth + 1 }, found);
    else if (/\.md$/i.test(entry.name) && !/^readme\.md$/i.test(entry.name) && !entry.isDirectory()) found.push({ absolute, path });
  }
}

/** A folder of questions, or of frameworks. */
export interface Root {
  readonly folder: string;
  readonly holds: "questions" | "frameworks";
  /** Only this file of the folder; all of them when left out. */
  readonly only?: string | undefined;
}

/**
 * The roots behind a folder that a person names: its `questions/` and `frameworks/` where it has them, otherwise the folder itself.
 * A file is a root that holds only that file. Throws a CoachError (usage) when there is nothing there.
 */
export function rootsOf(path: string): Root[] {
  const absolute = resolve(path);
  const stat = statSync(absolute, { throwIfNoEntry: false });
  if (!stat) throw new CoachError(`there is no deck or folder at ${path}`, { fault: "usage", advice: "Check the path." });
  if (!stat.isDirectory()) return [rootOfFile(absolute)];
  const named = (["questions", "frameworks"] as const).filter((name) => existsSync(join(absolute, name)));
  if (named.length > 0) return named.map((holds) => ({ folder: join(absolute, holds), holds }));
  return [{ folder: absolute, holds: basename(absolute) === "frameworks" ? "frameworks" : "questions" }];
}

/** A file keeps the ids it has in its library: the root is the nearest folder above it that is called `questions` or `frameworks`. */
function rootOfFile(absolute: string): Root {
  for (let folder = dirname(absolute); folder !== dirname(folder); folder = dirname(folder)) {
    const name = basename(folder);
    if (name === "questions" || name === "frameworks") return { folder, holds: name, only: absolute };
  }
  return { folder: dirname(absolute), holds: "questions", only: absolute };
}

// Room: content. Finds the folders and the markdown files of a library on the disk. Reads no file.
import { type Dirent, readdirSync, statSync, type Stats } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { CoachError } from "../domain/errors.ts";
import { systemCode, tellSystemFault } from "../domain/system-error.ts";

/** Folders within folders; a real library has three. */
const deepest = 12;

export interface Found {
  readonly absolute: string;
  /** Relative to the root, forward slashes. */
  readonly path: string;
}

/** Something below a root that is not read, and why. */
export interface Skipped {
  readonly absolute: string;
  readonly why: "folder" | "link" | "deep" | "closed";
  /** The system's error code, for a folder that could not be opened. */
  readonly code?: string | undefined;
}

export interface Findings {
  readonly found: readonly Found[];
  readonly skipped: readonly Skipped[];
}

/** A folder of questions, or of frameworks. */
export interface Root {
  readonly folder: string;
  readonly holds: "questions" | "frameworks";
  /** Only this file of the folder; all of them when left out. */
  readonly only?: string | undefined;
}

/**
 * The markdown files of a root, sorted by path. Hidden entries, `node_modules` and README files are passed over; links are not followed. Throws a
 * CoachError (failure) where the root itself is there and cannot be read; of a folder below it that is only told.
 */
export function findMarkdown(root: Root): Findings {
  if (root.only !== undefined) return { found: [{ absolute: root.only, path: relative(root.folder, root.only).split(sep).join("/") }], skipped: [] };
  const walked: Walked = { found: [], skipped: [] };
  walk({ folder: root.folder, path: "", depth: 0 }, walked);
  return walked;
}

interface Walked {
  readonly found: Found[];
  readonly skipped: Skipped[];
}

interface Folder {
  readonly folder: string;
  readonly path: string;
  readonly depth: number;
}

function walk(at: Folder, walked: Walked): void {
  for (const entry of entriesOf(at, walked)) {
    if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
    const path = at.path === "" ? entry.name : `${at.path}/${entry.name}`;
    // Not by join(), which looks at every letter again: a fifth of finding a hundred files.
    const absolute = `${at.folder}${sep}${entry.name}`;
    const isMarkdown = /\.md$/i.test(entry.name);
    if (entry.isDirectory()) enter({ folder: absolute, path, depth: at.depth + 1 }, isMarkdown, walked);
    else if (entry.isSymbolicLink()) noteLink(absolute, isMarkdown, walked);
    else if (isMarkdown && !/^readme\.md$/i.test(entry.name)) walked.found.push({ absolute, path });
  }
}

function entriesOf({ folder, depth }: Folder, walked: Walked): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (fault) {
    // A library without any of its decks would look as if there were none.
    if (depth === 0 && !isNothing(fault)) throw unreadable(folder, fault);
    walked.skipped.push({ absolute: folder, why: "closed", code: systemCode(fault) || undefined });
    return [];
  }
}

/** What stands at a path, behind links; undefined where there is nothing. Throws a CoachError (failure) where the disk does not say. */
export function lookAt(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (fault) {
    if (isNothing(fault)) return undefined;
    throw unreadable(path, fault);
  }
}

/** Any other fault does not mean that nothing is there. */
function isNothing(fault: unknown): boolean {
  return ["ENOENT", "ENOTDIR"].includes(systemCode(fault));
}

function unreadable(path: string, fault: unknown): CoachError {
  const { reason, advice } = tellSystemFault(fault);
  return new CoachError(`${path} cannot be read: ${reason}`, { fault: "failure", advice, cause: fault });
}

function enter(folder: Folder, isMarkdown: boolean, walked: Walked): void {
  if (isMarkdown) walked.skipped.push({ absolute: folder.folder, why: "folder" });
  else if (folder.depth > deepest) walked.skipped.push({ absolute: folder.folder, why: "deep" });
  else walk(folder, walked);
}

/** Links to decks and to folders are told of; a link to anything else is nobody's loss. */
function noteLink(absolute: string, isMarkdown: boolean, walked: Walked): void {
  if (isMarkdown || leadsToFolder(absolute)) walked.skipped.push({ absolute, why: "link" });
}

function leadsToFolder(absolute: string): boolean {
  try {
    return statSync(absolute, { throwIfNoEntry: false })?.isDirectory() === true;
  } catch {
    // A loop of links, or a target that may not be looked at.
    return false;
  }
}

/**
 * The roots behind a folder that a person names: its `questions/` and `frameworks/` where it has them, otherwise the folder itself.
 * A file is a root that holds only that file. Throws a CoachError: usage when there is nothing there, failure where the disk does not say.
 */
export function rootsOf(path: string): Root[] {
  const absolute = resolve(path);
  const stat = lookAt(absolute);
  if (!stat) throw new CoachError(`there is no deck or folder at ${path}`, { fault: "usage", advice: "Check the path." });
  if (!stat.isDirectory()) return [rootOfFile(absolute)];
  const named = (["questions", "frameworks"] as const).filter((name) => lookAt(join(absolute, name)));
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

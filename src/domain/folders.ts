// Room: domain. Making a folder and those above it, by the calls that are given.
import { dirname } from "node:path";
import { systemCode } from "./system-error.ts";

/** The calls that it takes; `fs` has them. */
export interface FolderDisk {
  mkdirSync(folder: string, options: { readonly mode: number }): unknown;
  statSync(path: string, options: { readonly throwIfNoEntry: false }): unknown;
}

/**
 * Makes a folder, 0700, and what is missing above it; gives the highest that it made. What stands there already is left as it is, also where it is no
 * folder. Throws at the first that cannot be made: Node's own `recursive` tries for ever where a system says of a child that its parent is missing, as
 * Linux does in /proc.
 */
export function makeFolders(folder: string, disk: FolderDisk): string | undefined {
  const missing: string[] = [];
  for (let at = folder; at !== missing[0] && disk.statSync(at, { throwIfNoEntry: false }) === undefined; at = dirname(at)) missing.unshift(at);
  for (const each of missing) makeOne(each, disk);
  return missing[0];
}

function makeOne(folder: string, disk: FolderDisk): void {
  try {
    disk.mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    // Another program was quicker.
    if (systemCode(error) !== "EEXIST") throw error;
  }
}

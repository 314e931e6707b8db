// Room: journal. What is being typed, kept against a crash: one small file for each running program, gone once the answer is in the journal.
import path from "node:path";
import type { KeptDraft } from "../domain/answer-draft.ts";
import { makeFolders } from "../domain/folders.ts";
import type { Machine } from "../domain/machine.ts";
import { systemCode } from "../domain/system-error.ts";
import { randomName } from "./chance.ts";
import { type Disk, readRegular, realDisk, removeIfThere, replaceMeanwhile } from "./disk.ts";
import { isDraft } from "./shape.ts";

/** A draft that a program left behind. */
export interface LeftDraft {
  readonly file: string;
  readonly draft: KeptDraft;
}

/** The drafts of a data folder. */
export interface Drafts {
  /** Goes on with a draft that was left: what is kept from now on takes its place, so that at no moment there is none. */
  adopt(left: LeftDraft): void;
  /**
   * Puts this in the place of what this program kept before, while somebody goes on typing: a disk takes 2 ms to write it out, a tired one a second. Of several
   * that come meanwhile the last is kept. The promise ends with the writing and never fails: the answer itself is still on the screen, and the journal tells
   * when the disk is at fault.
   */
  keep(draft: KeptDraft): Promise<void>;
  /** Nothing is being answered any more; what is being written is given up. */
  drop(): void;
}

const draftFile = /^draft-[0-9a-f]+\.json$/;

/** Keeps drafts in `folder`, which must be there or nothing is kept; files 0600. Each stands whole or not at all, also after a power cut. */
export function openDrafts(folder: string, machine: Machine, disk: Disk = realDisk): Drafts {
  let file = path.join(folder, `draft-${randomName()}.json`);
  let isThere = false;
  let next: Buffer | undefined;
  let writing: Promise<void> | undefined;
  let dropped = 0;
  const write = async (): Promise<void> => {
    for (let bytes = next; bytes !== undefined; bytes = next) {
      next = undefined;
      const before = dropped;
      isThere = (await put(file, bytes, { disk, isWanted: () => dropped === before })) || isThere;
    }
    writing = undefined;
  };
  return {
    adopt: (left) => {
      file = left.file;
      isThere = true;
    },
    keep: (draft) => {
      next = Buffer.from(`${JSON.stringify({ v: 1, pid: machine.pid, host: machine.host, started: machine.started, ...draft })}\n`);
      return (writing ??= write());
    },
    drop: () => {
      next = undefined;
      dropped += 1;
      if (isThere || writing) remove(file, disk);
      isThere = false;
    },
  };
}

async function put(file: string, bytes: Buffer, meanwhile: Parameters<typeof replaceMeanwhile>[2]): Promise<boolean> {
  try {
    makeFolders(path.dirname(file), meanwhile.disk);
    return await replaceMeanwhile({ file, next: unfinished(file) }, bytes, meanwhile);
  } catch {
    return false;
  }
}

/** Where it stays, since the disk takes no change, it is offered again: that costs a key. */
function remove(file: string, disk: Disk): void {
  removeIfThere(file, disk);
  removeIfThere(unfinished(file), disk);
}

/** Where a draft is written before it takes the place of the one before it; a kill leaves it behind. */
function unfinished(file: string): string {
  return `${file}.next`;
}

/** Milliseconds after which a draft is nobody's, whatever runs under its number now: not every system tells when a process began. */
const longest = 12 * 3600 * 1000;

/** Drafts whose program is no longer there at `now` (milliseconds since 1970), the newest first. Files that cannot be read, or hold no draft, are passed over. */
export function leftDrafts(folder: string, machine: Machine, at: { readonly now: number; readonly disk?: Disk }): readonly LeftDraft[] {
  const { now, disk = realDisk } = at;
  const found = namesIn(folder, disk).flatMap((name) => readLeft(path.join(folder, name), machine, { now, disk }));
  return found.toSorted((a, b) => Date.parse(b.draft.at) - Date.parse(a.draft.at));
}

/** Takes a left draft away. */
export function forgetDraft({ file }: LeftDraft, disk: Disk = realDisk): void {
  remove(file, disk);
}

function namesIn(folder: string, disk: Disk): readonly string[] {
  try {
    return disk.readdirSync(folder).filter((name) => draftFile.test(name));
  } catch (error) {
    if (["ENOENT", "ENOTDIR", "EACCES"].includes(systemCode(error))) return [];
    throw error;
  }
}

/** Who writes a draft. */
interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly started: string;
}

function readLeft(file: string, machine: Machine, { now, disk }: { readonly now: number; readonly disk: Disk }): readonly LeftDraft[] {
  try {
    const value = JSON.parse(readRegular(file, disk).toString("utf8")) as unknown;
    if (!isDraft(value)) return [];
    const { pid, host, started, ...draft } = value as unknown as KeptDraft & Holder;
    const isOld = now - Date.parse(draft.at) > longest;
    return isOld || (host === machine.host && !machine.isRunning(pid, started)) ? [{ file, draft }] : [];
  } catch {
    return [];
  }
}

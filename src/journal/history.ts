// Room: journal. The history without the answers: of a long one a digest is kept, and only what was written since is read from the journal.
import path from "node:path";
import { crc32 } from "node:zlib";
import type { Attempt, HistoryEntry, JournalEntry } from "../domain/attempt.ts";
import { instantOf } from "../domain/calendar.ts";
import { CoachError } from "../domain/errors.ts";
import { makeFolders } from "../domain/folders.ts";
import type { Problem } from "../domain/problem.ts";
import { type Opened, openDigest } from "./columns.ts";
import { type Digest, type FileMark, packDigest, type Place } from "./digest.ts";
import { type Disk, readOwn, readStretch, replaceCache, withFile } from "./disk.ts";
import { type Entries, entriesIn, joined } from "./entries.ts";
import { type Found, type Fresh, type Look, type Looked, readFrom, sumBefore } from "./gather.ts";
import { compareTexts, mergeRecords } from "./merge.ts";
import { digestFile, type Shelter } from "./shelter.ts";
import { decodeRecord } from "./record.ts";
import { createTally, type Tally } from "./tally.ts";

/** The digest that a history was taken from: what is made of it stays right while there is that very digest. */
export interface DigestMark {
  /** That of no other digest. */
  readonly name: string;
  /** What was written since, in order, undos among it; what it takes back may stand in the digest. */
  readonly later: readonly HistoryEntry[];
}

/** A history in order, what was taken back among it. */
export interface Whole {
  readonly entries: Entries;
  readonly problems: readonly Problem[];
  readonly digest: DigestMark | undefined;
  /** An attempt with all that belongs to it. Throws a CoachError where its file is not what it was. */
  attemptAt(index: number): Attempt;
}

/** A history as far as it was read. */
interface State extends Pick<Opened, "entries" | "files" | "problems" | "placeAt"> {
  /** What of it was read anew. */
  readonly later: readonly HistoryEntry[];
  readonly tally: Tally;
  /** Bytes that were read anew. */
  readonly read: number;
  /** True where a file does not end with a line end: somebody is writing, or was killed. */
  readonly isOpen: boolean;
}

/** What is read anew beside a digest before the digest is made anew: to go through so much takes as long as to write it. In bytes. */
const mostSince = 256 * 1024;
const sumLength = 4;
/** Clocks of file systems stand still for some milliseconds: a file that was changed just before it was read may have been changed again since, and show it by nothing. In milliseconds. */
const sameTick = 100;

/** The history of a folder by way of its digest; undefined where a file of the journal cannot be read, which reading it whole will tell. */
export function readByDigest(folder: string, { names, disk, shelter }: Call): Whole | undefined {
  const looks = names.flatMap((name) => lookAt(path.join(folder, name), name, disk));
  if (looks.length < names.length) return undefined;
  const looked = { folder, disk, looks };
  const slot = { file: digestFile(folder, shelter), key: `${shelter.program} ${folder}` };
  const kept = openKept(slot, looked);
  return kept && isSame(kept.files, looks) ? wholeOf({ ...kept, later: [] }, looked) : asRead(kept, { slot, looked });
}

/** `name`: of the digest that is part of it. */
type Gathered = Pick<Opened, "entries" | "problems" | "missing" | "placeAt"> & Pick<State, "later"> & { readonly name: string | undefined };

function wholeOf({ entries, problems, missing, placeAt, name, later }: Gathered, looked: Looked): Whole {
  const digest = name === undefined ? undefined : { name, later };
  return { entries, problems: [...problems, ...missing], digest, attemptAt: (index) => attemptIn(placeAt(index), looked) };
}

/** Reads what was added to what was kept, or everything; keeps a digest of it where that saves the next start something. */
function asRead(kept: Kept | undefined, { slot, looked }: { readonly slot: Slot; readonly looked: Looked }): Whole | undefined {
  const grown = kept && readSince(kept, looked);
  const state = grown ?? readOn(nothing, looked);
  if (!state) return undefined;
  const name = grown && grown.read <= mostSince ? kept?.name : undefined;
  if (name === undefined && !state.isOpen) keep(slot.file, packDigest(digestOf(state), slot.key), looked.disk);
  return wholeOf({ ...state, missing: state.tally.missing(), name }, looked);
}

/** Undefined where the digest cannot be added to: damage may have been repaired meanwhile, in its place. */
function readSince(kept: Kept, looked: Looked): State | undefined {
  return kept.problems.length === 0 && hasGrown(kept.files, looked) ? readOn(kept, looked) : undefined;
}

/** Where a digest is kept, and what must be known to open it. */
interface Slot {
  readonly file: string;
  readonly key: string;
}

interface Call {
  readonly names: readonly string[];
  readonly disk: Disk;
  readonly shelter: Shelter;
}

function lookAt(file: string, name: string, disk: Disk): readonly Look[] {
  const stat = disk.lstatSync(file, { throwIfNoEntry: false });
  return stat?.isFile() === true ? [{ name, ino: stat.ino, size: stat.size, mtimeMs: stat.mtimeMs, ctimeMs: stat.ctimeMs }] : [];
}

function isSame(marks: readonly FileMark[], looks: readonly Look[]): boolean {
  const fields = ["name", "ino", "size", "mtimeMs", "ctimeMs"] as const;
  return marks.length === looks.length && marks.every((mark, index) => fields.every((field) => mark[field] === looks[index]?.[field]));
}

/** A digest that was opened. */
interface Kept extends Opened {
  readonly name: string;
}

/** What was kept, if it is whole and nobody else's. A damaged one is made anew. */
function openKept({ file, key }: Slot, looked: Looked): Kept | undefined {
  const own = readOwn(file, looked.disk);
  if (!own || own.bytes.length < sumLength) return undefined;
  const body = own.bytes.subarray(0, -sumLength);
  const sum = crc32(body);
  if (sum !== own.bytes.readUInt32LE(body.length)) return undefined;
  try {
    const opened = openDigest(body, key, (place, files) => entryIn({ place, file: path.join(looked.folder, files[place.file]?.name ?? "") }, looked.disk));
    if (!opened || opened.files.some(({ ctimeMs }) => ctimeMs + sameTick > own.mtimeMs)) return undefined;
    return { ...opened, name: `${key} ${body.length} ${sum} ${own.mtimeMs}` };
  } catch {
    return undefined;
  }
}

/** Where it cannot be kept, the next start is slower, and that is all. */
function keep(file: string, body: Buffer, disk: Disk): void {
  const sum = Buffer.alloc(sumLength);
  sum.writeUInt32LE(crc32(body));
  try {
    makeFolders(path.dirname(file), disk);
    replaceCache(file, Buffer.concat([body, sum]), disk);
  } catch {
    // A disk that is full or takes no change.
  }
}

/** Reads what was written since. Undefined where that comes before something that was kept, or a file cannot be read. */
function readOn(kept: Opened, looked: Looked): State | undefined {
  const found: Found = { records: [], problems: [], tally: createTally(kept.tally()), read: 0, isOpen: false };
  const files = readFiles(kept.files, looked, found);
  const fresh = mergeRecords(found.records);
  if (!files || !comesAfter(fresh, kept.entries)) return undefined;
  const before = kept.entries.length;
  const placeAt = (index: number): Place => (index < before ? kept.placeAt(index) : (fresh[index - before]?.place ?? nowhere));
  const later = fresh.map(({ entry }) => entry);
  const entries = entriesIn(later);
  return { ...found, files, later, entries: before === 0 ? entries : joined(kept.entries, entries), placeAt };
}

/** Gives the marks of how far they go. */
function readFiles(marks: readonly FileMark[], looked: Looked, found: Found): readonly FileMark[] | undefined {
  try {
    return looked.looks.map((look, index) => readFrom(marks[index] ?? { bytes: 0, lines: 0 }, { look, index, looked, found }));
  } catch (error) {
    // A record of a newer version.
    if (error instanceof CoachError) throw error;
    return undefined;
  }
}

const nowhere: Place = { file: -1, start: 0, length: 0 };
const nothing: Opened = { files: [], problems: [], missing: [], entries: entriesIn([]), tally: () => ({ runs: [], damaged: [] }), placeAt: () => nowhere };

/** True where each file is what it was, or that with something added. */
function hasGrown(marks: readonly FileMark[], { folder, disk, looks }: Looked): boolean {
  return (
    marks.length === looks.length &&
    marks.every((mark, index) => {
      const look = looks[index];
      if (look && isSame([mark], [look])) return true;
      return (
        look?.name === mark.name && look.ino === mark.ino && look.size > mark.size && sumBefore(path.join(folder, mark.name), mark.bytes, disk) === mark.last
      );
    })
  );
}

/** True where all of it is later than what was kept, and new. */
function comesAfter(fresh: readonly Fresh[], entries: Entries): boolean {
  const [first] = fresh;
  const [last] = entries.newest();
  if (!first || !last) return true;
  const since = instantOf(first.entry.at) - instantOf(last.at);
  if (since < 0 || (since === 0 && compareTexts(first.entry.id, last.id) <= 0)) return false;
  const ids = new Set(fresh.map(({ entry }) => entry.id));
  return !entries.some("id", ids).some(({ id }) => ids.has(id));
}

function digestOf({ files, problems, tally, entries, placeAt }: State): Digest {
  return { files, problems, missing: tally.missing(), tally: tally.state(), records: entries.all().map((entry, index) => ({ entry, place: placeAt(index) })) };
}

function attemptIn(place: Place, { folder, disk, looks }: Looked): Attempt {
  const entry = entryIn({ place, file: path.join(folder, looks[place.file]?.name ?? "") }, disk);
  if (entry.type === "attempt") return entry;
  throw changed(folder);
}

function entryIn({ place, file }: { readonly place: Place; readonly file: string }, disk: Disk): JournalEntry {
  const decoded = decodeRecord(withFile(file, disk, (fd) => readStretch(fd, place, disk)));
  if (decoded.type === "entry") return decoded.entry;
  throw changed(file);
}

function changed(where: string): CoachError {
  return new CoachError(`${where}: the history was changed while it was read`, { fault: "failure", advice: "Run the command again." });
}

// Room: journal. A history in a form that is read in a blink: attempts without their answers as columns, and where in the journal each stands; packed here, opened by columns.ts. Pure.
import type { AttemptHead, HistoryEntry, LaterEntry } from "../domain/attempt.ts";
import { hashOf } from "../domain/names.ts";
import type { Problem } from "../domain/problem.ts";
import type { LineEnd, Stretch } from "./lines.ts";
import type { TallyState } from "./tally.ts";

/** A journal file as it was when it was read, as far as its last line end. */
export interface FileMark extends LineEnd {
  readonly name: string;
  readonly ino: number;
  readonly size: number;
  readonly mtimeMs: number;
  readonly ctimeMs: number;
  /** Check sum of the last bytes before the line end. */
  readonly last: number;
}

/** Where a record stands: in which of the files, and there. */
export interface Place extends Stretch {
  readonly file: number;
}

/** An entry, and where its record stands. */
export interface Placed<E extends HistoryEntry = HistoryEntry> {
  readonly entry: E;
  readonly place: Place;
}

/** All that files were found to hold. */
export interface Digest {
  readonly files: readonly FileMark[];
  /** What is wrong with them. */
  readonly problems: readonly Problem[];
  /** Of the records that the tally misses. */
  readonly missing: readonly Problem[];
  readonly tally: TallyState;
  /** Each once, in order, those that were taken back among them. */
  readonly records: readonly Placed[];
}

/** What is the same for many attempts: a row of a short table. */
export interface Form extends Pick<AttemptHead, "sessionKind" | "round" | "kind" | "timedOut" | "hints" | "confidence" | "unscored" | "interrupted"> {
  readonly file: number;
}

/** What the first line of a digest tells. */
export interface Contents {
  readonly key: string;
  readonly files: readonly FileMark[];
  readonly problems: readonly Problem[];
  readonly missing: readonly Problem[];
  readonly attempts: number;
  readonly sessions: number;
  readonly questions: number;
  readonly forms: readonly Form[];
  /** Entries of other types, each with its number among all. Of those that hold somebody's words the place alone: they stay in the journal. */
  readonly others: readonly { readonly at: number; readonly entry: LaterEntry | undefined; readonly place: Place }[];
  /** In bytes, of the parts that follow. */
  readonly lengths: readonly number[];
}

/** For each attempt so many numbers of each sort. */
export const perAttempt = { numbers: 3, counts: 4 } as const;

/** Columns begin at a multiple of so many bytes: arrays of numbers must, by the size of theirs. */
export const columnStart = Float64Array.BYTES_PER_ELEMENT;

/** The bytes of a digest. `key` is what must be known to open them again. */
export function packDigest({ files, problems, missing, tally, records }: Digest, key: string): Buffer {
  const attempts = records.filter((record): record is Placed<AttemptHead> => record.entry.type === "attempt");
  const others = records.flatMap(({ entry, place }, at) => (entry.type === "attempt" ? [] : [{ at, entry: holdsWords(entry) ? undefined : entry, place }]));
  const [sessions, questions, forms] = [createTable(), createTable(), createTable()];
  const numbers = new Float64Array(attempts.length * perAttempt.numbers);
  const counts = new Uint32Array(attempts.length * perAttempt.counts);
  for (const [index, { entry, place }] of attempts.entries()) {
    numbers.set([entry.seconds, entry.score, place.start], index * perAttempt.numbers);
    const rows = [sessions.rowOf(entry.session), questions.rowOf(entry.question), forms.rowOf(JSON.stringify(formOf(entry, place)))];
    counts.set([place.length, ...rows], index * perAttempt.counts);
  }
  const texts = [...attempts.map(({ entry }) => entry.id), ...attempts.map(({ entry }) => entry.at), ...sessions.rows(), ...questions.rows()];
  let end = 0;
  const ends = Uint32Array.from(texts, (text) => (end += text.length));
  const hashes = Uint32Array.from([...sessions.rows(), ...questions.rows()], (name) => hashOf(name));
  const parts = [bytesOf(numbers), bytesOf(counts), bytesOf(ends), bytesOf(hashes), Buffer.from(JSON.stringify(tally)), Buffer.from(texts.join(""))];
  const contents: Contents = {
    key,
    files,
    problems,
    missing,
    attempts: attempts.length,
    sessions: sessions.rows().length,
    questions: questions.rows().length,
    forms: forms.rows().map((row) => JSON.parse(row) as Form),
    others,
    lengths: parts.map((part) => part.length),
  };
  const line = Buffer.from(JSON.stringify(contents));
  const gap = -(line.length + 1) & (columnStart - 1);
  return Buffer.concat([line, Buffer.from(`${" ".repeat(gap)}\n`), ...parts]);
}

/** True for what somebody typed: no copy of it lies about. */
function holdsWords(entry: LaterEntry): boolean {
  return entry.type === "mock" ? entry.what.event === "note" : worded.includes(entry.type);
}

const worded: readonly LaterEntry["type"][] = ["story", "split", "probe", "judgement", "peer", "outcome"];

function formOf({ sessionKind, round, kind, timedOut, hints, confidence, unscored, interrupted }: AttemptHead, { file }: Place): Form {
  return { sessionKind, round, kind, timedOut, hints, confidence, unscored, interrupted, file };
}

/** Numbers texts in the order in which they first come. */
function createTable(): { readonly rowOf: (text: string) => number; readonly rows: () => readonly string[] } {
  const known = new Map<string, number>();
  const rowOf = (text: string): number => {
    const row = known.get(text) ?? known.size;
    if (row === known.size) known.set(text, row);
    return row;
  };
  return { rowOf, rows: () => [...known.keys()] };
}

function bytesOf(numbers: Float64Array | Uint32Array): Buffer {
  return Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}

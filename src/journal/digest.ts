// Room: journal. A history in a form that is read in a blink: attempts without their answers as columns, and where in the journal each stands. Pure.
import type { AttemptHead, HistoryEntry, LaterEntry } from "../domain/attempt.ts";
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

/** A digest as it was kept. What few ask for is made when they do. */
export interface Opened extends Pick<Digest, "files" | "problems" | "missing"> {
  readonly entries: readonly HistoryEntry[];
  tally(): TallyState;
  placeAt(index: number): Place;
}

/** What is the same for many attempts: a row of a short table. */
interface Form extends Pick<AttemptHead, "sessionKind" | "round" | "kind" | "timedOut" | "hints" | "confidence" | "unscored" | "interrupted"> {
  readonly file: number;
}

interface Contents {
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
const perAttempt = { numbers: 3, counts: 4 } as const;

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
  const parts = [bytesOf(numbers), bytesOf(counts), bytesOf(ends), Buffer.from(JSON.stringify(tally)), Buffer.from(texts.join(""))];
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
  return Buffer.concat([Buffer.from(`${JSON.stringify(contents)}\n`), ...parts]);
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

/**
 * Opens what was packed; undefined where it is of another key. Only for bytes that are known to be whole. `readAt` gives the records whose words are in the
 * journal alone.
 */
export function openDigest(bytes: Buffer, key: string, readAt: (place: Place, files: readonly FileMark[]) => HistoryEntry): Opened | undefined {
  const from = bytes.indexOf("\n") + 1;
  const contents = JSON.parse(bytes.toString("utf8", 0, from)) as Contents;
  if (contents.key !== key) return undefined;
  const { files, problems, missing, lengths, others } = contents;
  const columns = columnsOf(bytes.subarray(from), lengths);
  const heads = headsOf(contents, columns);
  const entries: HistoryEntry[] = [];
  let used = 0;
  for (const { at, entry, place } of others) {
    while (entries.length < at) entries.push(heads[used++] as AttemptHead);
    entries.push(entry ?? readAt(place, files));
  }
  return {
    files,
    problems,
    missing,
    entries: others.length === 0 ? heads : [...entries, ...heads.slice(used)],
    tally: () => JSON.parse(columns.tally.toString("utf8")) as TallyState,
    placeAt: placesOf(contents, columns),
  };
}

interface Columns {
  readonly numbers: Float64Array;
  readonly counts: Uint32Array;
  readonly ends: Uint32Array;
  readonly tally: Buffer;
  readonly text: string;
}

function columnsOf(bytes: Buffer, lengths: readonly number[]): Columns {
  let at = 0;
  const [numbers, counts, ends, tally, text] = lengths.map((length) => bytes.subarray(at, (at += length))) as [Buffer, Buffer, Buffer, Buffer, Buffer];
  return {
    numbers: new Float64Array(aligned(numbers)),
    counts: new Uint32Array(aligned(counts)),
    ends: new Uint32Array(aligned(ends)),
    tally,
    text: text.toString("utf8"),
  };
}

/** A copy: arrays of numbers must begin at a multiple of their size. */
function aligned(bytes: Buffer): ArrayBuffer {
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;
}

function headsOf({ attempts, sessions, questions, forms }: Contents, { numbers, counts, ends, text }: Columns): AttemptHead[] {
  const textAt = (index: number): string => text.slice(index === 0 ? 0 : ends[index - 1], ends[index]);
  const sessionAt = Array.from({ length: sessions }, (_, index) => textAt(2 * attempts + index));
  const questionAt = Array.from({ length: questions }, (_, index) => textAt(2 * attempts + sessions + index));
  const heads: AttemptHead[] = [];
  for (let index = 0; index < attempts; index += 1) {
    const count = index * perAttempt.counts;
    const form = forms[counts[count + 3] ?? 0] as Form;
    heads.push({
      type: "attempt",
      id: textAt(index),
      at: textAt(attempts + index),
      session: sessionAt[counts[count + 1] ?? 0] ?? "",
      sessionKind: form.sessionKind,
      round: form.round,
      question: questionAt[counts[count + 2] ?? 0] ?? "",
      kind: form.kind,
      seconds: numbers[index * perAttempt.numbers] ?? 0,
      timedOut: form.timedOut,
      hints: form.hints,
      confidence: form.confidence,
      score: numbers[index * perAttempt.numbers + 1] ?? 0,
      unscored: form.unscored,
      interrupted: form.interrupted,
    });
  }
  return heads;
}

/** Gives the place of an entry by its number among all. */
function placesOf({ others, forms }: Contents, { numbers, counts }: Columns): (index: number) => Place {
  const numbersOfOthers = others.map(({ at }) => at);
  return (index) => {
    const before = countBelow(numbersOfOthers, index);
    const other = others[before];
    if (other?.at === index) return other.place;
    const attempt = index - before;
    const form = forms[counts[attempt * perAttempt.counts + 3] ?? 0] as Form;
    return { file: form.file, start: numbers[attempt * perAttempt.numbers + 2] ?? 0, length: counts[attempt * perAttempt.counts] ?? 0 };
  };
}

/** How many of some numbers, which are in order, are below one. */
function countBelow(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

// Room: journal. The columns of a digest as bytes, and the fields of an attempt in them. Pure.
import type { AttemptHead } from "../domain/attempt.ts";
import { type Names, namesIn } from "../domain/names.ts";
import { columnStart, type Contents, type Form, perAttempt } from "./digest.ts";

/** The parts of a digest. */
export interface Columns {
  readonly numbers: Float64Array;
  readonly counts: Uint32Array;
  readonly ends: Uint32Array;
  /** Hashes of the names of sessions and questions: to compare numbers is faster than texts. */
  readonly hashes: Uint32Array;
  readonly tally: Buffer;
  readonly text: string;
}

/** They as they lie one after another. */
export function columnsOf(bytes: Buffer, lengths: readonly number[]): Columns {
  // A file is read to such a place, and then nothing is copied.
  const whole = bytes.byteOffset % columnStart === 0 ? bytes : copyOf(bytes);
  let at = 0;
  const [numbers, counts, endsOfTexts, hashes, tally, text] = lengths.map((length) => whole.subarray(at, (at += length))) as [
    Buffer,
    Buffer,
    Buffer,
    Buffer,
    Buffer,
    Buffer,
  ];
  const ends = wholeNumbers(endsOfTexts);
  return {
    numbers: new Float64Array(numbers.buffer, numbers.byteOffset, numbers.length / Float64Array.BYTES_PER_ELEMENT),
    counts: wholeNumbers(counts),
    ends,
    hashes: wholeNumbers(hashes),
    tally,
    // As many letters as bytes: ASCII, which is read three times as fast as such.
    text: text.toString(text.length === (ends.at(-1) ?? 0) ? "latin1" : "utf8"),
  };
}

function copyOf(bytes: Buffer): Buffer {
  return Buffer.from(Uint8Array.from(bytes).buffer);
}

function wholeNumbers(bytes: Buffer): Uint32Array {
  return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / Uint32Array.BYTES_PER_ELEMENT);
}

/** The fields of attempts, by their numbers. */
export interface Table {
  readonly attempts: number;
  /** The ids of all come first, then their moments. */
  text(index: number): string;
  form(index: number): Form;
  score(index: number): number;
  seconds(index: number): number;
  /** The row of its name. */
  row(index: number, of: Named): number;
  name(index: number, of: Named): string;
  readonly names: Readonly<Record<Named, Names>>;
  /** The numbers of the attempts whose name is among some. */
  attemptsOf(of: Named, among: ReadonlySet<string>): readonly number[];
}

/** Of what attempts hold the row of a name. */
type Named = "session" | "question";

/** Finds fields in columns. */
export function tableOf({ attempts, sessions, questions, forms }: Contents, columns: Columns): Table {
  const { numbers, counts, ends, text } = columns;
  const textAt = (index: number): string => text.slice(index === 0 ? 0 : ends[index - 1], ends[index]);
  const rowAt = (index: number, of: Named): number => counts[index * perAttempt.counts + columnOf[of]] ?? 0;
  // The names follow the ids and the moments.
  const names = {
    session: namesFrom(columns, { count: sessions, skipped: 0, texts: 2 * attempts }),
    question: namesFrom(columns, { count: questions, skipped: sessions, texts: 2 * attempts }),
  };
  return {
    attempts,
    text: textAt,
    form: (index) => forms[counts[index * perAttempt.counts + 3] ?? 0] as Form,
    score: (index) => numbers[index * perAttempt.numbers + 1] ?? 0,
    seconds: (index) => numbers[index * perAttempt.numbers] ?? 0,
    row: rowAt,
    name: (index, of) => names[of].name(rowAt(index, of)),
    names,
    attemptsOf: (of, among) => attemptsAmong(counts.subarray(columnOf[of]), markedIn(names[of], among)),
  };
}

/** How many names, after how many other names, after how many other texts. */
interface Stand {
  readonly count: number;
  readonly skipped: number;
  readonly texts: number;
}

function namesFrom({ ends, hashes, text }: Columns, { count, skipped, texts }: Stand): Names {
  const end = (row: number): number => ends[texts + skipped + row] ?? 0;
  return namesIn({ text, count, start: (row) => end(row - 1), end, hashes: hashes.subarray(skipped, skipped + count) });
}

/** Which of an attempt's counts is the row of a name. */
const columnOf: Readonly<Record<Named, number>> = { session: 1, question: 2 };

function attemptsAmong(column: Uint32Array, marked: Uint8Array): readonly number[] {
  const numbers: number[] = [];
  for (let at = 0; at < column.length; at += perAttempt.counts) if (marked[column[at] as number] === 1) numbers.push(at / perAttempt.counts);
  return numbers;
}

function markedIn(names: Names, among: ReadonlySet<string>): Uint8Array {
  const marked = new Uint8Array(names.count);
  for (const name of among) {
    const row = names.rowOf(name);
    if (row !== -1) marked[row] = 1;
  }
  return marked;
}

/** An attempt without its answer. */
export function headAt(index: number, table: Table): AttemptHead {
  const { sessionKind, round, kind, timedOut, hints, confidence, unscored, interrupted } = table.form(index);
  return {
    type: "attempt",
    id: table.text(index),
    at: table.text(table.attempts + index),
    session: table.name(index, "session"),
    sessionKind,
    round,
    question: table.name(index, "question"),
    kind,
    seconds: table.seconds(index),
    timedOut,
    hints,
    confidence,
    score: table.score(index),
    unscored,
    interrupted,
  };
}

// Room: journal. The columns of a digest as bytes, and the fields of an attempt in them. Pure.
import { crc32 } from "node:zlib";
import type { AttemptHead } from "../domain/attempt.ts";
import { type Contents, type Form, perAttempt } from "./digest.ts";

/** The parts of a digest. */
export interface Columns {
  readonly numbers: Float64Array;
  readonly counts: Uint32Array;
  readonly ends: Uint32Array;
  /** Check sums of the names of sessions and questions: to compare numbers is faster than texts. */
  readonly sums: Uint32Array;
  readonly tally: Buffer;
  readonly text: string;
}

/** They as they lie one after another. */
export function columnsOf(bytes: Buffer, lengths: readonly number[]): Columns {
  let at = 0;
  const [numbers, counts, ends, sums, tally, text] = lengths.map((length) => bytes.subarray(at, (at += length))) as [
    Buffer,
    Buffer,
    Buffer,
    Buffer,
    Buffer,
    Buffer,
  ];
  return {
    numbers: new Float64Array(aligned(numbers)),
    counts: new Uint32Array(aligned(counts)),
    ends: new Uint32Array(aligned(ends)),
    sums: new Uint32Array(aligned(sums)),
    tally,
    text: text.toString("utf8"),
  };
}

/** A copy: arrays of numbers must begin at a multiple of their size. */
function aligned(bytes: Buffer): ArrayBuffer {
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;
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
  row(index: number, of: "session" | "question"): number;
  name(index: number, of: "session" | "question"): string;
  /** By row of its own: 1 for names that are among some. */
  named(of: "session" | "question", among: ReadonlySet<string>): Uint8Array;
}

/** Finds fields in columns. */
export function tableOf({ attempts, sessions, questions, forms }: Contents, { numbers, counts, ends, sums, text }: Columns): Table {
  const textAt = (index: number): string => text.slice(index === 0 ? 0 : ends[index - 1], ends[index]);
  const rowAt = (index: number, of: "session" | "question"): number => counts[index * perAttempt.counts + (of === "session" ? 1 : 2)] ?? 0;
  /** Where the names of a sort begin among all names. */
  const from = { session: 0, question: sessions };
  /** Each made once: what many attempts share is compared as fast as a number then. */
  const names = { session: new Map<number, string>(), question: new Map<number, string>() };
  const nameAt = (row: number, of: "session" | "question"): string => {
    const known = names[of].get(row);
    if (known !== undefined) return known;
    const name = textAt(2 * attempts + from[of] + row);
    names[of].set(row, name);
    return name;
  };
  return {
    attempts,
    text: textAt,
    form: (index) => forms[counts[index * perAttempt.counts + 3] ?? 0] as Form,
    score: (index) => numbers[index * perAttempt.numbers + 1] ?? 0,
    seconds: (index) => numbers[index * perAttempt.numbers] ?? 0,
    row: rowAt,
    name: (index, of) => nameAt(rowAt(index, of), of),
    named: (of, among) => {
      const wanted = new Set(Array.from(among, (name) => crc32(name)));
      return Uint8Array.from({ length: of === "session" ? sessions : questions }, (_, row) =>
        wanted.has(sums[from[of] + row] ?? 0) && among.has(nameAt(row, of)) ? 1 : 0,
      );
    },
  };
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

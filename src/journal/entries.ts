// Room: journal. The entries of a history in order, made when they are asked for: of a hundred thousand attempts a command needs a few. Pure.
import type { AttemptHead, HistoryEntry } from "../domain/attempt.ts";
import { type AttemptColumns, columnsOfHeads, joinedColumns } from "../domain/attempt-columns.ts";
import { isCounted } from "../domain/evidence.ts";

/** By what attempts are picked. */
export type PickedBy = "id" | "question" | "session";

/** How sure somebody was of an attempt that counts, and what the grader gave for it. */
export interface Sure extends Pick<AttemptHead, "id" | "score"> {
  readonly confidence: NonNullable<AttemptHead["confidence"]>;
}

export interface Entries {
  readonly length: number;
  /** How many of them are attempts. */
  readonly attempts: number;
  all(): readonly HistoryEntry[];
  /** Attempts of which a field is among some values, and everything that is no attempt; in order. */
  some(by: PickedBy, among: ReadonlySet<string>): readonly HistoryEntry[];
  /** All attempts, in order. */
  columns(): AttemptColumns;
  /** One after another, the last first, none of them kept. */
  newest(): Iterable<HistoryEntry>;
  /** In order. */
  sure(): Iterable<Sure>;
  /** The id of the entry with this number. */
  idAt(index: number): string;
}

/** Entries that are all there. */
export function entriesIn(list: readonly HistoryEntry[]): Entries {
  return {
    length: list.length,
    attempts: list.reduce((count, { type }) => count + (type === "attempt" ? 1 : 0), 0),
    all: () => list,
    some: (by, among) => list.filter((entry) => entry.type !== "attempt" || among.has(entry[by])),
    columns: () => columnsOfHeads(list.filter((entry) => entry.type === "attempt")),
    *newest() {
      for (let index = list.length - 1; index >= 0; index -= 1) yield list[index] as HistoryEntry;
    },
    *sure() {
      for (const entry of list) if (entry.type === "attempt" && isSure(entry)) yield entry;
    },
    idAt: (index) => list[index]?.id ?? "",
  };
}

function isSure(attempt: AttemptHead): attempt is AttemptHead & Sure {
  return attempt.confidence !== undefined && isCounted(attempt);
}

/** Some entries, and others that come after them. */
export function joined(first: Entries, second: Entries): Entries {
  let all: readonly HistoryEntry[] | undefined;
  return {
    length: first.length + second.length,
    attempts: first.attempts + second.attempts,
    all: () => (all ??= [...first.all(), ...second.all()]),
    some: (by, among) => [...first.some(by, among), ...second.some(by, among)],
    columns: () => joinedColumns(first.columns(), second.columns()),
    *newest() {
      yield* second.newest();
      yield* first.newest();
    },
    *sure() {
      yield* first.sure();
      yield* second.sure();
    },
    idAt: (index) => (index < first.length ? first.idAt(index) : second.idAt(index - first.length)),
  };
}

// Room: journal. A digest of a history, opened: its attempts stay columns, and those are made that are asked for. Pure.
import type { HistoryEntry } from "../domain/attempt.ts";
import type { AttemptColumns } from "../domain/attempt-columns.ts";
import { isCounted } from "../domain/evidence.ts";
import { type Contents, type Digest, type FileMark, type Form, perAttempt, type Place } from "./digest.ts";
import type { Entries, PickedBy, Sure } from "./entries.ts";
import { type Columns, columnsOf, headAt, tableOf } from "./table.ts";
import type { TallyState } from "./tally.ts";

/** A digest as it was kept. What few ask for is made when they do. */
export interface Opened extends Pick<Digest, "files" | "problems" | "missing"> {
  readonly entries: Entries;
  tally(): TallyState;
  placeAt(index: number): Place;
}

/**
 * Opens what was packed; undefined where it is of another key. Only for bytes that are known to be whole. `readAt` gives the records whose words are in the
 * journal alone.
 */
export function openDigest(bytes: Buffer, key: string, readAt: ReadAt): Opened | undefined {
  const from = bytes.indexOf("\n") + 1;
  const contents = JSON.parse(bytes.toString("utf8", 0, from)) as Contents;
  if (contents.key !== key) return undefined;
  const { files, problems, missing, lengths, others } = contents;
  const columns = columnsOf(bytes.subarray(from), lengths);
  return {
    files,
    problems,
    missing,
    entries: entriesOf(
      others.map(({ at, entry, place }) => ({ at, entry: entry ?? readAt(place, files) })),
      attemptsOf(contents, columns),
    ),
    tally: () => JSON.parse(columns.tally.toString("utf8")) as TallyState,
    placeAt: placesOf(contents, columns),
  };
}

/** Reads a record of the journal. */
type ReadAt = (place: Place, files: readonly FileMark[]) => HistoryEntry;

/** The attempts of a digest by their numbers among attempts. */
interface Attempts extends AttemptColumns {
  /** Undefined where they were not asked or it does not count. */
  sure(index: number): Sure | undefined;
  /** The numbers of those of which a field is among some values. */
  rows(by: PickedBy, among: ReadonlySet<string>): readonly number[];
}

function attemptsOf(contents: Contents, columns: Columns): Attempts {
  const { attempts: count } = contents;
  const table = tableOf(contents, columns);
  return {
    count,
    id: (index) => table.text(index),
    head: (index) => headAt(index, table),
    questions: table.names.question,
    question: (index) => table.row(index, "question"),
    at: (index) => table.text(count + index),
    form: table.form,
    seconds: table.seconds,
    score: table.score,
    sure: (index) => {
      const form = table.form(index);
      const { confidence } = form;
      return confidence === undefined || !isCounted(form) ? undefined : { id: table.text(index), confidence, score: table.score(index) };
    },
    rows: (by, among) => {
      if (among.size === 0) return [];
      if (by === "id") return rowsWhere(count, (index) => among.has(table.text(index)));
      return table.attemptsOf(by, among);
    },
  };
}

function rowsWhere(count: number, isWanted: (index: number) => boolean): readonly number[] {
  const rows: number[] = [];
  for (let index = 0; index < count; index += 1) if (isWanted(index)) rows.push(index);
  return rows;
}

/** An entry that is no attempt, with its number among all. */
interface Other {
  readonly at: number;
  readonly entry: HistoryEntry;
}

function entriesOf(others: readonly Other[], attempts: Attempts): Entries {
  let all: readonly HistoryEntry[] | undefined;
  const length = others.length + attempts.count;
  const inOrder = (rows: readonly number[]): readonly HistoryEntry[] => withOthers(rows, { others, attempts });
  return {
    length,
    attempts: attempts.count,
    columns: () => attempts,
    all: () => (all ??= inOrder(rowsWhere(attempts.count, () => true))),
    some: (by, among) => inOrder(attempts.rows(by, among)),
    *newest() {
      let left = others.length;
      for (let index = length - 1; index >= 0; index -= 1) {
        const other = others[left - 1];
        if (other?.at === index) left -= 1;
        yield other?.at === index ? other.entry : attempts.head(index - left);
      }
    },
    *sure() {
      for (let index = 0; index < attempts.count; index += 1) {
        const sure = attempts.sure(index);
        if (sure) yield sure;
      }
    },
    idAt: (index) => {
      const before = countBelow(others, index);
      return others[before]?.at === index ? (others[before]?.entry.id ?? "") : attempts.id(index - before);
    },
  };
}

/** Some attempts and all others, in order. */
function withOthers(
  rows: readonly number[],
  { others, attempts }: { readonly others: readonly Other[]; readonly attempts: Attempts },
): readonly HistoryEntry[] {
  const entries: HistoryEntry[] = [];
  let used = 0;
  for (const [before, { at, entry }] of others.entries()) {
    // So many attempts stand before it.
    while (used < rows.length && (rows[used] ?? 0) < at - before) entries.push(attempts.head(rows[used++] ?? 0));
    entries.push(entry);
  }
  while (used < rows.length) entries.push(attempts.head(rows[used++] ?? 0));
  return entries;
}

/** Gives the place of an entry by its number among all. */
function placesOf({ others, forms }: Contents, { numbers, counts }: Columns): (index: number) => Place {
  return (index) => {
    const before = countBelow(others, index);
    const other = others[before];
    if (other?.at === index) return other.place;
    const attempt = index - before;
    const form = forms[counts[attempt * perAttempt.counts + 3] ?? 0] as Form;
    return { file: form.file, start: numbers[attempt * perAttempt.numbers + 2] ?? 0, length: counts[attempt * perAttempt.counts] ?? 0 };
  };
}

/** How many of some entries, which are in order, have a number below one. */
function countBelow(sorted: readonly Pick<Other, "at">[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.at ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

// Room: journal. A history without its answers, and what of it stands. Pure but for the attempts that are read when they are asked for.
import type { Attempt, AttemptHead, HistoryEntry } from "../domain/attempt.ts";
import type { AttemptColumns, StandingColumns } from "../domain/attempt-columns.ts";
import { CoachError } from "../domain/errors.ts";
import type { Problem } from "../domain/problem.ts";
import { type Standings, undosById, withoutTakenBack } from "../domain/taken-back.ts";
import type { Entries, PickedBy, Sure } from "./entries.ts";
import type { DigestMark, Whole } from "./history.ts";

/** A history without its answers. Of a long one nothing is made before it is asked for: home wants a twentieth of it. */
export interface History extends Standings<HistoryEntry> {
  readonly problems: readonly Problem[];
  /** How many attempts stand. */
  readonly attempts: number;
  /** What stands of the attempts of which a field is among some values, and of everything that is no attempt, oldest first. */
  some(by: PickedBy, among: ReadonlySet<string>): readonly HistoryEntry[];
  /** Every attempt, and which of them stand: for who counts through all. */
  columns(): StandingColumns;
  /** What stands, newest first. */
  newest(): Iterable<HistoryEntry>;
  /** Attempts that stand and count, of which the person said how sure they were, with the grader's scores, oldest first. */
  sure(): Iterable<Sure>;
  /** Undefined for a history that was read whole. */
  readonly digest: DigestMark | undefined;
  /** An attempt of it with its answer and marks, as the grader left them. Throws a CoachError where it is not there any more. */
  attempt(head: Pick<AttemptHead, "id">): Attempt;
}

/** What stands of a history, told apart as it is asked for. */
export function standingHistory({ entries, problems, digest, attemptAt }: Whole): History {
  const others = entries.some("id", new Set());
  const gone = goneFrom(others, entries);
  const standing = (some: readonly HistoryEntry[]): readonly HistoryEntry[] => (gone.ids.size === 0 ? some : withoutTakenBack(some).entries);
  let all: readonly HistoryEntry[] | undefined;
  const numberOf = numbersIn(entries);
  return {
    problems,
    digest,
    attempts: entries.attempts - gone.attempts,
    takenBack: gone.takenBack,
    get entries() {
      return (all ??= standing(entries.all()));
    },
    some: (by, among) => standing(entries.some(by, among)),
    columns: () => standingColumns(entries.columns(), gone.ids),
    newest: () => without(gone.ids, entries.newest()),
    sure: () => without(gone.ids, entries.sure()),
    attempt: ({ id }) => {
      const number = numberOf(id);
      if (number >= 0) return attemptAt(number);
      throw new CoachError(`the attempt ${id} is not in the history any more`, { fault: "failure", advice: "Run the command again." });
    },
  };
}

function standingColumns(columns: AttemptColumns, gone: ReadonlySet<string>): StandingColumns {
  return { ...columns, stands: gone.size === 0 ? () => true : (index) => !gone.has(columns.id(index)) };
}

/** Most people never take anything back, and then no id is looked at. */
function without<T extends { readonly id: string }>(gone: ReadonlySet<string>, all: Iterable<T>): Iterable<T> {
  return gone.size === 0 ? all : standingOnly(gone, all);
}

function* standingOnly<T extends { readonly id: string }>(gone: ReadonlySet<string>, all: Iterable<T>): Iterable<T> {
  for (const one of all) if (!gone.has(one.id)) yield one;
}

/** Gives the number of an entry by its id, -1 for none. The newest are asked for most: only as much is gone through as it takes. */
function numbersIn(entries: Entries): (id: string) => number {
  const known = new Map<string, number>();
  let left = entries.length;
  return (id) => {
    while (left > 0 && !known.has(id)) {
      left -= 1;
      known.set(entries.idAt(left), left);
    }
    return known.get(id) ?? -1;
  };
}

/** What does not stand. */
interface Gone extends Pick<Standings<HistoryEntry>, "takenBack"> {
  /** Of undos, and of all that they took back. */
  readonly ids: ReadonlySet<string>;
  readonly attempts: number;
}

function goneFrom(others: readonly HistoryEntry[], entries: Entries): Gone {
  const undos = others.filter((entry) => entry.type === "undo");
  if (undos.length === 0) return { takenBack: [], ids: new Set(), attempts: 0 };
  const { takenBack } = withoutTakenBack(entries.some("id", new Set(undosById(undos).keys())));
  const ids = new Set([...undos, ...takenBack.map(({ entry }) => entry)].map(({ id }) => id));
  return { takenBack, ids, attempts: takenBack.filter(({ entry }) => entry.type === "attempt").length };
}

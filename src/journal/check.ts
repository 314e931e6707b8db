// Room: journal. What whole records say that cannot be: parts of nothing, times that run backwards. Pure.
import type { JournalEntry } from "../domain/attempt.ts";
import { instantOf } from "../domain/calendar.ts";
import type { FileReading } from "./lines.ts";
import type { Stamp } from "./record.ts";

/** Something odd about one record; it counts all the same. */
export interface Oddity {
  readonly rule: "journal-orphan" | "journal-clock" | "journal-future";
  readonly file: string;
  /** The record's id. */
  readonly id: string;
  readonly message: string;
  readonly advice: string;
}

/** A clock that was set by a time server moves by less. */
const drift = 120_000;
/** A day: a machine in another zone is never further ahead. */
const ahead = 86_400_000;

interface Seen {
  readonly file: string;
  readonly entry: JournalEntry;
  readonly stamp: Stamp;
}

/** What is odd about the records of some files at a moment, `now` in milliseconds since 1970. The order of the files does not matter. */
export function findOddities(readings: readonly FileReading[], now: number): readonly Oddity[] {
  const seen = readings.flatMap(({ file, records }) =>
    records.flatMap((record) => (record.type === "entry" ? [{ file, entry: record.entry, stamp: record.stamp }] : [])),
  );
  const ids = new Set(seen.map(({ entry }) => entry.id));
  const known = new Set<string>();
  const first = seen.filter(({ entry }) => !known.has(entry.id) && known.add(entry.id));
  return [...first.flatMap((each) => orphan(each, ids)), ...backwards(first), ...first.flatMap((each) => future(each, now))];
}

/** The record that an entry belongs to; undefined where it stands alone. */
function ownerOf(entry: JournalEntry): string | undefined {
  if ("attempt" in entry && entry.attempt !== "") return entry.attempt;
  if ("of" in entry && entry.of !== undefined) return entry.of;
  return "story" in entry && entry.story !== "" ? entry.story : undefined;
}

function orphan({ file, entry }: Seen, ids: ReadonlySet<string>): readonly Oddity[] {
  const owner = ownerOf(entry);
  if (owner === undefined || ids.has(owner)) return [];
  const message = `the ${entry.type} of ${entry.at} belongs to the record ${owner}, which is not here`;
  const advice = "If another machine's journal is missing, bring it in with coach data merge; until then it counts for nothing.";
  return [{ rule: "journal-orphan", file, id: entry.id, message, advice }];
}

/** Within one run of the program each record is later than the one before. */
function backwards(all: readonly Seen[]): readonly Oddity[] {
  const runs = new Map<string, Seen[]>();
  for (const each of all) {
    const run = runs.get(each.stamp.run);
    if (run) run.push(each);
    else runs.set(each.stamp.run, [each]);
  }
  return [...runs.values()].flatMap((run) => {
    const inOrder = run.toSorted((a, b) => a.stamp.seq - b.stamp.seq);
    return inOrder.flatMap((each, index) => backwardsFrom(inOrder[index - 1], each));
  });
}

function backwardsFrom(before: Seen | undefined, { file, entry }: Seen): readonly Oddity[] {
  if (!before || instantOf(before.entry.at) - instantOf(entry.at) <= drift) return [];
  const message = `the clock went back between two records, from ${before.entry.at} to ${entry.at}`;
  return [{ rule: "journal-clock", file, id: entry.id, message, advice: "Both count; their order follows the times that they bear." }];
}

function future({ file, entry }: Seen, now: number): readonly Oddity[] {
  if (instantOf(entry.at) - now <= ahead) return [];
  const message = `the ${entry.type} of ${entry.at} lies in the future: the clock was wrong then, or is now`;
  return [{ rule: "journal-future", file, id: entry.id, message, advice: "It counts as the newest until that day. coach undo takes it back." }];
}

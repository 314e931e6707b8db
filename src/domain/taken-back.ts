// Room: domain. Which records of a journal were taken back. Nothing is erased: they are told apart where the journal is read.
import type { HistoryEntry, JournalEntry } from "./attempt.ts";
import type { Undo } from "./memory.ts";

/** A record that counts no more, and the undo that took it back, or what it belonged to. */
export interface TakenBack<E extends HistoryEntry = JournalEntry> {
  readonly entry: Exclude<E, Undo>;
  readonly by: Undo;
}

/** A history in its two halves, each in the order given. */
export interface Standings<E extends HistoryEntry = JournalEntry> {
  /** What counts. No undo is among it. */
  readonly entries: readonly E[];
  readonly takenBack: readonly TakenBack<E>[];
}

/** Parts what stands from what was taken back. Entries are oldest first. */
export function withoutTakenBack<E extends HistoryEntry>(entries: readonly E[]): Standings<E> {
  const all: Undo[] = [];
  for (const entry of entries) if (entry.type === "undo") all.push(entry);
  if (all.length === 0) return { entries, takenBack: [] };
  const undos = undosById(all);
  const standing: E[] = [];
  const takenBack: TakenBack<E>[] = [];
  for (const entry of entries) {
    if (entry.type === "undo") continue;
    const by = undos.get(entry.id) ?? undoOf(belongsTo(entry), undos);
    if (!by) standing.push(entry);
    else {
      takenBack.push({ entry: entry as Exclude<E, Undo>, by });
      undos.set(entry.id, by);
    }
  }
  return { entries: standing, takenBack };
}

/** The undos that hold, by the id of what they took back; of several for one record the first counts. An undo that was taken back itself holds nothing. */
export function undosById(undos: readonly Undo[]): Map<string, Undo> {
  const found = new Map<string, Undo>();
  // What takes an undo back was written after it.
  for (const undo of undos.toReversed()) if (!found.has(undo.id)) found.set(undo.of, undo);
  for (const { id } of undos) found.delete(id);
  return found;
}

/** Of a hundred thousand attempts each would make a list of its own. */
const nothing: readonly string[] = [];

function undoOf(ids: readonly string[], undos: ReadonlyMap<string, Undo>): Undo | undefined {
  return ids.map((id) => undos.get(id)).find((undo) => undo !== undefined);
}

/** Ids of earlier records without which a record says nothing. */
function belongsTo(entry: Exclude<HistoryEntry, Undo>): readonly string[] {
  if (entry.type === "attempt") return nothing;
  if ("attempt" in entry) return entry.type === "story" && entry.of !== undefined ? [entry.attempt, entry.of] : [entry.attempt];
  return "story" in entry ? [entry.story] : [];
}

// Room: domain. Which records of a journal were taken back. Nothing is erased: they are told apart where the journal is read.
import type { JournalEntry } from "./attempt.ts";
import type { Undo } from "./memory.ts";

/** A record that counts no more, and the undo that took it back, or what it belonged to. */
export interface TakenBack {
  readonly entry: Exclude<JournalEntry, Undo>;
  readonly by: Undo;
}

/** A history in its two halves, each in the order given. */
export interface Standings {
  /** What counts. No undo is among it. */
  readonly entries: readonly JournalEntry[];
  readonly takenBack: readonly TakenBack[];
}

/** Parts what stands from what was taken back. Entries are oldest first. */
export function withoutTakenBack(entries: readonly JournalEntry[]): Standings {
  const all = entries.filter((entry) => entry.type === "undo");
  if (all.length === 0) return { entries, takenBack: [] };
  const undos = undosById(all);
  const standing: JournalEntry[] = [];
  const takenBack: TakenBack[] = [];
  for (const entry of entries) {
    if (entry.type === "undo") continue;
    const by = [entry.id, ...belongsTo(entry)].map((id) => undos.get(id)).find((undo) => undo !== undefined);
    if (!by) standing.push(entry);
    else {
      takenBack.push({ entry, by });
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

/** Ids of earlier records without which a record says nothing. */
function belongsTo(entry: Exclude<JournalEntry, Undo>): readonly string[] {
  if ("attempt" in entry) return entry.type === "story" && entry.of !== undefined ? [entry.attempt, entry.of] : [entry.attempt];
  return "story" in entry ? [entry.story] : [];
}

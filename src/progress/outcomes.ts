// Room: progress. Real rounds, read from the journal. Pure.
import type { HistoryEntry } from "../domain/attempt.ts";
import type { Outcome, OutcomeRecord } from "../domain/outcome.ts";

/** Every real round, in the order told; what was told later of one takes the place of what was told before. Entries are oldest first. */
export function outcomesOf(entries: readonly HistoryEntry[]): readonly Outcome[] {
  const latest = new Map<string, OutcomeRecord>();
  for (const entry of entries) if (entry.type === "outcome") latest.set(entry.of ?? entry.id, entry);
  return [...latest.values()].map((record, index) => ({ number: index + 1, record }));
}

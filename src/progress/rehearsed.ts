// Room: progress. Which rounds of a loop were held as a mock, and when last. Pure.
import type { HistoryEntry } from "../domain/attempt.ts";
import { type Day, eveningOf } from "../domain/calendar.ts";

/** The evening on which a mock of a round was last held to its end, by the round's id. */
export function rehearsedRounds(entries: readonly HistoryEntry[], loop: string | undefined, dayEnds: number): ReadonlyMap<string, Day> {
  const sessions = new Set<string>();
  const days = new Map<string, Day>();
  for (const entry of entries) {
    if (entry.type !== "mock") continue;
    if (entry.what.event === "opened" && entry.what.loop === loop) sessions.add(entry.session);
    if (entry.what.event === "round-over" && sessions.has(entry.session)) days.set(entry.what.round, eveningOf(entry.at, dayEnds));
  }
  return days;
}

// Room: practice. What was asked in interviews so far, so that the next one asks something else. Pure.
import type { HistoryEntry } from "../domain/attempt.ts";
import type { QuestionId } from "../domain/question.ts";
import { askedIn, mocksIn } from "./mock.ts";

/** In how many mocks, and scripts for a friend, each question came up. */
export function timesAsked(entries: readonly HistoryEntry[]): ReadonlyMap<QuestionId, number> {
  const counts = new Map<QuestionId, number>();
  for (const asked of [...mocksIn(entries).map(askedIn), ...askedByFriends(entries)]) {
    for (const id of asked) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

/** A form that came back says nothing new beside its script; but the script may have been written on another machine. */
function askedByFriends(entries: readonly HistoryEntry[]): readonly ReadonlySet<QuestionId>[] {
  const scripts = new Map<string, Set<QuestionId>>();
  for (const entry of entries) {
    if (entry.type !== "script" && entry.type !== "peer") continue;
    const known = scripts.get(entry.made) ?? new Set();
    for (const one of entry.questions) known.add(typeof one === "string" ? one : one.question);
    scripts.set(entry.made, known);
  }
  return [...scripts.values()];
}

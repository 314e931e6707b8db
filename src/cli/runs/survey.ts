// Room: cli. What the journal holds of each attempt besides its own record, read without holding the answers.
import type { AttemptCorrection, AttemptJudgement, JournalEntry, Rescore } from "../../domain/attempt.ts";
import { instantOf } from "../../domain/calendar.ts";
import type { Undo } from "../../domain/memory.ts";
import type { Problem } from "../../domain/problem.ts";
import type { Later } from "../../domain/standing.ts";
import { undosById } from "../../domain/taken-back.ts";
import type { Journal } from "../../journal/journal.ts";

export interface Survey {
  /** Records of attempts, copies counted. */
  readonly attempts: number;
  laterOf(attempt: string): Later;
  isTakenBack(attempt: string): boolean;
}

/** Goes through the whole journal once. */
export function surveyOf(journal: Journal, tell: (problem: Problem) => void): Survey {
  const corrections = new Map<string, AttemptCorrection>();
  const rescores = new Map<string, Rescore>();
  const judgements = new Map<string, AttemptJudgement>();
  const undos = new Map<string, Undo>();
  let attempts = 0;
  for (const entry of journal.scan(tell)) {
    if (entry.type === "attempt") attempts += 1;
    else if (entry.type === "undo") undos.set(entry.id, entry);
    else if (entry.type === "correction") keepLatest(corrections, entry);
    else if (entry.type === "rescore") keepLatest(rescores, entry);
    else if (entry.type === "judgement") keepLatest(judgements, entry);
  }
  const laterOf = (attempt: string): Later => ({
    correction: withTicks(corrections.get(attempt)),
    rescore: rescores.get(attempt),
    judgement: judgements.get(attempt),
  });
  // The files need not be in order of time.
  const takenBack = undosById([...undos.values()].toSorted((a, b) => instantOf(a.at) - instantOf(b.at) || (a.id < b.id ? -1 : 1)));
  return { attempts, laterOf, isTakenBack: (attempt) => takenBack.has(attempt) };
}

/** A review that changed nothing is no correction. */
function withTicks(correction: AttemptCorrection | undefined): AttemptCorrection | undefined {
  return correction && Object.keys(correction.marks).length > 0 ? correction : undefined;
}

/** The files need not be in order of time; of one moment the higher id counts, as in the merged history. */
function keepLatest<T extends Extract<JournalEntry, { readonly attempt: string }>>(found: Map<string, T>, entry: T): void {
  const known = found.get(entry.attempt);
  const since = known ? instantOf(entry.at) - instantOf(known.at) : 1;
  if (!known || since > 0 || (since === 0 && entry.id > known.id)) found.set(entry.attempt, entry);
}

// Room: domain. Which mark stands for an attempt that was marked again, corrected by the person, or both.
import type { Attempt, AttemptCorrection, JournalEntry, Rescore } from "./attempt.ts";
import type { Correction } from "./grade.ts";

/** The mark that stands, and where it comes from. */
export interface Standing extends Pick<Attempt, "marks" | "levels" | "flags" | "rules"> {
  /** 0 to 1, by the grader. */
  readonly graded: number;
  /** 0 to 1, with the person's own ticks. */
  readonly score: number;
}

/** What was kept of an attempt after its own record. */
export interface Later {
  readonly correction?: AttemptCorrection | undefined;
  readonly rescore?: Rescore | undefined;
}

/** The rescores by the attempt's id; of several for one attempt the last counts. Entries are oldest first. */
export function rescoresOf(entries: readonly JournalEntry[]): ReadonlyMap<string, Rescore> {
  return new Map(entries.flatMap((entry) => (entry.type === "rescore" ? [[entry.attempt, entry] as const] : [])));
}

/** The newest marks of the grader; the score that the person's own ticks give wins over the grader's, and one that did not know these ticks never takes their place. */
export function standingOf(attempt: Attempt, { correction, rescore }: Later): Standing {
  const { marks, levels, flags, rules } = rescore ?? attempt;
  const graded = rescore?.graded ?? attempt.score;
  return { marks, levels, flags, rules, graded, score: scoreOf({ correction, rescore }) ?? graded };
}

function scoreOf({ correction, rescore }: Later): number | undefined {
  if (!correction) return undefined;
  return rescore?.correction === correction.id ? rescore.score : correction.score;
}

/** What the person held to be right when they corrected: their own ticks, and the marks that they left as they were. Undefined without a correction. */
export function ticksOf(attempt: Attempt, correction: AttemptCorrection | undefined): Correction | undefined {
  if (!correction) return undefined;
  return { ...Object.fromEntries(attempt.marks.map(({ id, status }) => [id, status])), ...correction.marks };
}

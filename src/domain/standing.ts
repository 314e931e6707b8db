// Room: domain. Which mark stands for an attempt that was marked again, read by a judge, corrected by the person, or all of it.
import type { Attempt, AttemptCorrection, AttemptHead, AttemptJudgement, HistoryEntry, Rescore } from "./attempt.ts";
import type { Correction } from "./grade.ts";

/** The mark that stands, and where it comes from. */
export interface Standing extends Pick<Attempt, "marks" | "levels" | "flags" | "rules"> {
  /** 0 to 1, by the grader. */
  readonly graded: number;
  /** 0 to 1, with the person's own ticks, or else by a judge that counts. */
  readonly score: number;
}

/** What was kept of an attempt after its own record. */
export interface Later {
  readonly correction?: AttemptCorrection | undefined;
  readonly rescore?: Rescore | undefined;
  readonly judgement?: AttemptJudgement | undefined;
}

/** The rescores by the attempt's id; of several for one attempt the last counts. Entries are oldest first. */
export function rescoresOf(entries: readonly HistoryEntry[]): ReadonlyMap<string, Rescore> {
  const latest = new Map<string, Rescore>();
  for (const entry of entries) if (entry.type === "rescore") latest.set(entry.attempt, entry);
  return latest;
}

/** The judge's readings by the attempt's id; of several for one attempt the last counts. Entries are oldest first. */
export function judgementsOf(entries: readonly HistoryEntry[]): ReadonlyMap<string, AttemptJudgement> {
  const latest = new Map<string, AttemptJudgement>();
  for (const entry of entries) if (entry.type === "judgement") latest.set(entry.attempt, entry);
  return latest;
}

/** The newest marks of the grader; the score that the person's own ticks give wins over the grader's, and one that did not know these ticks never takes their place. */
export function standingOf(attempt: Attempt, later: Later): Standing {
  const { rescore } = later;
  const { marks, levels, flags, rules } = rescore ?? attempt;
  const graded = rescore?.graded ?? attempt.score;
  return { marks, levels, flags, rules, graded, score: scoreOf(attempt, later) };
}

/** The score that stands, 0 to 1. */
export function scoreOf(attempt: Pick<AttemptHead, "score">, later: Later): number {
  return scoreBeside(later) ?? later.rescore?.graded ?? attempt.score;
}

/** The score that stands whatever the grader gives; undefined where the grader's does. */
function scoreBeside({ correction, rescore, judgement }: Later): number | undefined {
  if (!correction) return judgement?.counts === true ? judgement.score : undefined;
  return rescore?.correction === correction.id ? rescore.score : correction.score;
}

/** True where a judge's score stands: the person has set that it counts, and ticked nothing themselves. */
export function judgeStands({ correction, judgement }: Later): boolean {
  return correction === undefined && judgement?.counts === true;
}

/** What the person held to be right when they corrected: their own ticks, and the marks that they left as they were. Undefined without a correction. */
export function ticksOf(attempt: Attempt, correction: AttemptCorrection | undefined): Correction | undefined {
  if (!correction) return undefined;
  return { ...Object.fromEntries(attempt.marks.map(({ id, status }) => [id, status])), ...correction.marks };
}

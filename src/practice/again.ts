// Room: practice. An earlier answer marked again by the present rules. Pure.
import type { Attempt, AttemptCorrection } from "../domain/attempt.ts";
import type { Case } from "../domain/case.ts";
import type { Grade } from "../domain/grade.ts";
import { ticksOf } from "../domain/standing.ts";
import { gradeAnswer, regrade } from "../grading/grade.ts";

/** What the present rules give, and what the person's own ticks make of it. */
export interface Again {
  readonly grade: Grade;
  /** Undefined where there are no ticks, or none that differs from the present marks. */
  readonly own: Grade | undefined;
}

/** Marks the answer of an attempt at a case of the same kind. What the person held to be right stands, for the key points that are still there. */
export function gradeAgain(asked: Case, attempt: Attempt, correction: AttemptCorrection | undefined): Again {
  const grade = gradeAnswer(asked, attempt.answer);
  const ticks = ticksOf(attempt, correction);
  const own = ticks === undefined ? grade : regrade(asked, grade, ticks);
  return { grade, own: own === grade ? undefined : own };
}

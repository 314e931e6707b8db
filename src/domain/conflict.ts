// Room: domain. The same story told with another number than before. Types only.
import type { QuestionId } from "./question.ts";

/** A number as it was said, and the sentence that holds it. */
export interface Claim {
  readonly number: string;
  readonly sentence: string;
}

export interface Conflict {
  readonly now: Claim;
  readonly before: Claim;
  /** Of the earlier attempt. */
  readonly at: string;
  readonly attempt: string;
  readonly question: QuestionId;
}

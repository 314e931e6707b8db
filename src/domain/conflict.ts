// Room: domain. The same story told with another number than before.
import type { Attempt, Story } from "./attempt.ts";
import type { QuestionId } from "./question.ts";

/** What is said of a story at one time: an attempt, or a version of the bank. */
export type Telling = Pick<Attempt, "id" | "at" | "kind" | "question" | "answer" | "interrupted">;

/** A version of the bank as what it says. */
export function tellingOf({ id, at, question, parts }: Story): Telling {
  return { id, at, question, kind: "star", answer: { kind: "star", parts }, interrupted: false };
}

/** A number as it was said, and the sentence that holds it. */
export interface Claim {
  readonly number: string;
  readonly sentence: string;
}

export interface Conflict {
  readonly now: Claim;
  readonly before: Claim;
  /** Of the earlier telling. */
  readonly at: string;
  readonly attempt: string;
  readonly question: QuestionId;
}

// Room: domain. The dimensions an answer is judged by, each a level with a written anchor.
import type { Span } from "./span.ts";

/** What was said, how it was built, what proves it, whose it was, what was kept out of it, and how it came across. */
export const dimensions = ["coverage", "structure", "evidence", "ownership", "judgment", "delivery"] as const;
export type Dimension = (typeof dimensions)[number];

/** 1 (nothing of it) to 5 (as a strong candidate does it). */
export type Level = 1 | 2 | 3 | 4 | 5;

/** One rule that was tried on the answer, with the words that it saw. */
export interface Receipt {
  /** `<dimension>.<rule>`, stable across versions: `evidence.baseline`. */
  readonly rule: string;
  readonly isMet: boolean;
  /** What the rule found or missed, in one sentence to the person. */
  readonly reason: string;
  /** The words that decided it; empty when it is something missing. Places are those of `answerText`. */
  readonly evidence: readonly Span[];
}

/** A dimension's level, and why. */
export interface Judged {
  readonly dimension: Dimension;
  readonly level: Level;
  /** The sentence that defines the level. */
  readonly anchor: string;
  readonly receipts: readonly Receipt[];
  /** What the next level needs, to the person; undefined at the top. */
  readonly next: string | undefined;
}

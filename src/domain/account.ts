// Room: domain. How the score of an answer in sentences came about, so that a person can do it again by hand.
import type { Dimension, Level } from "./rubric.ts";

/** Something that the score may not pass. */
export interface Limit {
  readonly why: string;
  /** 0 to 1. */
  readonly most: number;
}

/** The steps from marks to a score: what the key points count of what they could, times `factor`, under every limit. */
export interface Account {
  /** What each key point counts of its weight. */
  readonly points: readonly { readonly id: string; readonly counts: number; readonly of: number }[];
  /** The dimensions that tell how it was told, coverage left out; none where none applies. */
  readonly telling: readonly { readonly dimension: Dimension; readonly level: Level }[];
  /** What the telling leaves of the key points' share: from `1 - most` to 1. */
  readonly factor: number;
  /** The most that the telling can take. */
  readonly most: number;
  readonly limits: readonly Limit[];
  /** 0 to 1. */
  readonly score: number;
}

// Room: domain. Whether readiness before real rounds told how they would end. Types, and when that can be said.

/** A round that has ended, and the middle of its range the day before, 0 to 1. */
export interface Ended {
  readonly isThrough: boolean;
  readonly before: number;
}

/** What the rounds say about the numbers; undefined where they are too few, or all ended alike. */
export interface Prediction {
  readonly through: readonly number[];
  readonly not: readonly number[];
  /** Means, 0 to 1. */
  readonly meanThrough: number;
  readonly meanNot: number;
  /** Pairs of a round that went through and one that did not; in how many the former had the higher number, ties as a half. */
  readonly pairs: number;
  readonly rightPairs: number;
  /** How often numbers without any meaning would order as many pairs rightly, 0 to 1 (exact Mann-Whitney, ties left aside). */
  readonly byChance: number;
}

/** Rounds that must have ended before anything is said. */
export const fewestEnded = 3;

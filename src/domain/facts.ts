// Room: domain. What is reported about a company, by whom, and what conflicts with it.
import type { Place } from "./problem.ts";
import type { SourceReference } from "./source.ts";

export interface Claim {
  readonly text: string;
  readonly sources: readonly SourceReference[];
}

export interface Fact {
  readonly id: string;
  readonly title: string;
  readonly claims: readonly Claim[];
  /** What does not fit together, and what to do about it. */
  readonly conflict: string | undefined;
  readonly place: Place;
}

export interface CompanyFacts {
  /** The folder's name: `walmart`. */
  readonly id: string;
  readonly company: string;
  readonly title: string;
  readonly facts: readonly Fact[];
}

// Room: domain. One answer of a batch that is marked without a session, and its mark.
import type { Status } from "./grade.ts";
import type { KeyPoint } from "./question.ts";

/** An answer with what it is to be marked by: key points, else references, else the library's question of that id. */
export interface BatchItem {
  /** Comes back as it was given. */
  readonly id: string | number;
  /** What was asked in words, or a question's id. */
  readonly question: string;
  readonly answer: string;
  /** Answers that are known to be right; the nearest counts. */
  readonly references: readonly string[];
  readonly keyPoints: readonly KeyPoint[];
}

export interface BatchMark {
  readonly id: string;
  readonly status: Status;
  /** 0 to 1. */
  readonly strength: number;
}

export interface BatchGrade {
  readonly id: string | number;
  /** 0 to 1. */
  readonly score: number;
  /** None when it was marked by references. */
  readonly keyPoints: readonly BatchMark[];
  /** Ids of the flags. */
  readonly flags: readonly string[];
}

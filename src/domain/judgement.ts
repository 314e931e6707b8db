// Room: domain. What a judge beyond this program, a language model, read in an answer.
import type { Status } from "./grade.ts";

/** What the judge said of one key point. */
export interface JudgedMark {
  readonly id: string;
  readonly status: Status;
  /** Its reason, in a sentence; empty when it gave none. Clean, one line, at most 200 letters. */
  readonly why: string;
}

/** A judge's reading of one answer, checked: every key point once, all text clean and short. */
export interface JudgeReading {
  /** The model that was asked. */
  readonly model: string;
  /** Host and port of its server. */
  readonly host: string;
  readonly marks: readonly JudgedMark[];
  /** What it said about the whole; empty when nothing. Clean, one line, at most 300 letters. */
  readonly comment: string;
}

/** The reading, and what it is worth by the same sum that the offline marks go through. */
export interface Judgement extends JudgeReading {
  /** 0 to 1. */
  readonly score: number;
  /** True: it stands for the attempt instead of the offline score, as the person has set it. */
  readonly counts: boolean;
}

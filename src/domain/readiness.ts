// Room: domain. How ready somebody is, always with how sure that is and why. Types, and the three states.
import type { Day } from "./calendar.ts";

/** No answer yet; answers, and not proven or not kept until the day; proven, and kept. */
export type ReadinessState = "untested" | "shaky" | "ready";

/** What may be expected of a person on the day, for one thing that is tested. */
export interface Estimate {
  readonly id: string;
  readonly name: string;
  readonly of: "competency" | "round" | "signal";
  /** Expected credit of an answer on the day, 0 to 1; undefined without an answer. */
  readonly value: number | undefined;
  /** From here to `high` the value lies in four of five cases, by the model of docs/readiness.md. 0 to 1. */
  readonly low: number;
  readonly high: number;
  /** Answers that count. */
  readonly answers: number;
  /** Different questions that were answered, of those there are. */
  readonly tried: number;
  readonly questions: number;
  /** Mean chance to recall what was answered on the day, 0 to 1; undefined without an answer. */
  readonly recall: number | undefined;
  readonly state: ReadinessState;
  /** One sentence: what it rests on. */
  readonly why: string;
  /** One sentence: what would narrow it, or keep it. */
  readonly next: string;
}

/** How ready somebody is on a day, from several sides; there is no one number. */
export interface Readiness {
  readonly day: Day;
  /** In the order of the loop. */
  readonly rounds: readonly Estimate[];
  /** Least ready first. */
  readonly competencies: readonly Estimate[];
  /** In the order of the loop. */
  readonly signals: readonly Estimate[];
}

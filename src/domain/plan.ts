// Room: domain. A plan: what to do each day until the interview, what it brings, and what has to give. Types only.
import type { Day } from "./calendar.ts";
import type { QuestionId } from "./question.ts";

/** What an evening is for. `round`: the interview is on that day. `estimated`: a round before it may be, by the count back; the evening is one of practice all the same. */
export type DayKind = "practice" | "mock" | "light" | "rest" | "round" | "estimated";

export interface PlanItem {
  readonly kind: "review" | "new" | "star" | "mock" | "framework" | "warmup";
  readonly title: string;
  readonly minutes: number;
  /** Those that are meant, in order; none for what chooses its own. */
  readonly questions: readonly QuestionId[];
  /** What to type. */
  readonly command: string;
  /** The round of a mock by its number, and how fast it is held. */
  readonly mock?: { readonly loop: string; readonly round: number; readonly pace: number } | undefined;
  /** The id of the framework that is practised. */
  readonly framework?: string | undefined;
}

export interface PlanDay {
  readonly day: Day;
  readonly kind: DayKind;
  /** Of all items; never more than there are in an evening. */
  readonly minutes: number;
  readonly items: readonly PlanItem[];
  /** The round of that day, or what a mock or a rest stands before. */
  readonly round: string | undefined;
}

/** Something of the interview that the evenings have no room for. */
export interface Dropped {
  /** The title of a round; undefined: what belongs to no round. */
  readonly round: string | undefined;
  readonly questions: readonly QuestionId[];
  readonly minutes: number;
  readonly why: string;
}

export interface Plan {
  readonly today: Day;
  /** The last round. */
  readonly interview: Day;
  /** The id of the loop; undefined: a general plan. */
  readonly loop: string | undefined;
  readonly company: string | undefined;
  readonly role: string | undefined;
  readonly minutesPerEvening: number;
  /** From today to the interview, or to `until`; empty when it is past. */
  readonly days: readonly PlanDay[];
  /** The last day that is planned, where the interview is further off. */
  readonly until: Day | undefined;
  /** Mean chance to recall a question of the plan on the day, 0 to 1, those never met as 0. */
  readonly expected: { readonly recall: number; readonly recallWithout: number; readonly met: number; readonly questions: number };
  /** Questions that were answered and come up again before the day, each as often as in `days`. */
  readonly again: readonly QuestionId[];
  /** What is left out, first what is missed least. */
  readonly dropped: readonly Dropped[];
  /** True: every question is met, and everything that is due is seen again in time. */
  readonly isFeasible: boolean;
  readonly notes: readonly string[];
}

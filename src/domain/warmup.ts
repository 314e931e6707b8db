// Room: domain. What to look at in the ten minutes before an interview: nothing new, nothing hard. Types only.
import type { QuestionId } from "./question.ts";

export interface Warmup {
  /** At most three: those that went best and show most of what is asked. */
  readonly stories: readonly { readonly number: number; readonly title: string; readonly shows: readonly string[]; readonly result: string }[];
  /** What the company looks for. */
  readonly signals: readonly { readonly name: string; readonly about: string }[];
  /** Figures to have at hand: first those that the person knew. */
  readonly figures: readonly { readonly about: string; readonly figure: string }[];
  /** At most two that the person gets right. */
  readonly wins: readonly { readonly question: QuestionId; readonly title: string; readonly answer: string }[];
}

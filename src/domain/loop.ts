// Room: domain. An interview loop: the rounds of one role at one company.
import type { Place } from "./problem.ts";
import type { SourceReference } from "./source.ts";

export interface Round {
  readonly id: string;
  readonly title: string;
  /** Undefined where no source gives it. */
  readonly minutes: number | undefined;
  readonly people: readonly string[];
  /** Calendar days the stage takes, where a source gives it. */
  readonly days: number | undefined;
  readonly tests: readonly string[];
  readonly tasks: readonly string[];
  readonly advice: readonly string[];
  readonly sources: readonly SourceReference[];
  readonly place: Place;
}

export interface Signal {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly shownBy: readonly string[];
  readonly sources: readonly SourceReference[];
}

/** A line with an optional label: pay, timeline, duties. */
export interface LoopLine {
  readonly label: string | undefined;
  readonly text: string;
  readonly details: readonly string[];
  readonly sources: readonly SourceReference[];
}

export interface ChecklistItem {
  readonly id: string;
  readonly text: string;
  /** A deck, or one question, whose scores tick the item. */
  readonly practice: string | undefined;
  readonly sources: readonly SourceReference[];
  readonly place: Place;
}

/** What a weak candidate says, and what a strong one says instead. */
export interface GoodAndBad {
  readonly title: string;
  readonly bad: string;
  readonly good: string;
  readonly sources: readonly SourceReference[];
}

export interface Faq {
  readonly question: string;
  readonly answer: string;
  readonly sources: readonly SourceReference[];
}

export interface Loop {
  /** The folder of its file: `walmart/ai-pm`. */
  readonly id: string;
  readonly title: string;
  readonly company: string;
  readonly role: string;
  /** Calendar days from the first contact to the decision, as reported. */
  readonly days: number | undefined;
  /** What lies between two rounds, as reported: `3 business days`. */
  readonly gap: string | undefined;
  readonly about: string;
  readonly rounds: readonly Round[];
  readonly signals: readonly Signal[];
  readonly work: readonly LoopLine[];
  readonly pay: readonly LoopLine[];
  readonly timeline: readonly LoopLine[];
  readonly checklist: readonly ChecklistItem[];
  readonly goodAndBad: readonly GoodAndBad[];
  readonly faq: readonly Faq[];
  readonly sources: readonly SourceReference[];
  readonly place: Place;
}

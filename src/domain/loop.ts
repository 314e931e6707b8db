// Room: domain. An interview loop: the rounds of one role at one company.
import type { Place } from "./problem.ts";
import type { Question } from "./question.ts";
import type { Dimension, Level } from "./rubric.ts";
import type { SourceReference } from "./source.ts";

/** What somebody in a round presses on. */
export interface Pressing {
  /** As the round's `people` name them. */
  readonly person: string;
  readonly on: string;
  /** Ids of key points that they ask about when an answer does not show them. */
  readonly points: readonly string[];
}

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
  readonly presses: readonly Pressing[];
  readonly sources: readonly SourceReference[];
  readonly place: Place;
}

/** What an answer shows a signal by: a dimension, or key points with an id; and how much it counts. */
export type SignalWeight = { readonly dimension: Dimension; readonly weight: number } | { readonly keyPoint: string; readonly weight: number };

export interface Signal {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly shownBy: readonly string[];
  /** None where the loop does not say how answers show it. */
  readonly weights: readonly SignalWeight[];
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

/** How far an answer shows a signal. */
export interface SignalReading {
  readonly id: string;
  readonly name: string;
  /** 0 to 1: the weighted mean of what it is shown by, at most a level above coverage. */
  readonly share: number;
  /** The share in fifths. */
  readonly level: Level;
  /** What it rests on in this answer, each 0 to 1. */
  readonly from: readonly { readonly of: string; readonly weight: number; readonly share: number }[];
}

/** The loop that a question is practice for: that of its folder, else the first of its company. */
export function loopOf({ deck, company }: Question, loops: readonly Loop[]): Loop | undefined {
  return loops.find((loop) => deck.startsWith(`${loop.id}/`)) ?? (company === undefined ? undefined : loops.find((loop) => loop.company === company));
}

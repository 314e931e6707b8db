// Room: domain. What the journal says in numbers: how much was practised, how well people know what they know, how often they agree with the grader. Types only.
import type { Day } from "./calendar.ts";
import type { OwnConfidence } from "./confidence.ts";
import type { DeckId, Kind, QuestionId } from "./question.ts";

/** Answers of a group, and what they were worth. */
export interface GroupStats {
  readonly name: string;
  readonly answers: number;
  /** Different questions that were answered. */
  readonly questions: number;
  /** Mean of the latest score of each question, 0 to 1. */
  readonly mean: number;
}

/** Answers of a day, or of a week from its Monday on. */
export interface PeriodStats {
  readonly from: Day;
  readonly isWeek: boolean;
  readonly answers: number;
  /** Mean score of the answers, 0 to 1. */
  readonly mean: number;
}

/** A part of the day, by the clock on the wall: from 5, 12, 18 and 23 on. */
export type TimeOfDay = "morning" | "afternoon" | "evening" | "night";

export interface TimeOfDayStats {
  readonly time: TimeOfDay;
  readonly answers: number;
  readonly mean: number;
}

/** How answers in sentences stood to the time that their questions allow. */
export interface Pace {
  readonly answers: number;
  /** Mean share of the time that was taken; above 1 beyond it. */
  readonly taken: number;
  /** Answers that the clock ended. */
  readonly timedOut: number;
}

/** How a person's own view stands to the marks: they think too much of their answers, too little, or neither can be said; or there is too little to tell. */
export type Fit = "over" | "under" | "fits" | "too few";

/** Answers of one confidence. */
export interface CalibrationLevel {
  readonly confidence: OwnConfidence;
  readonly answers: number;
  /** Mean score, 0 to 1; undefined without answers. */
  readonly mean: number | undefined;
  /** What the word claims of a score: from, to; 0 to 1. */
  readonly claims: readonly [number, number];
  /** The middle of the claim. */
  readonly expected: number;
  readonly fit: Fit;
}

export interface Calibration {
  /** Answers with a confidence. */
  readonly answers: number;
  readonly levels: readonly CalibrationLevel[];
  /** Mean of what was claimed less the score: above 0 they think too much of their answers. Undefined without answers. */
  readonly bias: number | undefined;
  readonly fit: Fit;
  /** Answers with a confidence from which the whole is judged. */
  readonly needed: number;
}

/** What became of ticks that a person looked at. */
export interface TickCount {
  readonly answers: number;
  readonly ticks: number;
  /** Raised by the person: the grader had missed what was said. */
  readonly raised: number;
  /** Lowered by the person: the grader had seen what was not said. */
  readonly lowered: number;
}

/** A key point whose tick was corrected. */
export interface Slip extends TickCount {
  readonly question: QuestionId;
  readonly mark: string;
}

export interface Agreement {
  readonly all: TickCount;
  readonly kinds: readonly (TickCount & { readonly kind: Kind })[];
  /** Most corrections first. */
  readonly decks: readonly (TickCount & { readonly deck: DeckId })[];
  /** Key points that were corrected, most often first. */
  readonly slips: readonly Slip[];
}

export interface Stats {
  /** Answers that count: finished, and not on an unverified fact. */
  readonly answers: number;
  readonly questions: number;
  readonly days: number;
  readonly seconds: number;
  /** Answers that were kept and do not count. */
  readonly uncounted: number;
  /** Oldest first: by day, or by week where they lie further apart than three weeks. */
  readonly periods: readonly PeriodStats[];
  /** From morning to night; those without an answer left out. */
  readonly timesOfDay: readonly TimeOfDayStats[];
  /** Undefined without an answer in sentences to a question that is still there. */
  readonly pace: Pace | undefined;
  /** In the order of the kinds. */
  readonly kinds: readonly GroupStats[];
  /** Weakest first. */
  readonly competencies: readonly GroupStats[];
  readonly calibration: Calibration;
  /** Questions whose latest answer the person was sure of, and which was "not yet". */
  readonly sureButWrong: readonly QuestionId[];
  readonly agreement: Agreement;
}

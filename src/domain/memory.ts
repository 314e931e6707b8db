// Room: domain. What is remembered of a question, how it went, and what was taken back.
import type { Day } from "./calendar.ts";
import type { QuestionId } from "./question.ts";

/** How well a question was remembered, worst first: FSRS's four ratings. */
export const ratings = ["again", "hard", "good", "easy"] as const;
export type Rating = (typeof ratings)[number];

/** The memory of one question. Derived from the journal, never kept as truth. */
export interface Card {
  readonly question: QuestionId;
  /** The day on which the chance to recall it has fallen to the retention that was asked for. */
  readonly due: Day;
  /** The day of the last attempt that counts. */
  readonly last: Day;
  /** Days after which the chance to recall it is 90 %; greater than 0. */
  readonly stability: number;
  /** 1 to 10. */
  readonly difficulty: number;
  /** Attempts that count. */
  readonly reviews: number;
  /** How often it was forgotten after it had been seen before. */
  readonly lapses: number;
  /** True: it is forgotten again and again, and another look alone will not mend that. */
  readonly isLeech: boolean;
}

/** What a person sets about their memory and their evenings. */
export interface MemorySettings {
  /** The chance of recall at which a question comes up again, .70 to .97. */
  readonly retention: number;
  /** How many questions may be met for the first time in an evening. */
  readonly newPerEvening: number;
  /** The day of the interview: nothing comes up after it. */
  readonly interview: Day | undefined;
  /** The hour, 0 to 12, at which a day ends: what is answered after midnight and before it belongs to the evening before. */
  readonly dayEnds: number;
}

/** The person's own rating of an attempt; it wins over the one that the grade gives. */
export interface RatingRecord {
  readonly type: "rating";
  readonly id: string;
  readonly at: string;
  readonly attempt: string;
  readonly rating: Rating;
}

/** Something taken back: it stays in the journal and counts no more, nor does what was kept about it. */
export interface Undo {
  readonly type: "undo";
  readonly id: string;
  readonly at: string;
  /** The id of the record. Of an undo itself: what it took back counts again. */
  readonly of: string;
}

// Room: practice. The four ports through which a session reaches the world. Types only.
import type { Answer, AnswerBody } from "../domain/answer.ts";
import type { Attempt, JournalEntry, SessionKind } from "../domain/attempt.ts";
import type { Case } from "../domain/case.ts";
import type { OwnConfidence } from "../domain/confidence.ts";
import type { Conflict, Telling } from "../domain/conflict.ts";
import type { Correction, Grade, Mark } from "../domain/grade.ts";
import type { JudgeReading, Judgement } from "../domain/judgement.ts";
import type { Loop } from "../domain/loop.ts";
import type { Rating } from "../domain/memory.ts";
import type { MockRound } from "../domain/mock.ts";
import type { OwnPhrasing } from "../domain/phrasing.ts";
import type { BankStory } from "../domain/story.ts";

/** How the clock runs for one question. */
export interface Timing {
  /** Seconds allowed; undefined with --no-timer. The time taken is measured all the same. */
  readonly seconds: number | undefined;
  /** True: at zero the clock runs on and the answer stays open. */
  readonly overtime: boolean;
}

/** Where the question stands in its session, from 1. */
export interface Position {
  readonly number: number;
  readonly of: number;
  /** Who asks, in a mock. */
  readonly seat?: Seat | undefined;
}

/** Who asks in a round of a mock: a question of the round, or about what an answer to it did not show. */
export interface Seat {
  readonly person: string;
  readonly asks: "a question" | "a probe" | "a probe again";
}

/** What came back when a question was asked. */
export type Reply =
  | { readonly type: "answer"; readonly answer: Answer }
  | { readonly type: "skip" }
  /** They want to end the session. What was typed comes along. `interrupt` is Ctrl-C, or a signal. */
  | { readonly type: "stop"; readonly how: "quit" | "interrupt"; readonly answer: Answer | undefined };

/** What came back when a person was asked how well an answer went. `confidence` is undefined when they would not say. */
export type Feeling =
  | { readonly type: "said"; readonly confidence: OwnConfidence | undefined }
  /** They want to end the session; the answer itself stands. */
  | { readonly type: "stop"; readonly how: "quit" | "interrupt" };

/** Asks. A person at a keyboard, a file of answers, or the script of a test. */
export interface Interviewer {
  ask(asked: Case, timing: Timing, position: Position): Promise<Reply>;
  /** Asks how well the answer went, before its marks are shown. */
  feel(asked: Case): Promise<Feeling>;
  /** Shows the marks for the person to correct; empty when they agree, undefined when they are not asked or leave. Only for kinds marked by the grader's reading of sentences. */
  correct(asked: Case, answer: Answer, grade: Grade): Promise<Correction | undefined>;
  /** How the person rated the answer that was asked for last, while they looked at its marks; undefined: as the marks do. Asks nothing. */
  rating?(asked: Case): Rating | undefined;
  /** Asks which of these sentences of the answer, the nearest first, said what the mark looked for; undefined: none that should be known next time. */
  phrase(mark: Mark, sentences: readonly string[]): Promise<string | undefined>;
  /** Waits, off every clock, until the person has read what was shown of an answer. Undefined where nobody reads. */
  goOn?(looking: Looking): Promise<GoneOn>;
  /** Waits until the person goes on from a break, and takes one note at a time. Undefined where nobody needs a break. */
  rest?(): Promise<Rested>;
}

/** What a person looks at before they go on. */
export interface Looking {
  /** True: no question follows. */
  readonly isLast: boolean;
  /** What the answer does to the memory of its question, and who says so; undefined where it does nothing. */
  readonly rated: { readonly rating: Rating; readonly by: "marks" | "person" } | undefined;
}

/** What a person did when they had read. */
export interface GoneOn {
  /** How they rated the answer; undefined where they left that as it was. */
  readonly rating: Rating | undefined;
  /** They left: the next question is not asked any more. */
  readonly stopped: "quit" | "interrupt" | undefined;
}

/** What a person did in a break: wrote a note, and the break goes on; went on; or left. */
export type Rested =
  | { readonly type: "note"; readonly text: string }
  | { readonly type: "go on" }
  | { readonly type: "stop"; readonly how: "quit" | "interrupt" };

export interface Opening {
  readonly title: string;
  readonly kind: SessionKind;
  readonly questions: number;
  /** How many come first because the person was sure of them and wrong last time. */
  readonly sureButWrong: number;
  /** Minutes on the clock in all; undefined with --no-timer. */
  readonly minutes: number | undefined;
}

/** One question that was answered in this session. */
export interface Turn {
  readonly asked: Case;
  readonly answer: Answer;
  readonly grade: Grade;
  /** The same by the person's own ticks, where they changed some. */
  readonly own?: Grade | undefined;
  readonly attempt: Attempt;
  /** What a judge made of it, where one was asked and answered. */
  readonly judgement?: Judgement | undefined;
  /** Numbers of a story that differ from those of an earlier telling of it. */
  readonly conflicts?: readonly Conflict[] | undefined;
  /** The person's own rating, where they gave one. */
  readonly rating?: Rating | undefined;
  /** The score after the person's own ticks; the grader's score where they changed none. 0 to 1. */
  readonly score: number;
}

export interface Summary {
  readonly opening: Opening;
  readonly turns: readonly Turn[];
  readonly skipped: number;
  readonly stopped: "quit" | "interrupt" | undefined;
}

/** Is told what happens. */
export interface Audience {
  opened(opening: Opening): void;
  graded(turn: Turn, position: Position): void;
  /** After the person has looked at the marks, and changed them or not: what else there is to know. Gives false where there is nothing. */
  settled(turn: Turn): boolean;
  skipped(asked: Case): void;
  ended(summary: Summary): void;
}

/** What a mock is, as it opens. */
export interface MockOpening {
  readonly loop: Loop;
  readonly rounds: readonly MockRound[];
  /** Minutes are multiplied by it. */
  readonly pace: number;
  readonly timer: boolean;
  /** True: it was begun before. */
  readonly goesOn: boolean;
}

/** How a round ended. */
export interface RoundEnd {
  readonly stopped: "quit" | "interrupt" | undefined;
  /** On the clock, those of earlier days too. */
  readonly seconds: number;
  /** Questions that the time did not allow. */
  readonly left: number;
}

/** Is told how a mock goes on. Marks are not among it. */
export interface Gallery {
  opened(opening: MockOpening): void;
  /** What comes next; where there is somebody to rest, they then rest before it. */
  roundNext(round: MockRound, opening: MockOpening): void;
  roundOver(round: MockRound, end: RoundEnd, opening: MockOpening): void;
}

/** Keeps. Resolves when the entry is on the disk. */
export interface AttemptLog {
  append(entry: JournalEntry): Promise<void>;
  /** Keeps a person's own words for a key point, so that later answers are marked with them. */
  accept(phrasing: OwnPhrasing): Promise<void>;
  /** What was told at STAR questions or written of a story, newest first, cleaned of escape and control characters; undefined where nothing is remembered. */
  tellings?(): Promise<readonly Telling[]>;
  /** The story bank, cleaned likewise; undefined where nothing is remembered. */
  stories?(): Promise<readonly BankStory[]>;
}

/** Time and new ids, from outside. */
export interface Clock {
  /** The wall clock as ISO 8601 with the zone's offset. */
  now(): string;
  /** An id that sorts by time and is not used twice. */
  newId(): string;
}

/** A language model that the person has set, which reads answers in sentences as well. */
export interface Judge {
  /** True: its score counts instead of the offline one. */
  readonly counts: boolean;
  /** Its reading; undefined where there is none, and the person was told why. Never rejects for what the judge does. */
  read(asked: Case, body: AnswerBody, grade: Grade): Promise<JudgeReading | undefined>;
}

/** The four together: where a session plays. */
export interface Stage {
  readonly interviewer: Interviewer;
  readonly audience: Audience;
  readonly log: AttemptLog;
  readonly clock: Clock;
  readonly judge?: Judge | undefined;
}

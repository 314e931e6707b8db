// Room: domain. An answer that is being given, as it is kept against a crash. Types only.
import type { Answer } from "./answer.ts";
import type { SessionKind } from "./attempt.ts";
import type { QuestionId, StarPart } from "./question.ts";

/** An answer so far. */
export interface AnswerDraft {
  readonly question: QuestionId;
  /** What stands there, and the clock. */
  readonly answer: Answer;
  /** The part of a story that is being told. */
  readonly part?: StarPart | undefined;
  /** Seconds on the clock of this prompt: of the part, where there are parts. */
  readonly promptSeconds: number;
}

/** What the session would have asked, so that it can go on. */
export interface DraftSession {
  readonly kind: SessionKind;
  readonly title: string;
  /** Questions after this one, in their order. */
  readonly left: readonly QuestionId[];
}

/** A draft as the disk holds it. */
export interface KeptDraft extends AnswerDraft {
  /** ISO 8601 with the zone's offset. */
  readonly at: string;
  readonly session: DraftSession;
}

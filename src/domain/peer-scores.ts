// Room: domain. What a friend made of a round: the form as it came back, and the record that is kept of it. Types only.
import type { QuestionId } from "./question.ts";
import type { Dimension, Level } from "./rubric.ts";

/** One question of a form. What the friend left open is not in it. */
export interface PeerScore {
  readonly question: QuestionId;
  /** By the signal's id. */
  readonly signals: Readonly<Record<string, Level>>;
  readonly levels: Readonly<Partial<Record<Dimension, Level>>>;
  /** Every key point that the form listed, by id: whether its box was ticked. */
  readonly heard: Readonly<Record<string, boolean>>;
  /** Empty when there is none. */
  readonly note: string;
}

export interface PeerForm {
  /** When its script was made: it tells one form from another. */
  readonly made: string;
  readonly loop: string;
  readonly round: string;
  /** The name that the friend wrote on it; empty where they wrote none. */
  readonly from: string;
  /** Those that the friend filled in. */
  readonly questions: readonly PeerScore[];
}

/** A script that was written for a friend: what it asks counts as asked. */
export interface ScriptRecord {
  readonly type: "script";
  readonly id: string;
  readonly at: string;
  /** As on its form. */
  readonly made: string;
  readonly loop: string;
  readonly round: string;
  readonly questions: readonly QuestionId[];
}

/** A form that came back, as it is kept. */
export interface PeerRecord extends PeerForm {
  readonly type: "peer";
  readonly id: string;
  readonly at: string;
}

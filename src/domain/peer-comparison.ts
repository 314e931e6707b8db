// Room: domain. A friend's scores of a round beside the person's own marks. Types only.
import type { SessionKind } from "./attempt.ts";
import type { Status } from "./grade.ts";
import type { Scale } from "./peer.ts";
import type { QuestionId } from "./question.ts";
import type { Dimension, Level } from "./rubric.ts";

/** The person's own latest answer to a question, as the marks have it. */
export interface OwnReading {
  readonly at: string;
  readonly sessionKind: SessionKind;
  readonly signals: Readonly<Record<string, Level>>;
  readonly levels: Readonly<Partial<Record<Dimension, Level>>>;
  readonly marks: Readonly<Record<string, Status>>;
}

/** A scale with both levels; `yours` is undefined where there is no answer to read it from. */
export interface ComparedScale {
  readonly of: Scale["of"];
  readonly id: string;
  readonly name: string;
  readonly theirs: Level;
  readonly yours: Level | undefined;
}

export interface ComparedPoint {
  readonly id: string;
  readonly text: string;
  readonly theirs: boolean;
  readonly yours: Status | undefined;
}

export interface ComparedQuestion {
  readonly question: QuestionId;
  readonly title: string;
  readonly note: string;
  readonly scales: readonly ComparedScale[];
  readonly points: readonly ComparedPoint[];
  /** The attempt that the own side is read from; undefined where there is none. */
  readonly own: { readonly at: string; readonly sessionKind: SessionKind } | undefined;
}

/** Of the scales and points that both sides have: how many there are, and how many agree. */
export interface PeerAgreement {
  readonly scales: number;
  readonly same: number;
  /** A level apart. */
  readonly near: number;
  readonly points: number;
  /** Heard and found, in part too; or neither. */
  readonly alike: number;
}

/** One place where the two sides differ. */
export type PeerDifference = { readonly title: string } & (
  | { readonly type: "scale"; readonly name: string; readonly theirs: Level; readonly yours: Level }
  | { readonly type: "point"; readonly text: string; readonly theirs: boolean }
);

export interface PeerComparison {
  readonly from: string;
  readonly at: string;
  readonly loop: string;
  readonly round: string;
  readonly questions: readonly ComparedQuestion[];
  readonly agreement: PeerAgreement;
  /** The greatest first. */
  readonly differences: readonly PeerDifference[];
}

// Room: domain. The journal's unit: an answer with its grade and its moment.
import type { AnswerBody } from "./answer.ts";
import type { OwnConfidence } from "./confidence.ts";
import type { Correction, Status } from "./grade.ts";
import type { Judgement } from "./judgement.ts";
import type { RatingRecord, Undo } from "./memory.ts";
import type { MockRecord, Probe } from "./mock.ts";
import type { PeerRecord, ScriptRecord } from "./peer-scores.ts";
import type { Dimension, Level } from "./rubric.ts";
import type { OutcomeRecord } from "./outcome.ts";
import type { Kind, QuestionId, StarPart } from "./question.ts";

/** How a session was held. */
export type SessionKind = "drill" | "quiz" | "star" | "framework" | "mock" | "grade";

/** A mark as the journal keeps it: the words stay in the deck. */
export interface KeptMark {
  readonly id: string;
  readonly status: Status;
  readonly strength: number;
}

/** An attempt but for what was answered and how it was marked: all that most readings of a history need, and a sixth of its length. */
export interface AttemptHead {
  readonly type: "attempt";
  readonly id: string;
  /** ISO 8601 with the zone's offset: `2026-11-21T19:30:05+01:00`. */
  readonly at: string;
  readonly session: string;
  readonly sessionKind: SessionKind;
  /** The round of the loop that a mock asked it in. */
  readonly round?: string | undefined;
  readonly question: QuestionId;
  readonly kind: Kind;
  readonly seconds: number;
  readonly timedOut: boolean;
  readonly hints: number;
  /** How well the person thought it went, before the marks; undefined when they did not say. */
  readonly confidence?: OwnConfidence | undefined;
  /** 0 to 1, by the grader. */
  readonly score: number;
  /** Asked on an unverified fact: told, not counted. */
  readonly unscored: boolean;
  /** Stopped with Ctrl-C or quit before it was finished. */
  readonly interrupted: boolean;
}

export interface Attempt extends AttemptHead {
  /** Seed of the case that was drawn. */
  readonly seed: number;
  readonly answer: AnswerBody;
  readonly overtime: number;
  readonly paused: number;
  readonly marks: readonly KeptMark[];
  /** Levels by dimension; empty for kinds that are marked exactly. */
  readonly levels: Readonly<Partial<Record<Dimension, Level>>>;
  readonly flags: readonly string[];
  readonly rules: number;
}

/** The person's own ticks for an attempt, kept beside the grader's. */
export interface AttemptCorrection {
  readonly type: "correction";
  readonly id: string;
  readonly at: string;
  readonly attempt: string;
  /** Empty when they looked and agreed. */
  readonly marks: Correction;
  /** The score that the corrected ticks give. */
  readonly score: number;
}

/** An attempt marked again by newer rules. The attempt's own record stays as it is. */
export interface Rescore {
  readonly type: "rescore";
  readonly id: string;
  readonly at: string;
  readonly attempt: string;
  /** 0 to 1, by the grader. */
  readonly graded: number;
  readonly marks: readonly KeptMark[];
  readonly levels: Readonly<Partial<Record<Dimension, Level>>>;
  readonly flags: readonly string[];
  readonly rules: number;
  /** The correction whose ticks `score` holds; absent where there was none. */
  readonly correction?: string | undefined;
  /** What the present marks and the person's own ticks give, 0 to 1; as `graded` without a correction. */
  readonly score: number;
}

/** What a judge beyond this program made of the answer of an attempt. A record of its own: the attempt is on the disk before anybody is asked. */
export interface AttemptJudgement extends Judgement {
  readonly type: "judgement";
  readonly id: string;
  readonly at: string;
  readonly attempt: string;
}

/** One telling of a story, kept for reuse; or its words as the person wrote them anew. */
export interface Story {
  readonly type: "story";
  readonly id: string;
  /** The id of the story's first telling; absent in the first itself. */
  readonly of?: string | undefined;
  readonly at: string;
  readonly title: string;
  readonly question: QuestionId;
  /** Empty for words that were written and not told. */
  readonly attempt: string;
  readonly parts: Readonly<Record<StarPart, string>>;
  readonly competencies: readonly string[];
}

/** What a person says that a story shows, or does not. Kept in the order said: the last word on a competency counts, until the story is told to a question again. */
export interface StoryTag {
  readonly type: "tag";
  readonly id: string;
  readonly at: string;
  /** The id of the story's first telling. */
  readonly story: string;
  readonly adds: readonly string[];
  readonly removes: readonly string[];
}

/** A story that the person took out of their bank, with its tellings until then. What was told stays in the journal. */
export interface StoryRemoval {
  readonly type: "removal";
  readonly id: string;
  readonly at: string;
  /** The id of the story's first telling. */
  readonly story: string;
}

/** A telling that was joined to a story wrongly, made a story of its own. */
export interface StorySplit {
  readonly type: "split";
  readonly id: string;
  readonly at: string;
  /** The id of the telling; never a story's first. */
  readonly telling: string;
  /** Of the new story. */
  readonly title: string;
}

/** A prompt at which a person had ten seconds to name a story of theirs. */
export interface Retrieval {
  readonly type: "retrieval";
  readonly id: string;
  readonly at: string;
  readonly session: string;
  readonly question: QuestionId;
  /** The id of the story's first telling; empty when none was named. */
  readonly story: string;
  readonly seconds: number;
  /** True when the story shows what the question asks. */
  readonly covers: boolean;
}

export type JournalEntry =
  | Attempt
  | AttemptCorrection
  | Rescore
  | AttemptJudgement
  | Story
  | StoryTag
  | StoryRemoval
  | StorySplit
  | Retrieval
  | Probe
  | MockRecord
  | ScriptRecord
  | PeerRecord
  | OutcomeRecord
  | RatingRecord
  | Undo;

/** What is kept besides attempts. */
export type LaterEntry = Exclude<JournalEntry, Attempt>;

/** What a history is made of: of attempts no more than their heads. */
export type HistoryEntry = AttemptHead | LaterEntry;

// Room: domain. What an answer was worth, with reasons.
import type { Judged } from "./rubric.ts";
import type { Span } from "./span.ts";

export type Status = "found" | "partly" | "not-found";

/** One thing that was looked for in the answer. For exact kinds: one option, blank, item or value. */
export interface Mark {
  readonly id: string;
  readonly text: string;
  readonly weight: number;
  readonly status: Status;
  /** 0 to 1. */
  readonly strength: number;
  /** What it counts, 0 to 1, where that is finer than its status: found 1, partly a half, not found nothing. */
  readonly credit?: number | undefined;
  /** The accepted phrasing or form that came nearest. */
  readonly phrasing?: string | undefined;
  /** Where in the answer (`answerText`) it matched. */
  readonly evidence: readonly Span[];
  /** The stretch of the answer that came nearest, also where nothing was found. */
  readonly nearest?: Span | undefined;
  /** STAR or framework part the mark belongs to. */
  readonly part?: string | undefined;
  readonly reason?: string | undefined;
}

/** A pitfall that the answer seems to have stepped into, with its sentence. */
export interface PitfallHit {
  readonly id: string;
  readonly text: string;
  readonly advice: string | undefined;
  readonly evidence: Span;
}

/** Something about the answer as a whole that limits its mark: the question copied back, too short. */
export interface Flag {
  readonly id: string;
  readonly reason: string;
  /** The most that the answer may score while the flag stands, 0 to 1. */
  readonly cap: number;
  /** Where in the answer (`answerText`) it shows, where it has a place. */
  readonly evidence?: readonly Span[];
}

export const bands = ["not yet", "getting there", "good", "strong"] as const;
export type Band = (typeof bands)[number];

export interface Grade {
  /** 0 to 1. */
  readonly score: number;
  readonly band: Band;
  readonly marks: readonly Mark[];
  readonly pitfalls: readonly PitfallHit[];
  readonly flags: readonly Flag[];
  /** The dimensions that apply to the answer, coverage first; none for kinds that are marked exactly. */
  readonly levels: readonly Judged[];
  /** Worked steps or the right answer, line by line, where a kind has them. */
  readonly workings: readonly string[];
  /** The one thing to do next. */
  readonly next: string | undefined;
  /** Version of the rules that gave the grade. */
  readonly rules: number;
}

/** The person's own ticks, by mark id, where they differ from the grader's. */
export type Correction = Readonly<Record<string, Status>>;

/** Band of a score, 0 to 1. Cut at .40, .65 and .85: words, because two points are not a difference. */
export function bandOf(score: number): Band {
  if (score >= 0.85) return "strong";
  if (score >= 0.65) return "good";
  if (score >= 0.4) return "getting there";
  return "not yet";
}

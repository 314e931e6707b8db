// Room: domain. What a committee makes of a mock: a row a signal with the words behind it, a leaning with its reasons, what to fix; and the debrief that holds it all. Types, and the five leanings.
import type { Status } from "./grade.ts";
import type { Level } from "./rubric.ts";

export const leanings = ["strong no", "no", "mixed", "yes", "strong yes"] as const;
export type Leaning = (typeof leanings)[number];

/** The person's own words, and what they show. */
export interface Quoted {
  /** A sentence of the answer, in quotation marks. */
  readonly quote: string;
  readonly shows: string;
  /** The title of the question. */
  readonly in: string;
  /** True: it came only when somebody asked for it. */
  readonly whenPressed: boolean;
}

/** How far the answers of a mock show one signal. */
export interface SignalRow {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  /** Undefined where no answer could show it. */
  readonly level: Level | undefined;
  /** 0 to 1; what the level is made of. */
  readonly share: number | undefined;
  /** Answers that could show it. */
  readonly answers: number;
  readonly evidence: readonly Quoted[];
  /** What was looked for and held it back most, in words; empty where nothing did. */
  readonly heldBackBy: readonly string[];
}

/** One thing to fix. */
export interface Fix {
  readonly what: string;
  readonly because: string;
  /** What `coach drill` takes. */
  readonly practice: string;
}

export interface Scorecard {
  /** Undefined where nothing was heard that a leaning could rest on. */
  readonly leaning: Leaning | undefined;
  readonly reasons: readonly string[];
  readonly signals: readonly SignalRow[];
  /** At most three, the most telling first. */
  readonly fixes: readonly Fix[];
}

/** A question of a round, as it went. */
export interface DebriefAnswer {
  readonly question: string;
  readonly title: string;
  readonly prompt: string;
  /** Empty for kinds that are answered in a key or two. */
  readonly text: string;
  /** 0 to 1. */
  readonly score: number;
  readonly seconds: number;
  /** What was looked for and not found. */
  readonly notFound: readonly string[];
  readonly probes: readonly { readonly chair: string; readonly asked: string; readonly reply: string; readonly status: Status }[];
}

export interface DebriefRound {
  readonly title: string;
  readonly number: number;
  readonly people: readonly string[];
  readonly isOver: boolean;
  readonly answers: readonly DebriefAnswer[];
  readonly skipped: number;
  readonly notes: readonly string[];
}

/** All that is told after a mock. */
export interface Debrief {
  /** The loop's id. */
  readonly loop: string;
  readonly company: string;
  readonly role: string;
  /** When the mock was begun. */
  readonly at: string;
  readonly pace: number;
  readonly scorecard: Scorecard;
  readonly rounds: readonly DebriefRound[];
}

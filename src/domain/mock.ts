// Room: domain. A mock: a loop held round by round, its people in their chairs, what they ask beyond the questions, and what is kept of it.
import type { Status } from "./grade.ts";
import type { Round } from "./loop.ts";
import type { QuestionId } from "./question.ts";

/** Somebody who sits in a round, and what they press on. */
export interface Chair {
  readonly person: string;
  readonly on: readonly string[];
  /** Ids of key points that they ask about when an answer does not show them. */
  readonly points: readonly string[];
}

/** A round as a mock holds it. */
export interface MockRound {
  readonly round: Round;
  /** Its place in the loop, from 1. */
  readonly number: number;
  /** At pace 1. */
  readonly minutes: number;
  readonly chairs: readonly Chair[];
  readonly questions: readonly QuestionId[];
}

/** Minutes of a round whose length no source gives: the usual length of an interview. */
export const usualRoundMinutes = 45;

/** Minutes for the reply to a probe. */
export const probeMinutes = 1.5;

/** The people of a round, in the order of its file; one without a name where the file names nobody. */
export function chairsOf({ people, presses }: Round): readonly Chair[] {
  const named = people.length === 0 ? ["interviewer"] : people;
  return named.map((person) => {
    const own = presses.filter((pressing) => pressing.person === person);
    return { person, on: own.map(({ on }) => on), points: own.flatMap(({ points }) => points) };
  });
}

/** What a chair put to the person about a key point that their answer did not show, and what came back. Kept beside the attempt. */
export interface Probe {
  readonly type: "probe";
  readonly id: string;
  readonly at: string;
  readonly session: string;
  /** The attempt that it asks about. */
  readonly attempt: string;
  readonly question: QuestionId;
  readonly keyPoint: string;
  readonly chair: string;
  readonly asked: string;
  /** True: the first reply went past it. */
  readonly isAgain: boolean;
  /** Empty when there was no reply. */
  readonly reply: string;
  readonly seconds: number;
  /** How far the reply covers the key point. */
  readonly status: Status;
}

/** What is kept of a mock beside its answers. */
export interface MockRecord {
  readonly type: "mock";
  readonly id: string;
  readonly at: string;
  readonly session: string;
  readonly what: MockEvent;
}

/** Rounds are named by their ids. */
export type MockEvent =
  | MockOpened
  | { readonly event: "skipped"; readonly round: string; readonly question: QuestionId }
  | { readonly event: "round-over"; readonly round: string }
  | { readonly event: "note"; readonly round: string; readonly text: string }
  | { readonly event: "ended" };

/** The plan that a mock is held by, so that it can go on another day. */
export interface MockOpened {
  readonly event: "opened";
  readonly loop: string;
  readonly seed: number;
  /** Minutes are multiplied by it. */
  readonly pace: number;
  /** False: no clock. */
  readonly timer: boolean;
  readonly rounds: readonly { readonly round: string; readonly questions: readonly QuestionId[] }[];
}

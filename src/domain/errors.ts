// Room: domain. The one error that is meant for a person.
import type { Place } from "./problem.ts";

/** usage: the command line is wrong (exit 2). input: a deck, answers file or posting is wrong (exit 3). failure: it failed (exit 1). */
export type Fault = "usage" | "input" | "failure";

export interface CoachErrorDetails {
  readonly fault: Fault;
  readonly place?: Place | undefined;
  readonly advice?: string | undefined;
  readonly cause?: unknown;
}

/** An error that a person can act on. Anything else that is thrown is a bug. */
export class CoachError extends Error {
  readonly fault: Fault;
  readonly place: Place | undefined;
  readonly advice: string | undefined;

  constructor(message: string, details: CoachErrorDetails) {
    super(message, { cause: details.cause });
    this.name = "CoachError";
    this.fault = details.fault;
    this.place = details.place;
    this.advice = details.advice;
  }
}

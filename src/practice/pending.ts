// Room: practice. Where a mock broke off: the answer whose probe is still to be asked. Pure.
import type { Attempt } from "../domain/attempt.ts";
import type { MockEvent, Probe } from "../domain/mock.ts";
import { isDodged } from "./probe.ts";

/** An answer that was kept before the last word on it was asked for. */
export interface Unpressed {
  readonly attempt: Attempt;
  /** True: its probe was asked, and the reply went past it. */
  readonly isAgain: boolean;
}

/** The answer to press on where this was kept last; undefined where nothing waits. */
export function pendingAfter(last: Attempt | Probe | MockEvent, attempts: readonly Attempt[]): Unpressed | undefined {
  if ("event" in last) return undefined;
  if (last.type === "attempt") return last.interrupted ? undefined : { attempt: last, isAgain: false };
  const attempt = attempts.find(({ id }) => id === last.attempt);
  return attempt && !last.isAgain && isDodged(last) ? { attempt, isAgain: true } : undefined;
}

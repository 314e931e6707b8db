// Room: terminal. The clock of one question, from monotonic milliseconds alone. Pure.
import type { Phase } from "../../domain/question.ts";

/** How the clock stands: all times in milliseconds of the monotonic clock. */
export interface Countdown {
  /** Undefined: no limit, the time is only measured. */
  readonly allowed: number | undefined;
  readonly phases: readonly { readonly name: string; readonly until: number }[];
  readonly startedAt: number;
  /** Pauses that are over. */
  readonly paused: number;
  readonly pausedAt: number | undefined;
}

/** What the clock says at one moment; times in milliseconds. */
export interface Reading {
  /** Time on the clock, pauses left out. */
  readonly elapsed: number;
  /** Never below 0; undefined without a limit. */
  readonly left: number | undefined;
  readonly warning: "none" | "quarter" | "ten-seconds" | "time";
  readonly overtime: number;
  readonly phase: { readonly name: string; readonly left: number } | undefined;
  readonly isPaused: boolean;
  /** All pauses so far, the running one too. */
  readonly paused: number;
}

/** Starts the clock at `now`. Phases that do not fill the time exactly are stretched to it. */
export function startCountdown(seconds: number | undefined, phases: readonly Phase[], now: number): Countdown {
  const allowed = seconds === undefined ? undefined : seconds * 1000;
  const minutes = phases.reduce((sum, phase) => sum + phase.minutes, 0);
  let until = 0;
  const ends = phases.map((phase) => {
    until += allowed === undefined ? 0 : (phase.minutes / minutes) * allowed;
    return { name: phase.name, until };
  });
  return { allowed, phases: allowed === undefined ? [] : ends, startedAt: now, paused: 0, pausedAt: undefined };
}

/** A clock that ran for some seconds before the program ended, and stands there until the person lets it go on. */
export function continueCountdown(countdown: Countdown, alreadyRun: number): Countdown {
  return { ...countdown, startedAt: countdown.startedAt - alreadyRun * 1000, pausedAt: countdown.startedAt };
}

/** Stops the clock, from `now` or from an earlier moment that is known only afterwards. */
export function pauseCountdown(countdown: Countdown, now: number): Countdown {
  return countdown.pausedAt === undefined ? { ...countdown, pausedAt: now } : countdown;
}

/** Lets the clock run on. */
export function resumeCountdown(countdown: Countdown, now: number): Countdown {
  if (countdown.pausedAt === undefined) return countdown;
  return { ...countdown, paused: countdown.paused + Math.max(now - countdown.pausedAt, 0), pausedAt: undefined };
}

/** Reads the clock. */
export function readCountdown(countdown: Countdown, now: number): Reading {
  const paused = countdown.paused + (countdown.pausedAt === undefined ? 0 : Math.max(now - countdown.pausedAt, 0));
  const elapsed = Math.max(now - countdown.startedAt - paused, 0);
  const { allowed } = countdown;
  const left = allowed === undefined ? undefined : Math.max(allowed - elapsed, 0);
  const phase = countdown.phases.find((each) => elapsed < each.until);
  return {
    elapsed,
    left,
    warning: warningAt(left, allowed),
    overtime: allowed === undefined ? 0 : Math.max(elapsed - allowed, 0),
    phase: phase && { name: phase.name, left: phase.until - elapsed },
    isPaused: countdown.pausedAt !== undefined,
    paused,
  };
}

function warningAt(left: number | undefined, allowed: number | undefined): Reading["warning"] {
  if (left === undefined || allowed === undefined) return "none";
  if (left === 0) return "time";
  if (left <= 10_000) return "ten-seconds";
  return left <= allowed / 4 ? "quarter" : "none";
}

/** Milliseconds until the shown seconds change. */
export function untilNextSecond(reading: Reading): number {
  if (reading.left !== undefined && reading.left > 0) return reading.left % 1000 || 1000;
  return 1000 - (reading.elapsed % 1000);
}

/** Both clocks at one moment, in milliseconds. */
export interface Moment {
  readonly monotonic: number;
  readonly wall: number;
}

/** Milliseconds that the machine slept between two moments: the wall clock went on and the monotonic one did not. Up to 2 s is called drift, and 0. */
export function sleptBetween(earlier: Moment, later: Moment): number {
  const slept = later.wall - earlier.wall - (later.monotonic - earlier.monotonic);
  return slept > 2000 ? slept : 0;
}

/** `3:05`; hours as `1:03:05`. Parts of a second are left out. */
export function tellClock(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const two = (value: number): string => String(value).padStart(2, "0");
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes}:${two(seconds % 60)}`;
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`;
}

/** Time that is left, rounded up: a clock says 0:00 only when the time is up. */
export function tellLeft(milliseconds: number): string {
  return tellClock(Math.ceil(milliseconds / 1000) * 1000);
}

/** A stretch of time in words: `42 seconds`, `3 minutes`, `2 hours`. */
export function tellStretch(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  const [amount, unit] = seconds < 90 ? [seconds, "second"] : seconds < 5400 ? [Math.round(seconds / 60), "minute"] : [Math.round(seconds / 3600), "hour"];
  return `${amount} ${unit}${amount === 1 ? "" : "s"}`;
}

// Room: scheduling. On which evenings of a plan a framework is practised: early, and each time again when half of what was left has gone. Pure.
import { type Day, daysBetween } from "../domain/calendar.ts";
import type { DayFrame } from "./plan-days.ts";

/** A framework that the questions of a plan lean on. */
export interface FrameworkAim {
  readonly id: string;
  readonly title: string;
  /** Of one session with it. */
  readonly minutes: number;
  /** When it was practised last; undefined: never. */
  readonly last: Day | undefined;
}

export interface FrameworkAims {
  readonly frameworks: readonly FrameworkAim[];
  readonly interview: Day;
  readonly minutesPerEvening: number;
}

/** A framework rests so many days at least. */
const leastRest = 3;

/**
 * Which framework which evening has: one at most, none beside a mock or before an interview, none that takes more than half of an evening.
 * Of who has only begun, the first evening finds out where they stand.
 */
export function frameworkDays(
  { frameworks, interview, minutesPerEvening }: FrameworkAims,
  frames: readonly DayFrame[],
  isBegun: boolean,
): ReadonlyMap<Day, FrameworkAim> {
  const days = new Map<Day, FrameworkAim>();
  const last = new Map(frameworks.map((framework) => [framework, framework.last]));
  const short = frameworks.filter(({ minutes }) => minutes <= minutesPerEvening / 2);
  for (const { day, room } of frames.slice(isBegun ? 0 : 1).filter(({ kind }) => kind === "practice")) {
    const waits = (framework: FrameworkAim): number => waitOn(day, last.get(framework), interview);
    const [ripe] = short.filter((framework) => framework.minutes <= room && waits(framework) >= 0).toSorted((a, b) => waits(b) - waits(a));
    if (!ripe) continue;
    days.set(day, ripe);
    last.set(ripe, day);
  }
  return days;
}

/** The days that it waits already; below 0 where it rests. What was never practised waits longest. */
function waitOn(day: Day, last: Day | undefined, interview: Day): number {
  if (last === undefined) return Number.MAX_SAFE_INTEGER;
  return daysBetween(last, day) - Math.max(leastRest, Math.ceil(daysBetween(last, interview) / 2));
}

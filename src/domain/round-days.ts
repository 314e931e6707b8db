// Room: domain. When each round of a loop falls, counted back from the last one. Pure.
import { addBusinessDays, addDays, type Day } from "./calendar.ts";
import type { Loop } from "./loop.ts";

/** For each round its day, or undefined where no source says how far apart they are. Only the last is known; the others are estimates. */
export function roundDays(loop: Loop, interviewDate: Day): readonly (Day | undefined)[] {
  const gap = readGap(loop.gap);
  const days: (Day | undefined)[] = [];
  let day: Day | undefined = interviewDate;
  for (const round of loop.rounds.toReversed()) {
    days.unshift(day);
    if (day !== undefined) day = dayBefore(day, round.days, gap);
  }
  return days;
}

interface Gap {
  readonly count: number;
  readonly isBusiness: boolean;
}

/** A gap between rounds as the loop's file tells it: `3 business days`, `2 days`, `1 week`. */
function readGap(text: string | undefined): Gap | undefined {
  const found = /^\D*(\d{1,3})\s*(?:(business|working)\s*)?(day|week)s?\b/i.exec(text ?? "");
  if (!found) return undefined;
  const isWeeks = found[3]?.toLowerCase() === "week";
  return { count: Number(found[1]) * (isWeeks ? 7 : 1), isBusiness: found[2] !== undefined };
}

/** The stage's own days win over the loop's general gap. */
function dayBefore(day: Day, stageDays: number | undefined, gap: Gap | undefined): Day | undefined {
  if (stageDays !== undefined) return addDays(day, -stageDays);
  if (!gap) return undefined;
  return gap.isBusiness ? addBusinessDays(day, -gap.count) : addDays(day, -gap.count);
}

// Room: progress. The journal along the time: day by day or week by week, by the time of day, against the clock of the questions. Pure.
import type { AttemptHead } from "../domain/attempt.ts";
import { type Day, daysBetween, mondayOf } from "../domain/calendar.ts";
import type { Kind } from "../domain/question.ts";
import type { Pace, PeriodStats, TimeOfDay, TimeOfDayStats } from "../domain/stats.ts";

/** Days between the first and the last answer beyond which weeks are told. */
const mostDays = 21;

/** Answers, and their scores all together: added up one by one, since a list of each group is the most of what a long history takes. */
export interface Sum {
  answers: number;
  total: number;
}

/** The sum of a group, to be added to. */
export function sumIn<K>(sums: Map<K, Sum>, group: K): Sum {
  const known = sums.get(group);
  if (known) return known;
  const sum = { answers: 0, total: 0 };
  sums.set(group, sum);
  return sum;
}

function addAll<K>(sums: Map<K, Sum>, group: K, { answers, total }: Readonly<Sum>): void {
  const sum = sumIn(sums, group);
  sum.answers += answers;
  sum.total += total;
}

/** Evenings in order, or their weeks; each answer has the score that stands. */
export function periodsOf(evenings: ReadonlyMap<Day, Sum>): readonly PeriodStats[] {
  const days = [...evenings.keys()].toSorted();
  const isWeek = daysBetween(days[0] ?? "", days.at(-1) ?? "") > mostDays;
  const periods = new Map<Day, Sum>();
  for (const day of days) addAll(periods, isWeek ? mondayOf(day) : day, evenings.get(day) as Sum);
  return [...periods].map(([from, sum]) => ({ from, isWeek, ...meanIn(sum) }));
}

const times = [
  ["night", 0],
  ["morning", 5],
  ["afternoon", 12],
  ["evening", 18],
  ["night", 23],
] as const satisfies readonly (readonly [TimeOfDay, number])[];

/** The parts of the day, from sums by the hour on the wall (two digits) where the answers were given. */
export function timesOfDayOf(hours: ReadonlyMap<string, Sum>): readonly TimeOfDayStats[] {
  const sums = new Map<TimeOfDay, Sum>();
  for (const [hour, sum] of hours) addAll(sums, timeOf(Number(hour)), sum);
  return (["morning", "afternoon", "evening", "night"] as const).flatMap((time) => {
    const sum = sums.get(time);
    return sum ? [{ time, ...meanIn(sum) }] : [];
  });
}

function timeOf(hour: number): TimeOfDay {
  return times.findLast(([, from]) => from <= hour)?.[0] ?? "night";
}

/** Answers in sentences, and the shares of their questions' minutes that they took, all together. */
export interface Paced {
  answers: number;
  taken: number;
}

const inSentences: readonly Kind[] = ["open", "star", "rewrite"];

/** True for an answer whose pace says something. */
export function isPaced({ kind, seconds }: Pick<AttemptHead, "kind" | "seconds">): boolean {
  return seconds > 0 && inSentences.includes(kind);
}

/** How answers in sentences stood to the minutes of their questions. */
export function paceOf({ answers, taken }: Paced, timedOut: number): Pace | undefined {
  return answers === 0 ? undefined : { answers, taken: taken / answers, timedOut };
}

function meanIn({ answers, total }: Sum): { readonly answers: number; readonly mean: number } {
  return { answers, mean: total / answers };
}

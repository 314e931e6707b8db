// Room: progress. The journal along the time: day by day or week by week, by the time of day, against the clock of the questions. Pure.
import type { AttemptHead } from "../domain/attempt.ts";
import { type Day, daysBetween, eveningOf, mondayOf } from "../domain/calendar.ts";
import type { Kind, QuestionId } from "../domain/question.ts";
import type { Pace, PeriodStats, TimeOfDay, TimeOfDayStats } from "../domain/stats.ts";

/** Days between the first and the last answer beyond which weeks are told. */
const mostDays = 21;

/** Answers, and their scores all together: added up one by one, since a list of each group is the most of what a long history takes. */
export interface Sum {
  answers: number;
  total: number;
}

/** Adds an answer, or several, to the sum of a group. */
function addTo<K>(sums: Map<K, Sum>, group: K, { answers, total }: Readonly<Sum>): void {
  const known = sums.get(group);
  if (!known) sums.set(group, { answers, total });
  else {
    known.answers += answers;
    known.total += total;
  }
}

/** Attempts that count, by evening: the hours until `dayEnds` o'clock belong to the day before. */
export function eveningsOf(attempts: readonly AttemptHead[], dayEnds = 0): ReadonlyMap<Day, Sum> {
  const evenings = new Map<Day, Sum>();
  for (const { at, score } of attempts) addTo(evenings, eveningOf(at, dayEnds), { answers: 1, total: score });
  return evenings;
}

/** Evenings in order, or their weeks; each answer has the score that stands. */
export function periodsOf(evenings: ReadonlyMap<Day, Sum>): readonly PeriodStats[] {
  const days = [...evenings.keys()].toSorted();
  const isWeek = daysBetween(days[0] ?? "", days.at(-1) ?? "") > mostDays;
  const periods = new Map<Day, Sum>();
  for (const day of days) addTo(periods, isWeek ? mondayOf(day) : day, evenings.get(day) as Sum);
  return [...periods].map(([from, sum]) => ({ from, isWeek, ...meanIn(sum) }));
}

const times = [
  ["night", 0],
  ["morning", 5],
  ["afternoon", 12],
  ["evening", 18],
  ["night", 23],
] as const satisfies readonly (readonly [TimeOfDay, number])[];

/** Attempts that count, by the hour on the wall where they were made. */
export function timesOfDayOf(attempts: readonly AttemptHead[]): readonly TimeOfDayStats[] {
  const hours = new Map<string, Sum>();
  for (const { at, score } of attempts) addTo(hours, at.slice(11, 13), { answers: 1, total: score });
  const sums = new Map<TimeOfDay, Sum>();
  for (const [hour, sum] of hours) addTo(sums, timeOf(Number(hour)), sum);
  return (["morning", "afternoon", "evening", "night"] as const).flatMap((time) => {
    const sum = sums.get(time);
    return sum ? [{ time, ...meanIn(sum) }] : [];
  });
}

function timeOf(hour: number): TimeOfDay {
  return times.findLast(([, from]) => from <= hour)?.[0] ?? "night";
}

/** How answers in sentences stood to their questions' minutes; those on questions that `minutesOf` does not know are left out. */
export function paceOf(attempts: readonly AttemptHead[], minutesOf: (question: QuestionId) => number | undefined): Pace | undefined {
  let [answers, taken, timedOut] = [0, 0, 0];
  for (const attempt of attempts) {
    const { kind, seconds } = attempt;
    if (!inSentences.includes(kind) || seconds <= 0) continue;
    if (attempt.timedOut) timedOut += 1;
    const allowed = minutesOf(attempt.question);
    if (allowed === undefined || allowed <= 0) continue;
    answers += 1;
    taken += seconds / (allowed * 60);
  }
  return answers === 0 ? undefined : { answers, taken: taken / answers, timedOut };
}

const inSentences: readonly Kind[] = ["open", "star", "rewrite"];

function meanIn({ answers, total }: Sum): { readonly answers: number; readonly mean: number } {
  return { answers, mean: total / answers };
}

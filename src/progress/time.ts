// Room: progress. The journal along the time: day by day or week by week, by the time of day, against the clock of the questions. Pure.
import type { AttemptHead } from "../domain/attempt.ts";
import { type Day, daysBetween, eveningOf, mondayOf } from "../domain/calendar.ts";
import { meanOf } from "../domain/evidence.ts";
import type { Question } from "../domain/question.ts";
import type { Pace, PeriodStats, TimeOfDay, TimeOfDayStats } from "../domain/stats.ts";

/** Days between the first and the last answer beyond which weeks are told. */
const mostDays = 21;

/** Attempts that count, by evening (the hours until `dayEnds` o'clock belong to the day before) or by week; each has the score that stands. */
export function periodsOf(attempts: readonly AttemptHead[], dayEnds = 0): readonly PeriodStats[] {
  const isWeek = spanOf(attempts.map(({ at }) => eveningOf(at, dayEnds))) > mostDays;
  const mondays = new Map<Day, Day>();
  const weekOf = (day: Day): Day => {
    const monday = mondays.get(day) ?? mondayOf(day);
    mondays.set(day, monday);
    return monday;
  };
  const groups = groupBy(attempts, ({ at }): Day => (isWeek ? weekOf(eveningOf(at, dayEnds)) : eveningOf(at, dayEnds)));
  return [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([from, group]) => ({ from, isWeek, ...scoresOf(group) }));
}

/** Days from the first of some days to the last. */
function spanOf(days: readonly Day[]): number {
  const [some = ""] = days;
  const [first, last] = days.reduce(([least, most], day) => [day < least ? day : least, day > most ? day : most] as const, [some, some] as const);
  return daysBetween(first, last);
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
  const groups = groupBy(attempts, ({ at }) => timeOf(Number(at.slice(11, 13))));
  return (["morning", "afternoon", "evening", "night"] as const).flatMap((time) => {
    const group = groups.get(time);
    return group ? [{ time, ...scoresOf(group) }] : [];
  });
}

function timeOf(hour: number): TimeOfDay {
  return times.findLast(([, from]) => from <= hour)?.[0] ?? "night";
}

/** How answers in sentences stood to their questions' minutes; those on questions that are gone are left out. */
export function paceOf(attempts: readonly AttemptHead[], questions: readonly Question[]): Pace | undefined {
  const minutes = new Map(questions.map((question) => [question.id, question.minutes]));
  const told = attempts.filter(({ kind, seconds }) => (kind === "open" || kind === "star" || kind === "rewrite") && seconds > 0);
  const shares = told.flatMap(({ question, seconds }) => {
    const allowed = minutes.get(question);
    return allowed === undefined || allowed <= 0 ? [] : [seconds / (allowed * 60)];
  });
  const taken = meanOf(shares);
  return taken === undefined ? undefined : { answers: shares.length, taken, timedOut: told.filter(({ timedOut }) => timedOut).length };
}

function scoresOf(attempts: readonly AttemptHead[]): { readonly answers: number; readonly mean: number } {
  return { answers: attempts.length, mean: meanOf(attempts.map(({ score }) => score)) ?? 0 };
}

function groupBy<K>(attempts: readonly AttemptHead[], keyOf: (attempt: AttemptHead) => K): ReadonlyMap<K, readonly AttemptHead[]> {
  const groups = new Map<K, AttemptHead[]>();
  for (const attempt of attempts) {
    const key = keyOf(attempt);
    const known = groups.get(key);
    if (known) known.push(attempt);
    else groups.set(key, [attempt]);
  }
  return groups;
}

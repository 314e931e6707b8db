// Room: scheduling. In which order questions are met for the first time: each round once, then the weakest oftener, what is near before what is far. Pure.
import type { Day } from "../domain/calendar.ts";
import { addDays } from "../domain/calendar.ts";
import { type Question, quickKinds } from "../domain/question.ts";
import type { Estimate } from "../domain/readiness.ts";
import type { DatedRound } from "./plan-days.ts";

/** Questions of one round, or of none, that were never answered, in the order in which they are met. */
export interface Waiting {
  readonly round: DatedRound | undefined;
  /** Expected credit of the round, 0 to 1; a half where nothing is known. */
  readonly value: number;
  readonly isUntested: boolean;
  readonly questions: Question[];
}

/** From so many days before a round on, its own questions come before those of others. */
const near = 4;

/** Sorts what was never answered by rounds; what belongs to no round comes last. */
export function waitingIn(questions: readonly Question[], rounds: readonly DatedRound[], estimates: readonly Estimate[]): readonly Waiting[] {
  const known = new Map(rounds.map((dated) => [dated.round.id, dated]));
  const keys: readonly (string | undefined)[] = [...known.keys(), undefined];
  return keys.flatMap((key) => {
    const own = questions.filter(({ round }) => (round !== undefined && known.has(round) ? round : undefined) === key);
    if (own.length === 0) return [];
    const estimate = key === undefined ? undefined : estimates.find(({ id }) => id === key);
    return [
      {
        round: key === undefined ? undefined : known.get(key),
        value: estimate?.value ?? 0.5,
        isUntested: (estimate?.tried ?? 0) === 0,
        questions: inTurn(own),
      },
    ];
  });
}

/** Long and quick ones in turn so that both take the same minutes, easier ones first. */
function inTurn(questions: readonly Question[]): Question[] {
  const sorted = questions.toSorted((a, b) => a.difficulty - b.difficulty || (a.id < b.id ? -1 : 1));
  const quick = { left: sorted.filter(({ kind }) => quickKinds.includes(kind)).values(), minutes: 0 };
  const long = { left: sorted.filter(({ kind }) => !quickKinds.includes(kind)).values(), minutes: 0 };
  const take = (from: typeof quick): Question | undefined => {
    const { value } = from.left.next();
    from.minutes += value?.minutes ?? 0;
    return value;
  };
  return sorted.flatMap(() => (long.minutes <= quick.minutes ? (take(long) ?? take(quick)) : (take(quick) ?? take(long))) ?? []);
}

/** The group that the next new question of a day comes from: rounds of which nothing is known, then those near, then the weakest. */
export function nextGroup(
  waiting: readonly Waiting[],
  day: Day,
  at: { readonly room: number; readonly met: ReadonlyMap<Waiting, number> },
): Waiting | undefined {
  const metOf = (group: Waiting): number => at.met.get(group) ?? 0;
  const rankOf = (group: Waiting): readonly number[] => [
    isPast(group, day) ? 1 : 0,
    group.round !== undefined && group.isUntested && metOf(group) === 0 ? 0 : 1,
    isNear(group, day) ? 0 : 1,
    // All groups come to their ends together, but that a round at 30 % goes twice as fast as one at 65 %.
    (metOf(group) + 1) / (metOf(group) + group.questions.length) / (1.05 - group.value),
    group.round?.number ?? 99,
  ];
  return waiting.filter((group) => group.questions.some(({ minutes }) => minutes <= at.room)).toSorted((a, b) => compare(rankOf(a), rankOf(b)))[0];
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at === -1 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

/** True when its estimated day is over: it may still come, as estimates go. */
function isPast({ round }: Waiting, day: Day): boolean {
  return round?.day !== undefined && round.day <= day;
}

function isNear({ round }: Waiting, day: Day): boolean {
  return round?.day !== undefined && round.day > day && addDays(round.day, -near) <= day;
}

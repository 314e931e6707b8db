// Room: scheduling. What each day until the interview is for: rounds, rest before them, mocks, practice. Pure.
import { addDays, type Day, daysBetween } from "../domain/calendar.ts";
import type { Loop, Round } from "../domain/loop.ts";
import { usualRoundMinutes } from "../domain/mock.ts";
import type { DayKind } from "../domain/plan.ts";
import { roundDays } from "../domain/round-days.ts";

/** A round with its place in the loop, from 1, and its day: known for the last one, counted back for others, undefined where no source tells. */
export interface DatedRound {
  readonly round: Round;
  readonly number: number;
  readonly day: Day | undefined;
}

/** A day before anything is put into it. */
export interface DayFrame {
  readonly day: Day;
  readonly kind: DayKind;
  /** Minutes at most. */
  readonly room: number;
  /** The round of the day, or what a rest or a mock stands before. */
  readonly round: DatedRound | undefined;
}

/** Days that are planned at most: half a year. A plan is made anew each evening, and nobody keeps to one for longer. */
export const planReach = 180;
/** Minutes of a day that is no evening of practice: a look at what is there, nothing hard. */
const leastMinutes = 10;
/** A mock faster than this is no rehearsal: people cannot speak four times as fast. */
const fastestPace = 0.25;

export interface FrameInput {
  readonly today: Day;
  readonly interview: Day;
  readonly loop: Loop | undefined;
  readonly minutesPerEvening: number;
  /** Minutes that were practised today already. */
  readonly minutesDone: number;
  /** True where something was answered on an earlier evening: the first evenings of all find out where somebody stands. */
  readonly isBegun: boolean;
  /** When a mock of a round was last held, by the round's id. */
  readonly rehearsed: ReadonlyMap<string, Day>;
}

/** The rounds of a loop with their days. */
export function datedRounds(loop: Loop | undefined, interview: Day): readonly DatedRound[] {
  if (!loop) return [];
  const days = roundDays(loop, interview);
  return loop.rounds.map((round, index) => ({ round, number: index + 1, day: days[index] }));
}

/** Every day from today to the interview, or as far as plans reach; none when it is past. */
export function framesFor(input: FrameInput): readonly DayFrame[] {
  const { today, interview, minutesPerEvening, minutesDone } = input;
  const left = daysBetween(today, interview);
  const rounds = datedRounds(input.loop, interview).filter(({ day }) => day !== undefined && day >= today);
  const kinds = kindsOf(input, rounds);
  return Array.from({ length: left < 0 ? 0 : Math.min(left, planReach) + 1 }, (_, index) => {
    const day = addDays(today, index);
    const { kind, round } = kinds.get(day) ?? { kind: "practice", round: undefined };
    const room = roomOf(kind, minutesPerEvening) - (index === 0 ? minutesDone : 0);
    return { day, kind, round, room: Math.max(0, room) };
  });
}

function roomOf(kind: DayKind, minutes: number): number {
  if (kind === "rest" || kind === "round") return Math.min(leastMinutes, minutes);
  return kind === "light" ? Math.max(Math.min(leastMinutes, minutes), Math.floor(minutes / 2)) : minutes;
}

type Kinds = Map<Day, { readonly kind: DayKind; readonly round: DatedRound | undefined }>;

function kindsOf(input: FrameInput, rounds: readonly DatedRound[]): Kinds {
  const kinds: Kinds = new Map([[input.interview, { kind: "round", round: undefined }]]);
  // What is counted back is a guess: an evening that is kept free for it is one in which nothing is learned.
  for (const round of rounds) kinds.set(round.day ?? input.interview, { kind: round.day === input.interview ? "round" : "estimated", round });
  const eve = addDays(input.interview, -1);
  if (eve >= input.today) kinds.set(eve, { kind: restBefore(input), round: kinds.get(input.interview)?.round });
  for (const round of rounds) {
    const day = mockDay(round, kinds, input);
    if (day !== undefined) kinds.set(day, { kind: "mock", round });
  }
  return kinds;
}

/** Who begins two days before the interview has nothing to rest from. */
function restBefore({ today, interview, isBegun }: FrameInput): DayKind {
  return isBegun || daysBetween(today, interview) >= 3 ? "rest" : "light";
}

/** A mock stands for the one of the plan when it was held so many days before the round at most. */
const rehearsalHolds = 7;

/** Two days before the round, or a little earlier where that day is taken; for who has only begun, none in the first two evenings. */
function mockDay(round: DatedRound, kinds: Kinds, { today, interview, minutesPerEvening, isBegun, rehearsed }: FrameInput): Day | undefined {
  const day = round.day ?? interview;
  const held = rehearsed.get(round.round.id);
  if (paceOf(round, minutesPerEvening) === undefined || (held !== undefined && held >= addDays(day, -rehearsalHolds))) return undefined;
  const soonest = addDays(today, isBegun ? 0 : 2);
  return [2, 3, 4].map((before) => addDays(day, -before)).find((evening) => evening >= soonest && !kinds.has(evening));
}

/** How fast a round must be held to fit into an evening, 0 to 1; undefined where that would be no rehearsal. */
export function paceOf({ round }: DatedRound, minutes: number): number | undefined {
  const pace = Math.min(1, Math.floor((100 * minutes) / (round.minutes ?? usualRoundMinutes)) / 100);
  return pace < fastestPace ? undefined : pace;
}

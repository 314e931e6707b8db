// Room: scheduling. From today's journal and date to a plan until the interview. Pure: the same day and journal give the same plan.
import type { Day } from "../domain/calendar.ts";
import { meanOf } from "../domain/evidence.ts";
import type { Card } from "../domain/memory.ts";
import type { Plan, PlanDay } from "../domain/plan.ts";
import type { Question, QuestionId } from "../domain/question.ts";
import { recallOn } from "./fsrs.ts";
import { type Course, fillDay, type PlanInput } from "./plan-course.ts";
import { type DatedRound, datedRounds, type DayFrame, framesFor, planReach } from "./plan-days.ts";
import { frameworkDays } from "./plan-frameworks.ts";
import { leeway, minutesOf } from "./plan-items.ts";
import { droppedOf, lateGroup, stillDue } from "./plan-left.ts";
import { waitingIn } from "./plan-queue.ts";

/** Makes the plan. Nothing stands on a day after the interview, and no day has more minutes than an evening. */
export function planOf(input: PlanInput): Plan {
  const { today, interview, loop, questions, minutesPerEvening } = input;
  const { course, frames, own, rounds } = beginning(input);
  const days = frames.map((frame) => fillDay(course, frame));
  const until = days.at(-1)?.day;
  const reaches = until === undefined || until === interview;
  const dropped = reaches ? droppedOf(course) : [];
  const late = days.length > 0 && reaches ? stillDue(course) : [];
  return {
    today,
    interview,
    loop: loop?.id,
    company: input.company,
    role: input.role,
    minutesPerEvening,
    days,
    until: reaches ? undefined : until,
    expected: expectedOf(questions, { before: own, after: course.cards, interview }),
    again: [...course.again],
    dropped: late.length === 0 ? dropped : [...dropped, lateGroup(late)],
    isFeasible: dropped.length === 0 && late.length === 0,
    notes: notesOf(input, { rounds, reaches }),
  };
}

/** True where a plan has room for everything. Where minutes alone say no, no plan is made: each of these questions needs a look at least. */
export function isFeasible(input: PlanInput): boolean {
  const start = beginning(input);
  return hasMinutes(start, minutesOfNew(start) + minutesOf(stillDue(start.course))) && planOf(input).isFeasible;
}

function minutesOfNew({ course }: Beginning): number {
  return course.waiting.reduce((sum, { questions }) => sum + minutesOf(questions), 0);
}

function hasMinutes({ frames, course }: Beginning, minutes: number): boolean {
  const room = frames.reduce((sum, frame) => sum + frame.room, 0);
  return frames.at(-1)?.day !== course.input.interview || minutes <= room + leeway;
}

/** The first day of a plan, and what is known without the others. */
export interface Tonight {
  /** Undefined where the interview is past. */
  readonly day: PlanDay | undefined;
  /** True where the evenings have minutes enough for all that was never met, or are more than a plan reaches. */
  readonly fitsNew: boolean;
}

/** The first day of the plan alone, for a tenth of the work. */
export function tonightOf(input: PlanInput): Tonight {
  const start = beginning(input);
  // Before the evening takes some of it.
  const fitsNew = hasMinutes(start, minutesOfNew(start));
  const [day] = start.frames.slice(0, 1).map((frame) => fillDay(start.course, frame));
  return { day, fitsNew };
}

interface Beginning {
  readonly course: Course;
  readonly frames: readonly DayFrame[];
  /** The cards of the plan's questions, as they are today. */
  readonly own: ReadonlyMap<QuestionId, Card>;
  readonly rounds: readonly DatedRound[];
}

function beginning(input: PlanInput): Beginning {
  const { interview, loop, questions, cards } = input;
  const rounds = datedRounds(loop, interview);
  const byId = new Map(questions.map((question) => [question.id, question]));
  const own = new Map<QuestionId, Card>();
  for (const [id, card] of cards) if (byId.has(id)) own.set(id, card);
  const unmet = questions.filter(({ id }) => !own.has(id));
  const waiting = waitingIn(unmet, rounds, input.rounds);
  const isBegun = [...own.values()].some(({ last }) => last < input.today);
  const frames = framesFor({ ...input, isBegun });
  const frameworks = frameworkDays(input, frames, isBegun);
  const leastMinutes = questions.reduce((least, { minutes }) => Math.min(least, minutes), Number.POSITIVE_INFINITY);
  const course = { input, byId, cards: new Map(own), metCards: undefined, waiting, met: new Map(), again: new Set<QuestionId>(), frameworks, leastMinutes };
  return { course, frames, own, rounds };
}

function expectedOf(
  questions: readonly Question[],
  { before, after, interview }: { readonly before: ReadonlyMap<QuestionId, Card>; readonly after: ReadonlyMap<QuestionId, Card>; readonly interview: Day },
): Plan["expected"] {
  const recallBy = (cards: ReadonlyMap<QuestionId, Card>): number =>
    meanOf(
      questions.map(({ id }) => {
        const card = cards.get(id);
        return card ? recallOn(card, interview) : 0;
      }),
    ) ?? 0;
  return { recall: recallBy(after), recallWithout: recallBy(before), met: after.size, questions: questions.length };
}

function notesOf(
  { today, interview }: PlanInput,
  { rounds, reaches }: { readonly rounds: readonly { readonly day: Day | undefined }[]; readonly reaches: boolean },
): readonly string[] {
  if (interview < today) return ["The interview is past. Set the next one: coach config set interview-date DAY."];
  const estimated = rounds.slice(0, -1).filter(({ day }) => day !== undefined);
  const past = estimated.filter(({ day }) => day !== undefined && day < today).length;
  return [
    ...(estimated.length > past
      ? ["Only the last round's day is known; those before it are counted back by the reported time between rounds. Ask the recruiter."]
      : []),
    ...(past > 0 ? [`By that count ${past} of ${rounds.length} rounds would be over; their questions are kept, behind the others.`] : []),
    ...(reaches ? [] : [`The interview is further off than a plan reaches: this one goes ${planReach} days, and is made anew each evening.`]),
  ];
}

/** The fewest minutes an evening, in steps of five and at most `most`, with which nothing has to give; undefined where even those are too few. */
export function minutesThatDo(input: PlanInput, most = 240): number | undefined {
  const does = (minutes: number): boolean => isFeasible({ ...input, minutesPerEvening: minutes });
  let low = Math.ceil((input.minutesPerEvening + 1) / 5);
  let high = Math.floor(most / 5);
  if (low > high || !does(high * 5)) return undefined;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (does(middle * 5)) high = middle;
    else low = middle + 1;
  }
  return high * 5;
}

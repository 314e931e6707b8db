// Room: scheduling. The evenings of a plan, filled in turn: what is due, what is new, and what memory makes of both. Pure.
import { addDays, type Day } from "../domain/calendar.ts";
import type { Loop } from "../domain/loop.ts";
import type { Card } from "../domain/memory.ts";
import type { PlanDay } from "../domain/plan.ts";
import type { Question, QuestionId } from "../domain/question.ts";
import type { Estimate } from "../domain/readiness.ts";
import { askedOn, gainBy } from "./due.ts";
import { nextCard, recallOn } from "./fsrs.ts";
import type { DayFrame } from "./plan-days.ts";
import { type DayContent, itemsOf, minutesOf, mockMinutes } from "./plan-items.ts";
import { nextGroup, type Waiting } from "./plan-queue.ts";

export interface PlanInput {
  readonly today: Day;
  readonly interview: Day;
  readonly loop: Loop | undefined;
  /** What commands take for the questions: `walmart/ai-pm`; undefined: everything. */
  readonly what: string | undefined;
  readonly company: string | undefined;
  readonly role: string | undefined;
  readonly minutesPerEvening: number;
  readonly newPerEvening: number;
  /** Minutes that were practised today already, and questions that were new today. */
  readonly minutesDone: number;
  readonly newDone: number;
  readonly retention: number;
  readonly questions: readonly Question[];
  readonly cards: ReadonlyMap<QuestionId, Card>;
  /** Readiness of the rounds. */
  readonly rounds: readonly Estimate[];
}

/** Where the evenings have got to. */
export interface Course {
  readonly input: PlanInput;
  readonly byId: ReadonlyMap<QuestionId, Question>;
  readonly cards: Map<QuestionId, Card>;
  readonly waiting: readonly Waiting[];
  readonly met: Map<Waiting, number>;
  readonly again: Set<QuestionId>;
}

/** In the last days before the interview everything that would be forgotten by then is due. */
const closing = 7;
/** What is new has at least this share of an evening: most of it while there are rounds of which nothing is known. */
const shareOfNew = { untested: 0.7, tested: 0.5 } as const;

/** Fills an evening, and goes on as if it had been held: what was known is recalled, what is new is only half known after it. */
export function fillDay(course: Course, frame: DayFrame): PlanDay {
  const { minutesPerEvening, what, loop } = course.input;
  const content = frame.kind === "round" ? { reviews: [], fresh: [] } : contentOf(course, frame);
  for (const { id } of content.reviews) look(course, id, frame.day);
  for (const { id } of content.fresh) look(course, id, frame.day);
  const items = itemsOf(frame, content, { what, loop: loop?.id, minutes: minutesPerEvening });
  const minutes = items.reduce((sum, item) => sum + item.minutes, 0);
  return { day: frame.day, kind: frame.kind, minutes, items, round: frame.round?.round.title };
}

function look({ cards, again, input }: Course, question: QuestionId, day: Day): void {
  const card = cards.get(question);
  if (card) again.add(question);
  // A first meeting is a test and seldom knowledge: rated one lower than a look at what was known.
  cards.set(question, nextCard(card, { question, day, rating: card ? "good" : "hard" }, input));
}

function contentOf(course: Course, frame: DayFrame): DayContent {
  const room = frame.room - mockMinutes(frame, course.input.minutesPerEvening);
  const takesNew = frame.kind === "practice" || frame.kind === "mock" || course.cards.size === 0;
  const due = dueQuestions(course, frame.day);
  const untested = course.waiting.some((group) => group.round !== undefined && group.isUntested && !course.met.has(group));
  const hasNew = takesNew && course.waiting.some(({ questions }) => questions.length > 0);
  const shareOfDue = untested ? 1 - shareOfNew.untested : 1 - shareOfNew.tested;
  const first = fitting(due, hasNew ? room * shareOfDue : room);
  const fresh = takesNew ? newQuestions(course, frame, room - minutesOf(first)) : [];
  const more = fitting(
    due.filter((question) => !first.includes(question)),
    room - minutesOf(first) - minutesOf(fresh),
  );
  return { reviews: [...first, ...more], fresh };
}

/** What is due on a day: first what a look gains most for the day of the interview, for each minute that it takes. */
function dueQuestions({ cards, byId, input }: Course, day: Day): readonly Question[] {
  const { interview, retention } = input;
  const urgencyOf = (card: Card): number => gainBy(card, day, interview) / (byId.get(card.question)?.minutes ?? 1);
  const isClosing = addDays(day, closing) >= interview;
  return [...cards.values()]
    .filter((card) => {
      const asked = askedOn(card, day, { retention, interview });
      if (asked !== undefined && asked <= day) return true;
      return isClosing && addDays(card.last, 1) < day && recallOn(card, interview) < retention;
    })
    .toSorted((a, b) => urgencyOf(b) - urgencyOf(a) || (a.question < b.question ? -1 : 1))
    .flatMap(({ question }) => byId.get(question) ?? []);
}

/** As many as fit, in their order; one that does not is passed over. */
function fitting(questions: readonly Question[], room: number): readonly Question[] {
  let left = room + 1e-9;
  return questions.filter(({ minutes }) => {
    if (minutes > left) return false;
    left -= minutes;
    return true;
  });
}

function newQuestions({ input, waiting, met }: Course, { day }: DayFrame, room: number): readonly Question[] {
  const most = input.newPerEvening - (day === input.today ? input.newDone : 0);
  const chosen: Question[] = [];
  let left = room + 1e-9;
  while (chosen.length < most) {
    const group = nextGroup(waiting, day, { room: left, met });
    const at = group?.questions.findIndex(({ minutes }) => minutes <= left) ?? -1;
    const [question] = at === -1 || !group ? [] : group.questions.splice(at, 1);
    if (!group || !question) break;
    met.set(group, (met.get(group) ?? 0) + 1);
    chosen.push(question);
    left -= question.minutes;
  }
  return chosen;
}

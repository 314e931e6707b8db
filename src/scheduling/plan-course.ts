// Room: scheduling. The evenings of a plan, filled in turn: what is due, what is new, and what memory makes of both. Pure.
import { type Day, daysBetween } from "../domain/calendar.ts";
import type { Loop } from "../domain/loop.ts";
import type { Card } from "../domain/memory.ts";
import type { DayKind, PlanDay } from "../domain/plan.ts";
import type { Question, QuestionId } from "../domain/question.ts";
import type { Estimate } from "../domain/readiness.ts";
import { nextCard } from "./fsrs.ts";
import type { DayFrame } from "./plan-days.ts";
import type { FrameworkAim } from "./plan-frameworks.ts";
import { type DayContent, itemsOf, leeway, minutesOf, mockMinutes } from "./plan-items.ts";
import { type MetCards, noCards, noteCard, type Ranking, rankingOn, takeMet } from "./plan-met.ts";
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
  /** Undefined: as many as the minutes hold. */
  readonly newPerEvening: number | undefined;
  /** Minutes that were practised today already, and questions that were new today. */
  readonly minutesDone: number;
  readonly newDone: number;
  /** True: made from the settings alone, so that `coach drill --planned` makes the same. */
  readonly isUsual: boolean;
  readonly retention: number;
  readonly questions: readonly Question[];
  readonly cards: ReadonlyMap<QuestionId, Card>;
  /** Readiness of the rounds. */
  readonly rounds: readonly Estimate[];
  /** When a mock of a round was last held, by the round's id. */
  readonly rehearsed: ReadonlyMap<string, Day>;
  /** Those that the questions lean on, what they lean on most first. */
  readonly frameworks: readonly FrameworkAim[];
}

/** Where the evenings have got to. */
export interface Course {
  readonly input: PlanInput;
  readonly byId: ReadonlyMap<QuestionId, Question>;
  readonly cards: Map<QuestionId, Card>;
  readonly waiting: readonly Waiting[];
  readonly met: Map<Waiting, number>;
  readonly again: Set<QuestionId>;
  /** Of the shortest question. */
  readonly leastMinutes: number;
  /** The same cards for who goes through all of them; undefined until an evening has room for any. */
  metCards: MetCards | undefined;
  /** The framework of an evening that has one. */
  readonly frameworks: ReadonlyMap<Day, FrameworkAim>;
}

/** Where the evenings left are long enough to see everything twice, what was met has this share of an evening before anything new. */
const shareOfMet = 0.25;

/** Fills an evening, and goes on as if it had been held: what was known is recalled, what is new is only half known after it. */
export function fillDay(course: Course, frame: DayFrame): PlanDay {
  const { minutesPerEvening, what, loop, isUsual } = course.input;
  const framework = course.frameworks.get(frame.day);
  const content = frame.kind === "round" ? { reviews: [], fresh: [] } : contentOf(course, frame);
  for (const question of content.reviews) look(course, question, frame.day);
  for (const question of content.fresh) look(course, question, frame.day);
  const items = itemsOf(frame, { ...content, framework }, { what, loop: loop?.id, minutes: minutesPerEvening, isUsual });
  const minutes = items.reduce((sum, item) => sum + item.minutes, 0);
  return { day: frame.day, kind: frame.kind, minutes, items, round: frame.round?.round.title };
}

function look({ cards, metCards, again, input }: Course, question: Question, day: Day): void {
  const { id } = question;
  const before = cards.get(id);
  if (before) again.add(id);
  // A first meeting is a test and seldom knowledge: rated one lower than a look at what was known.
  const after = nextCard(before, { question: id, day, rating: before ? "good" : "hard" }, input);
  cards.set(id, after);
  if (metCards) noteCard(metCards, question, after);
}

/** Those on which something new is met. */
const evenings: readonly DayKind[] = ["practice", "mock", "estimated"];

/** New first: on the day, one look at each question is worth more than a second at half of them (docs/scheduling.md has the numbers). */
function contentOf(course: Course, frame: DayFrame): Pick<DayContent, "reviews" | "fresh"> {
  const room = frame.room - mockMinutes(frame, course.input.minutesPerEvening) - (course.frameworks.get(frame.day)?.minutes ?? 0);
  const takesNew = evenings.includes(frame.kind) || course.cards.size === 0;
  let ranking: Ranking | undefined;
  const take = (minutes: number): readonly Question[] => {
    if (minutes + leeway < course.leastMinutes) return [];
    ranking ??= rankingOn((course.metCards ??= metCardsIn(course)), frame.day);
    return takeMet(ranking, minutes + leeway);
  };
  const first = takesNew && isAmple(course, frame.day) ? take(room * shareOfMet) : [];
  const fresh = takesNew ? newQuestions(course, frame, room - minutesOf(first)) : [];
  return { reviews: [...first, ...take(room - minutesOf(first) - minutesOf(fresh))], fresh };
}

function metCardsIn({ cards, byId, input }: Course): MetCards {
  const met = noCards(input.interview);
  for (const card of cards.values()) {
    const question = byId.get(card.question);
    if (question) noteCard(met, question, card);
  }
  return met;
}

/** True where everything that is new can be seen twice in the evenings that are left. */
function isAmple({ input, waiting }: Course, day: Day): boolean {
  const minutesOfNew = waiting.reduce((sum, { questions }) => sum + minutesOf(questions), 0);
  return 2 * minutesOfNew <= daysBetween(day, input.interview) * input.minutesPerEvening;
}

function newQuestions({ input, waiting, met }: Course, { day }: DayFrame, room: number): readonly Question[] {
  const most = mostNew(input, day);
  const chosen: Question[] = [];
  let left = room + leeway;
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

function mostNew({ newPerEvening, newDone, today }: PlanInput, day: Day): number {
  if (newPerEvening === undefined) return Number.POSITIVE_INFINITY;
  return day === today ? newPerEvening - newDone : newPerEvening;
}

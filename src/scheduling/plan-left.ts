// Room: scheduling. What a plan has no room for, what that costs, and why it is left out first. Pure.
import { addDays } from "../domain/calendar.ts";
import type { Dropped } from "../domain/plan.ts";
import type { Question } from "../domain/question.ts";
import { recallOn } from "./fsrs.ts";
import type { Course, PlanInput } from "./plan-course.ts";
import { minutesOf } from "./plan-items.ts";

/** Groups that have no room, those in best shape first: they are missed least. */
export function droppedOf({ waiting, input }: Course): readonly Dropped[] {
  return waiting
    .filter(({ questions }) => questions.length > 0)
    .toSorted((a, b) => (a.round ? 1 : 0) - (b.round ? 1 : 0) || b.value - a.value)
    .map(({ round, questions }) => ({
      round: round?.round.title,
      questions: questions.map(({ id }) => id),
      minutes: minutesOf(questions),
      why: whyDropped(questions, input),
    }));
}

function whyDropped(questions: readonly Question[], { minutesPerEvening, questions: all, retention }: PlanInput): string {
  const points = Math.round((100 * retention * questions.length) / all.length);
  const cost = `It costs about ${points === 1 ? "1 point" : `${points} points`} of expected recall.`;
  if (questions.every(({ minutes }) => minutes > minutesPerEvening)) return `Each takes longer than an evening. ${cost}`;
  return `The evenings are full of what comes before it. ${cost}`;
}

/** Questions that were met, and are forgotten by the interview all the same. */
export function stillDue({ cards, byId, input }: Course): readonly Question[] {
  const { interview, retention } = input;
  const eve = addDays(interview, -1);
  return [...cards.values()]
    .filter((card) => card.last < eve && card.due < interview && recallOn(card, interview) < retention)
    .flatMap(({ question }) => byId.get(question) ?? []);
}

/** They as a group of what is left out. */
export function lateGroup(late: readonly Question[]): Dropped {
  return {
    round: undefined,
    questions: late.map(({ id }) => id),
    minutes: minutesOf(late),
    why: "Met once, and due again before the day without an evening for it: some of it will be forgotten.",
  };
}

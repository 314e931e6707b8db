// Room: scheduling. Which questions come up on a day, the most urgent first. Pure.
import { addDays, type Day } from "../domain/calendar.ts";
import type { Card, MemorySettings } from "../domain/memory.ts";
import type { QuestionId } from "../domain/question.ts";
import { nextFold, recallOn } from "./fsrs.ts";

/** What decides when cards come up. */
export type DueSettings = Pick<MemorySettings, "retention" | "interview">;

/**
 * The day on which a card is to come up again; undefined: not any more before the interview. Nothing comes up on the day of the interview or later:
 * what would have been forgotten by then (recall below the retention that was asked for) comes up on the evening before at the latest.
 * An interview before `today` is over, and sets no limit.
 */
export function askedOn(card: Card, today: Day, { retention, interview }: DueSettings): Day | undefined {
  if (interview === undefined || interview < today) return card.due;
  const lastEvening = addDays(interview, -1);
  if (card.due <= lastEvening) return card.due;
  return recallOn(card, interview) < retention ? lastEvening : undefined;
}

/** The questions that are due on a day or were before it, the most urgent first: where the evening is too short for all of them, the first ones count. */
export function dueOn(cards: ReadonlyMap<QuestionId, Card>, day: Day, settings: DueSettings): readonly QuestionId[] {
  const { interview } = settings;
  const due = [...cards.values()].filter((card) => {
    const asked = askedOn(card, day, settings);
    return asked !== undefined && asked <= day;
  });
  const urgency = new Map(
    due.map((card) => [card.question, interview === undefined || interview <= day ? 1 - recallOn(card, day) : gainBy(card, day, interview)]),
  );
  return due.map((card) => card.question).toSorted((a, b) => (urgency.get(b) ?? 0) - (urgency.get(a) ?? 0) || (a < b ? -1 : 1));
}

/** How much higher the chance to recall a card on the day of the interview is when it is looked at today, 0 to 1: recalled or forgotten, each as likely as its recall today. */
export function gainBy(card: Card, today: Day, interview: Day): number {
  const recall = recallOn(card, today);
  const known = { after: card, last: card.last, reviews: card.reviews, lapses: card.lapses };
  const after = (rating: "good" | "again"): number => {
    const fold = nextFold(known, { day: today, rating });
    return recallOn({ last: fold.last, stability: fold.after.stability }, interview);
  };
  return recall * after("good") + (1 - recall) * after("again") - recallOn(card, interview);
}

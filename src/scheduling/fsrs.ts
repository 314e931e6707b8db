// Room: scheduling. The memory model (FSRS-6): what an attempt does to a card, and the chance to recall it on a day. The only file that knows ts-fsrs.
import { FSRSAlgorithm, type Grade } from "ts-fsrs";
import { addDays, type Day, daysBetween } from "../domain/calendar.ts";
import type { Card, MemorySettings, Rating } from "../domain/memory.ts";
import type { QuestionId } from "../domain/question.ts";

/** One look at a question. */
export interface Review {
  readonly question: QuestionId;
  readonly day: Day;
  readonly rating: Rating;
}

/** A card just before its last look, and that look: what its due day is worked out from. */
export interface Fold {
  /** Undefined: the last look was the first. */
  readonly before: Memory | undefined;
  readonly after: Memory;
  readonly rating: Rating;
  /** Days between the last two looks. */
  readonly elapsed: number;
  readonly last: Day;
  readonly reviews: number;
  readonly lapses: number;
}

interface Memory {
  readonly stability: number;
  readonly difficulty: number;
}

const grades = { again: 1, hard: 2, good: 3, easy: 4 } as const satisfies Record<Rating, Grade>;

/** Anki's default is eight lapses, over years; the weeks before an interview have no room for eight. */
const lapsesOfLeech = 4;
/** A question that would be remembered for longer than this has been learned after all. In days. */
const stabilityOfLeech = 7;

/** The card after one more look. A look on an earlier day than the last counts as of that day: a journey or a clock has turned the day back. */
export function nextCard(card: Card | undefined, review: Review, settings: Pick<MemorySettings, "retention">): Card {
  const known = card && { after: card, last: card.last, reviews: card.reviews, lapses: card.lapses };
  return cardOf(review.question, nextFold(known, review), settings);
}

/** The same without the due day, which only the last look decides: a tenth of the work when a whole journal is gone through. */
export function nextFold(known: Pick<Fold, "after" | "last" | "reviews" | "lapses"> | undefined, { day, rating }: Omit<Review, "question">): Fold {
  if (!known) return { before: undefined, after: nextMemory(undefined, 0, rating), rating, elapsed: 0, last: day, reviews: 1, lapses: 0 };
  const elapsed = Math.max(0, daysBetween(known.last, day));
  return {
    before: known.after,
    after: nextMemory(known.after, elapsed, rating),
    rating,
    elapsed,
    last: elapsed > 0 ? day : known.last,
    reviews: known.reviews + 1,
    lapses: known.lapses + (rating === "again" ? 1 : 0),
  };
}

/** The card that a fold comes to. */
export function cardOf(question: QuestionId, fold: Fold, settings: Pick<MemorySettings, "retention">): Card {
  const { after, last, reviews, lapses } = fold;
  const { stability, difficulty } = after;
  const isLeech = lapses >= lapsesOfLeech && stability < stabilityOfLeech;
  return { question, due: addDays(last, intervalOf(fold, settings.retention)), last, stability, difficulty, reviews, lapses, isLeech };
}

/** The chance to recall a card on a day, 0 to 1, by FSRS's forgetting curve; on earlier days than the last look as on that day. */
export function recallOn(card: Pick<Card, "last" | "stability">, day: Day): number {
  return algorithmFor(usualRetention).forgetting_curve(Math.max(0, daysBetween(card.last, day)), card.stability);
}

function nextMemory(memory: Memory | undefined, elapsed: number, rating: Rating): Memory {
  return algorithmFor(usualRetention).next_state(memory ? { stability: memory.stability, difficulty: memory.difficulty } : null, elapsed, grades[rating]);
}

/** Days from the last look to the next. After an answer that was recalled, a better rating gives at least a day more than a worse one, as ts-fsrs does. */
function intervalOf({ before, after, rating, elapsed }: Fold, retention: number): number {
  const algorithm = algorithmFor(retention);
  const daysAfter = (memory: Memory): number => algorithm.next_interval(memory.stability, elapsed);
  if (!before || rating === "again") return daysAfter(after);
  const as = (other: Rating): number => daysAfter(other === rating ? after : nextMemory(before, elapsed, other));
  const hard = Math.min(as("hard"), as("good"));
  if (rating === "hard") return hard;
  const good = Math.max(as("good"), hard + 1);
  return rating === "good" ? good : Math.max(as("easy"), good + 1);
}

const usualRetention = 0.9;
const made = new Map<number, FSRSAlgorithm>();

/** Whole days without steps of minutes, and no chance: the same journal gives the same cards. */
function algorithmFor(retention: number): FSRSAlgorithm {
  const known = made.get(retention);
  if (known) return known;
  const algorithm = new FSRSAlgorithm({ request_retention: retention, enable_fuzz: false, enable_short_term: true, learning_steps: [], relearning_steps: [] });
  made.set(retention, algorithm);
  return algorithm;
}

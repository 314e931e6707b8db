// Room: scheduling. What was met before an evening and is worth another look, the best first. Pure.
import { type Day, daysBetween } from "../domain/calendar.ts";
import type { Card } from "../domain/memory.ts";
import type { Question, QuestionId } from "../domain/question.ts";
import { gainBy } from "./due.ts";
import { recallOn } from "./fsrs.ts";

/** A look that brings less chance of recall on the day than this is not worth an evening's time. */
const leastGain = 0.005;
/** What was looked at on the evening before comes after all the rest. */
const lastOfAll = -1000;

/** What of a plan decides it. */
export interface MetAt {
  readonly cards: ReadonlyMap<QuestionId, Card>;
  readonly byId: ReadonlyMap<QuestionId, Question>;
  readonly interview: Day;
  /** The chance to have forgotten a card on the day of the interview, by card: it is asked for on every evening, and changes with a look alone. */
  readonly lacks: WeakMap<Card, number>;
}

interface Candidate {
  readonly question: Question;
  readonly card: Card;
  /** At most, until it is exact. */
  readonly rank: number;
  readonly isExact: boolean;
}

/**
 * What was met before tonight and is worth another look: first what gains most for the day of the interview by it. What was looked at long ago comes sooner, since
 * the model may be wrong and a calendar is not; what takes long comes later, but a question of six minutes is not six times as far down as one
 * of one minute: by the roots of both a plan was best in the months that were played. Yesterday's come last.
 *
 * An evening takes some twenty of what may be thousands: nothing gains more than is lacking, so the gain is worked out only for what may be next.
 */
export function* metQuestions(at: MetAt, day: Day): Generator<Question, undefined> {
  const heap = heapOf(candidatesOn(at, day));
  for (let best = take(heap); best; best = take(heap)) {
    if (best.isExact) yield best.question;
    else {
      const gain = gainBy(best.card, day, at.interview);
      if (gain >= leastGain) add(heap, { ...best, rank: rankBy(gain, best, day), isExact: true });
    }
  }
  return undefined;
}

function candidatesOn({ cards, byId, interview, lacks }: MetAt, day: Day): Candidate[] {
  const found: Candidate[] = [];
  for (const card of cards.values()) {
    const question = byId.get(card.question);
    if (!question || daysBetween(card.last, day) < 1) continue;
    let lack = lacks.get(card);
    if (lack === undefined) lacks.set(card, (lack = 1 - recallOn(card, interview)));
    if (lack >= leastGain) found.push({ question, card, rank: rankBy(lack, { card, question }, day), isExact: false });
  }
  return found;
}

function rankBy(gain: number, { card, question }: Pick<Candidate, "card" | "question">, day: Day): number {
  const elapsed = daysBetween(card.last, day);
  return gain * Math.sqrt(elapsed / question.minutes) + (elapsed > 1 ? 0 : lastOfAll);
}

/** True where one comes out before another: by rank; of equal ones what is not exact yet, and then by id. */
function isBefore(a: Candidate, b: Candidate): boolean {
  if (a.rank !== b.rank) return a.rank > b.rank;
  return a.isExact === b.isExact ? a.question.id < b.question.id : b.isExact;
}

/** A binary heap (Williams 1964; made in linear time as by Floyd 1964): each comes out before the two below it. */
function heapOf(candidates: Candidate[]): Candidate[] {
  for (let index = (candidates.length >> 1) - 1; index >= 0; index -= 1) sink(candidates, index);
  return candidates;
}

function take(heap: Candidate[]): Candidate | undefined {
  const best = heap[0];
  const last = heap.pop();
  if (last && heap.length > 0) {
    heap[0] = last;
    sink(heap, 0);
  }
  return best;
}

function add(heap: Candidate[], candidate: Candidate): void {
  let index = heap.push(candidate) - 1;
  while (index > 0) {
    const above = (index - 1) >> 1;
    if (!swapsIfBefore(heap, index, above)) return;
    index = above;
  }
}

function sink(heap: Candidate[], from: number): void {
  for (let index = from; ;) {
    const [left, right] = [2 * index + 1, 2 * index + 2];
    const [first, second] = [heap[left], heap[right]];
    const below = first && second && isBefore(second, first) ? right : left;
    if (!first || !swapsIfBefore(heap, below, index)) return;
    index = below;
  }
}

/** Swaps two places where the one below comes out before the one above. */
function swapsIfBefore(heap: Candidate[], below: number, above: number): boolean {
  const [lower, upper] = [heap[below], heap[above]];
  if (!lower || !upper || !isBefore(lower, upper)) return false;
  heap[above] = lower;
  heap[below] = upper;
  return true;
}

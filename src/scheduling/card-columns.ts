// Room: scheduling. Cards as columns of numbers, to be kept beside a long history: what was not answered since is not gone through again. Pure.
import { type Day, dayNumber, dayNumbered } from "../domain/calendar.ts";
import type { Card } from "../domain/memory.ts";
import type { QuestionId } from "../domain/question.ts";

/** Numbers of four bytes for each card: two of eight bytes, then whole ones. */
const words = { parts: 4, counts: 6, together: 10 } as const;

/** The cards of some questions as numbers, in order. Throws for a card of another question. */
export function packCards(cards: ReadonlyMap<QuestionId, Card>, questions: readonly QuestionId[]): Uint32Array {
  const numbers = new Uint32Array(words.together * cards.size);
  const parts = new Float64Array(2 * cards.size);
  const counts = new Int32Array(numbers.buffer, 4 * words.parts * cards.size);
  const rows = new Map(questions.map((id, row) => [id, row]));
  let at = 0;
  for (const { question, due, last, stability, difficulty, reviews, lapses, isLeech } of cards.values()) {
    const row = rows.get(question);
    if (row === undefined) throw new RangeError(`no such question: ${question}`);
    parts.set([stability, difficulty], 2 * at);
    counts.set([row, dayNumber(due), dayNumber(last), reviews, lapses, isLeech ? 1 : 0], words.counts * at);
    at += 1;
  }
  numbers.set(new Uint32Array(parts.buffer));
  return numbers;
}

/** The cards again, by the same questions. */
export function openCards(numbers: Uint32Array, questions: readonly QuestionId[]): ReadonlyMap<QuestionId, Card> {
  const size = numbers.length / words.together;
  // A copy: numbers of eight bytes must begin at a multiple of eight.
  const parts = new Float64Array(numbers.slice(0, words.parts * size).buffer);
  const counts = new Int32Array(numbers.buffer, numbers.byteOffset + 4 * words.parts * size);
  const dayOf = daysOnce();
  const cards = new Map<QuestionId, Card>();
  for (let at = 0; at < size; at += 1) {
    const from = words.counts * at;
    const count = (field: number): number => counts[from + field] as number;
    const question = questions[count(0)] as QuestionId;
    cards.set(question, {
      question,
      due: dayOf(count(1)),
      last: dayOf(count(2)),
      stability: parts[2 * at] as number,
      difficulty: parts[2 * at + 1] as number,
      reviews: count(3),
      lapses: count(4),
      isLeech: count(5) === 1,
    });
  }
  return cards;
}

/** Days by their numbers. Thousands of cards share some hundred days. */
function daysOnce(): (number: number) => Day {
  const made = new Map<number, Day>();
  return (number) => {
    const day = made.get(number) ?? dayNumbered(number);
    made.set(number, day);
    return day;
  };
}

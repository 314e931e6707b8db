// Room: scheduling. What was met before an evening and is worth another look, the best first. Pure.
import { type Day, dayNumber } from "../domain/calendar.ts";
import type { Card } from "../domain/memory.ts";
import type { Question, QuestionId } from "../domain/question.ts";
import { gainBy } from "./due.ts";
import { recallOn } from "./fsrs.ts";

/** A look that brings less chance of recall on the day than this is not worth an evening's time. */
const leastGain = 0.005;
/** What was looked at on the evening before comes after all the rest. */
const lastOfAll = -1000;
const out = Number.NEGATIVE_INFINITY;

/** Cards with their questions as columns: every evening of a plan goes through all of them, and there may be thousands. */
export interface MetCards {
  readonly interview: Day;
  readonly rows: Map<QuestionId, number>;
  readonly cards: Card[];
  readonly questions: Question[];
  readonly minutes: number[];
  /** The day of the last look, in days since 1970. */
  readonly lasts: number[];
  /** The chance to have forgotten it on the day of the interview; it changes with a look alone. */
  readonly lacks: number[];
}

/** No card yet. */
export function noCards(interview: Day): MetCards {
  return { interview, rows: new Map(), cards: [], questions: [], minutes: [], lasts: [], lacks: [] };
}

/** Notes the card of a question as it is after a look. */
export function noteCard(met: MetCards, question: Question, card: Card): void {
  const row = met.rows.get(question.id) ?? met.rows.size;
  met.rows.set(question.id, row);
  met.cards[row] = card;
  met.questions[row] = question;
  met.minutes[row] = question.minutes;
  met.lasts[row] = dayNumber(card.last);
  met.lacks[row] = 1 - recallOn(card, met.interview);
}

/** The cards of an evening, ranked as far as was asked for. */
export interface Ranking {
  readonly met: MetCards;
  readonly day: Day;
  /** The same, in days since 1970. */
  readonly today: number;
  /** What is worth a look and was not taken yet. */
  rows: readonly number[];
  /** By row: at most, until it is exact; `out` for what was taken or is not worth a look. */
  readonly ranks: Float64Array;
  readonly exact: Uint8Array;
}

/** What may be worth a look on a day, by no more than is lacking. */
export function rankingOn(met: MetCards, day: Day): Ranking {
  const count = met.cards.length;
  const ranks = new Float64Array(count);
  const today = dayNumber(day);
  return { met, day, today, rows: rowsOn(met, today, ranks), ranks, exact: new Uint8Array(count) };
}

/**
 * Takes what was met before tonight and is worth another look, as much as fits into some minutes: first what gains most for the day of the interview by it;
 * what does not fit is passed over. What was looked at long ago comes sooner, since the model may be wrong and a calendar is not; what takes long comes
 * later, but a question of six minutes is not six times as far down as one of one minute: by the roots of both a plan was best in the months that were
 * played. Yesterday's come last.
 *
 * An evening takes some twenty of what may be thousands: nothing gains more than is lacking, so the gain is worked out only for what may be next.
 */
export function takeMet(ranking: Ranking, room: number): readonly Question[] {
  const { met } = ranking;
  const chosen: Question[] = [];
  let left = room;
  const fitting = (rows: readonly number[]): number[] =>
    heapOf(
      rows.filter((row) => minutesAt(met, row) <= left),
      ranking,
    );
  let heap = fitting(ranking.rows);
  for (let row = heap[0]; row !== undefined; row = heap[0]) {
    // All at once: towards the end of an evening hardly anything fits.
    if (minutesAt(met, row) > left) heap = fitting(heap);
    else if (ranking.exact[row] === 0) makeExact(heap, row, ranking);
    else {
      dropFirst(heap, ranking);
      ranking.ranks[row] = out;
      left -= minutesAt(met, row);
      chosen.push(met.questions[row] as Question);
    }
  }
  ranking.rows = ranking.rows.filter((row) => ranking.ranks[row] !== out);
  return chosen;
}

function rowsOn(met: MetCards, today: number, ranks: Float64Array): readonly number[] {
  const rows: number[] = [];
  for (let row = 0; row < met.cards.length; row += 1) {
    const lack = met.lacks[row] ?? 0;
    if ((met.lasts[row] ?? today) >= today || lack < leastGain) continue;
    ranks[row] = rankBy(lack, { met, row, today });
    rows.push(row);
  }
  return rows;
}

function rankBy(gain: number, { met, row, today }: { readonly met: MetCards; readonly row: number; readonly today: number }): number {
  const elapsed = today - (met.lasts[row] ?? today);
  return gain * Math.sqrt(elapsed / minutesAt(met, row)) + (elapsed > 1 ? 0 : lastOfAll);
}

function minutesAt({ minutes }: MetCards, row: number): number {
  return minutes[row] ?? 0;
}

/** Works out the gain of the first row, and puts it where it belongs. */
function makeExact(heap: number[], row: number, ranking: Ranking): void {
  const { met, day, today } = ranking;
  const gain = gainBy(met.cards[row] as Card, day, met.interview);
  ranking.exact[row] = 1;
  ranking.ranks[row] = gain < leastGain ? out : rankBy(gain, { met, row, today });
  if (gain < leastGain) dropFirst(heap, ranking);
  else sink(heap, 0, ranking);
}

/** True where one row comes out before another: by rank; of equal ones what is not exact yet, and then by id. */
function isBefore({ met, ranks, exact }: Ranking, a: number, b: number): boolean {
  // Asked some thousand times before V8 has compiled it: a list of two would be made each time.
  const rank = ranks[a] ?? 0;
  const other = ranks[b] ?? 0;
  if (rank !== other) return rank > other;
  return exact[a] === exact[b] ? (met.questions[a]?.id ?? "") < (met.questions[b]?.id ?? "") : exact[b] === 1;
}

/** Makes a binary heap of rows (Williams 1964; in linear time as by Floyd 1964): each comes out before the two below it. */
function heapOf(rows: number[], ranking: Ranking): number[] {
  for (let index = (rows.length >> 1) - 1; index >= 0; index -= 1) sink(rows, index, ranking);
  return rows;
}

function dropFirst(heap: number[], ranking: Ranking): void {
  const last = heap.pop();
  if (last === undefined || heap.length === 0) return;
  heap[0] = last;
  sink(heap, 0, ranking);
}

/** Moves a row down until both below it come out after it. */
function sink(heap: number[], from: number, ranking: Ranking): void {
  for (let index = from; ;) {
    const [left, right] = [2 * index + 1, 2 * index + 2];
    const [row, first, second] = [heap[index], heap[left], heap[right]];
    if (row === undefined || first === undefined) return;
    const isRight = second !== undefined && isBefore(ranking, second, first);
    const below = isRight ? second : first;
    if (!isBefore(ranking, below, row)) return;
    const at = isRight ? right : left;
    heap[index] = below;
    heap[at] = row;
    index = at;
  }
}

// Room: scheduling. The cards of a person, from their journal. Pure: the same journal and day give the same cards.
import type { AttemptHead, HistoryEntry } from "../domain/attempt.ts";
import { type Day, eveningOf } from "../domain/calendar.ts";
import { correctedAttempts, isCounted } from "../domain/evidence.ts";
import type { Card, MemorySettings, Rating } from "../domain/memory.ts";
import type { QuestionId } from "../domain/question.ts";
import { cardOf, type Fold, nextFold } from "./fsrs.ts";
import { ratingOf } from "./rating.ts";

/** When cards are looked at, and by which settings. */
export interface CardSettings extends Pick<MemorySettings, "retention" | "dayEnds"> {
  /** What a clock that was wrong put into a later day counts as of this one. */
  readonly today: Day;
  /** Only the cards of these questions; undefined: of all. A role has some hundred questions, a history thousands. */
  readonly among?: ReadonlySet<QuestionId> | undefined;
}

/** The card of each question with an attempt that counts, in the order in which the questions were first answered. Entries are those that stand, oldest first. */
export function cardsOf(entries: readonly HistoryEntry[], settings: CardSettings): ReadonlyMap<QuestionId, Card> {
  const folds = new Map<QuestionId, Fold>();
  const own = ownRatings(entries);
  for (const attempt of correctedAttempts(entries)) {
    if (!isCounted(attempt) || settings.among?.has(attempt.question) === false) continue;
    const rating = own.get(attempt.id) ?? ratingOf(attempt);
    folds.set(attempt.question, nextFold(folds.get(attempt.question), { day: dayOfLook(attempt, settings), rating }));
  }
  return new Map([...folds].map(([question, fold]) => [question, cardOf(question, fold, settings)]));
}

/** The person's own ratings by the attempt's id; of several for one attempt the last counts. */
function ownRatings(entries: readonly HistoryEntry[]): ReadonlyMap<string, Rating> {
  const own = new Map<string, Rating>();
  for (const entry of entries) if (entry.type === "rating") own.set(entry.attempt, entry.rating);
  return own;
}

function dayOfLook(attempt: AttemptHead, { dayEnds, today }: CardSettings): Day {
  const day = eveningOf(attempt.at, dayEnds);
  return day > today ? today : day;
}

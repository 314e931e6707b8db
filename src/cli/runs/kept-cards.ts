// Room: cli. The cards of some questions. Of a long history those of its digest are kept, and only what was answered or marked since is gone through again.
import type { Library, LibraryMemory } from "../../domain/library.ts";
import type { Card } from "../../domain/memory.ts";
import type { QuestionId } from "../../domain/question.ts";
import type { DigestMark } from "../../journal/history.ts";
import type { History } from "../../journal/standing.ts";
import { openCards, packCards } from "../../scheduling/card-columns.ts";
import { type CardSettings, cardsOf } from "../../scheduling/cards.ts";

/** What the cards of some questions are made from. */
export interface CardGround {
  readonly library: Pick<Library, "memory">;
  readonly history: Pick<History, "some" | "digest">;
  /** Tells these questions from others of the library. */
  readonly name: string;
  readonly questions: readonly QuestionId[];
}

type Cards = ReadonlyMap<QuestionId, Card>;

/** The cards of those questions with an attempt that counts, in the order in which they were first answered. */
export function cardsAmong(ground: CardGround, settings: CardSettings): Cards {
  const { library, history, name, questions } = ground;
  const { digest } = history;
  const again = digest && changedSince(digest, history);
  const memory = library.memory?.with(JSON.stringify([digest?.name, name, settings.dayEnds, settings.retention]));
  if (!digest || !again || !memory) return cardsFrom(ground, questions, settings);
  const cards = new Map(cardsOfDigest(ground, { digest, memory, settings }));
  const among = questions.filter((question) => again.has(question));
  for (const [question, card] of cardsFrom(ground, among, settings)) cards.set(question, card);
  return cards;
}

function cardsFrom({ history }: CardGround, questions: readonly QuestionId[], settings: CardSettings): Cards {
  const among = new Set(questions);
  return cardsOf(history.some("question", among), { ...settings, among });
}

/** The questions that were answered since, or whose attempts were marked anew; undefined where something was taken back, which may be anything. */
function changedSince({ later }: DigestMark, history: Pick<History, "some">): ReadonlySet<QuestionId> | undefined {
  const answered = new Set<QuestionId>();
  const marked = new Set<string>();
  for (const entry of later) {
    if (entry.type === "undo") return undefined;
    if (entry.type === "attempt") answered.add(entry.question);
    else if ("attempt" in entry) marked.add(entry.attempt);
  }
  if (marked.size > 0) for (const entry of history.some("id", marked)) if (entry.type === "attempt") answered.add(entry.question);
  return answered;
}

/** The cards by what the digest holds, and nothing later. */
function cardsOfDigest(
  { history, questions }: CardGround,
  { digest, memory, settings }: { readonly digest: DigestMark; readonly memory: LibraryMemory; readonly settings: CardSettings },
): Cards {
  const kept = memory.recall("cards");
  const known = kept && openCards(kept, questions);
  if (known && isBefore(known, settings)) return known;
  const later = new Set(digest.later.map(({ id }) => id));
  const among = new Set(questions);
  const entries = history.some("question", among).filter(({ id }) => !later.has(id));
  const cards = cardsOf(entries, { ...settings, among });
  if (isBefore(cards, settings)) memory.keep("cards", packCards(cards, questions));
  return cards;
}

/** True where all looks lie before the day: what a clock put into a later one counts as of that day, and would be another card tomorrow. */
function isBefore(cards: Cards, { today }: CardSettings): boolean {
  for (const { last } of cards.values()) if (last >= today) return false;
  return true;
}

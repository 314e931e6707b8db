// Room: cli. The cards of the person and what is due tonight. What knows the memory model is loaded here, and only for who needs it.
import type { HistoryEntry } from "../../domain/attempt.ts";
import { type Day, eveningOf } from "../../domain/calendar.ts";
import type { Card, MemorySettings } from "../../domain/memory.ts";
import type { QuestionId } from "../../domain/question.ts";
import type { History } from "../../journal/standing.ts";
import type { CardSettings } from "../../scheduling/cards.ts";
import type { App } from "../app.ts";
import type { CardGround } from "./kept-cards.ts";

export interface Memory {
  readonly cards: ReadonlyMap<QuestionId, Card>;
  readonly settings: MemorySettings;
  /** The evening that this moment belongs to. */
  readonly today: Day;
  /** The most urgent first. */
  readonly due: readonly QuestionId[];
}

/** Goes through a history, entries that stand, oldest first: the cards of all questions. */
export async function memoryOf(app: App, entries: readonly HistoryEntry[]): Promise<Memory> {
  const { cardsOf } = await import("../../scheduling/cards.ts");
  return memoryFrom(app, (settings) => cardsOf(entries, settings));
}

/** The cards of some questions. Of a long history only what came since its digest is gone through. */
export async function memoryAmong(app: App, ground: CardGround): Promise<Memory> {
  const { cardsAmong } = await import("./kept-cards.ts");
  return memoryFrom(app, (settings) => cardsAmong(ground, settings));
}

async function memoryFrom(app: App, make: (settings: CardSettings) => Memory["cards"]): Promise<Memory> {
  const { dueOn } = await import("../../scheduling/due.ts");
  const { retention, newPerEvening, dayEnds, interviewDate } = await app.settings();
  const settings = { retention, newPerEvening, dayEnds, interview: interviewDate };
  const today = eveningOf(app.clock().now(), dayEnds);
  const cards = make({ retention, dayEnds, today });
  let due: readonly QuestionId[] | undefined;
  return {
    cards,
    settings,
    today,
    // Home and a plan have an order of their own, and with ten thousand cards this one takes as long as they do.
    get due() {
      return (due ??= dueOn(cards, today, settings));
    },
  };
}

/** How many questions were answered for the first time on an evening. */
export function metOn(history: Pick<History, "newest" | "some">, evening: Day, dayEnds: number): number {
  const isThen = ({ at }: HistoryEntry): boolean => eveningOf(at, dayEnds) === evening;
  const open = new Set(since(history, evening, dayEnds).flatMap((entry) => (entry.type === "attempt" && isThen(entry) ? [entry.question] : [])));
  let count = 0;
  for (const entry of history.some("question", open)) {
    if (open.size === 0) break;
    if (entry.type === "attempt" && open.delete(entry.question) && isThen(entry)) count += 1;
  }
  return count;
}

/** The entries of an evening and later, the newest first: a long history is not gone through for them. */
export function since(history: Pick<History, "newest">, evening: Day, dayEnds: number): readonly HistoryEntry[] {
  const found: HistoryEntry[] = [];
  for (const entry of history.newest()) {
    if (eveningOf(entry.at, dayEnds) < evening) break;
    found.push(entry);
  }
  return found;
}

/** A day on which something comes up, and how much. */
export interface NextDue {
  readonly day: Day;
  readonly questions: number;
}

/** When the next of these questions come up; undefined: none before the interview. */
export async function nextDue({ cards, settings, today }: Memory, among: ReadonlySet<QuestionId>): Promise<NextDue | undefined> {
  const { askedOn } = await import("../../scheduling/due.ts");
  const days = [...cards.values()].flatMap((card) => (among.has(card.question) ? (askedOn(card, today, settings) ?? []) : [])).toSorted();
  const [day] = days;
  return day === undefined ? undefined : { day, questions: days.filter((other) => other === day).length };
}

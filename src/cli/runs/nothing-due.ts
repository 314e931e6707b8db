// Room: cli. What is told when nothing is due: an evening off is no error.
import { type Day, daysBetween } from "../../domain/calendar.ts";
import type { SessionKind } from "../../domain/attempt.ts";
import type { Question } from "../../domain/question.ts";
import type { App } from "../app.ts";
import { statuses } from "../exit.ts";
import { type Memory, type NextDue, nextDue } from "./memory.ts";

interface Asked {
  readonly kind: SessionKind;
  readonly title: string;
  readonly among: readonly Question[];
}

/** Says when the next questions come up, and what to do tonight instead; resolves with the exit status. */
export async function tellNothingDue(app: App, memory: Memory, { kind, title, among }: Asked): Promise<number> {
  const next = await nextDue(memory, new Set(among.map((question) => question.id)));
  const later = next ? `The next ${tellNext(next, memory.today)}.` : lastWord(memory);
  await app.show({
    text: () => `Nothing is due tonight. ${later}\n${kind === "star" ? "coach star --new tells a new story." : "With --new you meet new questions."}\n`,
    json: () => ({ session: kind, title, asked: 0, answered: 0, skipped: 0, stopped: null, score: null, attempts: [], next: next ?? null }),
  });
  return statuses.done;
}

function lastWord({ cards, settings, today }: Memory): string {
  if (cards.size === 0) return "Nothing was answered yet.";
  return settings.interview !== undefined && settings.interview >= today
    ? "What you have answered will last until the interview."
    : "Nothing of this was answered yet.";
}

function tellNext({ day, questions }: NextDue, today: Day): string {
  const days = daysBetween(today, day);
  const when = days === 1 ? "tomorrow" : `in ${days} days, on ${day}`;
  return questions === 1 ? `question comes up ${when}` : `${questions} questions come up ${when}`;
}

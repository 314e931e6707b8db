// Room: cli. Names what is forgotten again and again, with advice, after a session in which it was.
import type { Question } from "../../domain/question.ts";
import type { Summary, Turn } from "../../practice/ports.ts";
import { cleanName } from "../../content/clean.ts";
import { ratingOf } from "../../scheduling/rating.ts";
import { isReadKind } from "../../terminal/views/words.ts";
import { viewOf, wrap } from "../../terminal/views/wrap.ts";
import type { App } from "../app.ts";
import { memoryOf } from "./memory.ts";
import { entriesOf } from "./past.ts";

/** Tells of the questions of a session that were forgotten once too often. Reads the history only where something was forgotten. */
export async function noteLeeches(app: App, { turns }: Summary): Promise<void> {
  const forgotten = turns.filter(isForgotten);
  if (forgotten.length === 0) return;
  const { cards } = await memoryOf(app, await entriesOf(app));
  for (const { asked, attempt } of forgotten) {
    const card = cards.get(attempt.question);
    if (!card?.isLeech) continue;
    const theme = await app.theme();
    app.note(viewOf(wrap(tellLeech(asked.question, card.lapses), theme.columns())));
  }
}

function tellLeech({ kind, title }: Question, lapses: number): string {
  const own = isReadKind(kind) ? "write its model answer in your own words" : "write down in your own words why the right answer is right";
  return `Forgotten ${lapses} times: ${cleanName(title)}. Another look alone will not mend it: ${own}, or take it apart into smaller questions of your own (coach decks new).`;
}

function isForgotten({ attempt, score, rating }: Turn): boolean {
  return (rating ?? ratingOf({ ...attempt, score })) === "again";
}

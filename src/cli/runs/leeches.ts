// Room: cli. Names what is forgotten again and again, with advice, after a session in which it was.
import type { Summary, Turn } from "../../practice/ports.ts";
import { cleanName } from "../../content/clean.ts";
import { ratingOf } from "../../scheduling/rating.ts";
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
    app.note(
      `Forgotten ${card.lapses} times: ${cleanName(asked.question.title)}. Another look alone will not mend it: write its model answer in your own words,\n` +
        `or take it apart into smaller questions of your own (coach decks new).\n`,
    );
  }
}

function isForgotten({ attempt, score, rating }: Turn): boolean {
  return (rating ?? ratingOf({ ...attempt, score })) === "again";
}

// Room: cli. What readiness was before each real round that has ended: the journal as it stood the day before.
import type { HistoryEntry } from "../../domain/attempt.ts";
import { addDays, eveningOf } from "../../domain/calendar.ts";
import type { Outcome } from "../../domain/outcome.ts";
import type { Ended } from "../../domain/prediction.ts";
import { cardsOf } from "../../scheduling/cards.ts";
import { entriesIn } from "../../journal/entries.ts";
import type { App } from "../app.ts";
import { entriesOf } from "./past.ts";
import { questionsOf } from "./prepare.ts";
import { groundOf, roundsReady } from "./readiness.ts";
import { rolesIn } from "./roles.ts";

/** The rounds that have ended and that had an answer before them. */
export async function endedRounds(app: App, outcomes: readonly Outcome[]): Promise<readonly Ended[]> {
  const library = await app.library();
  const entries = await entriesOf(app);
  const settings = await app.settings();
  const roles = rolesIn(library);
  return outcomes.flatMap(({ record }) => {
    const role = roles.find(({ id }) => id === record.loop);
    if (record.ending === "waiting" || !role?.loop) return [];
    const today = addDays(record.day, -1);
    const before = entries.filter((entry: HistoryEntry) => eveningOf(entry.at, settings.dayEnds) <= today);
    const questions = questionsOf(library, role);
    const ground = groundOf({
      entries: () => before,
      sure: entriesIn(before).sure,
      questions,
      cards: cardsOf(before, { ...settings, today }),
      day: record.day,
    });
    const rounds = roundsReady({ loop: role.loop, questions }, ground);
    const value = rounds.find(({ id }) => id === record.round)?.value;
    return value === undefined ? [] : [{ isThrough: record.ending === "through", before: value }];
  });
}

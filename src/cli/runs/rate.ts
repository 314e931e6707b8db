// Room: cli. `coach rate`: the person's own rating of an attempt, beside the one that its marks give.
import { CoachError } from "../../domain/errors.ts";
import { type Rating, ratings } from "../../domain/memory.ts";
import type { App } from "../app.ts";
import { findPast, pastAttempts } from "./attempts.ts";
import { memoryOf } from "./memory.ts";
import { wholeHistoryOf } from "./past.ts";
import { titleOf } from "./undo.ts";

/** Keeps a rating of the attempt of that number or id, the last one without a name; tells when the question comes up by it. */
export async function rate(app: App, written: string, name: string | undefined): Promise<void> {
  const rating = ratingNamed(written);
  const history = await wholeHistoryOf(app);
  const { attempt } = findPast(pastAttempts(history, await app.library(), {}), name);
  const clock = app.clock();
  const record = { type: "rating", id: clock.newId(), at: clock.now(), attempt: attempt.id, rating } as const;
  await (await app.journal()).append(record);
  const due = (await memoryOf(app, [...history.entries, record])).cards.get(attempt.question)?.due;
  const title = await titleOf(app, attempt.question);
  await app.show({
    text: () => `Rated ${rating}: ${title}.${due === undefined ? "" : ` It is due on ${due}.`}\n`,
    json: () => ({ attempt: attempt.id, question: attempt.question, rating, due: due ?? null }),
  });
}

function ratingNamed(written: string): Rating {
  const rating = ratings.find((one) => one === written.toLowerCase());
  if (rating) return rating;
  throw new CoachError(`"${written}" is not a rating`, { fault: "usage", advice: `Ratings: ${ratings.join(", ")}.` });
}

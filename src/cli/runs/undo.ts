// Room: cli. `coach undo`: takes the last answer or rating back, or lets it count again. Recorded, not erased.
import { cleanName } from "../../content/clean.ts";
import type { AttemptHead, HistoryEntry } from "../../domain/attempt.ts";
import { instantOf } from "../../domain/calendar.ts";
import { CoachError } from "../../domain/errors.ts";
import { questionFinder } from "../../domain/framework-practice.ts";
import type { RatingRecord, Undo } from "../../domain/memory.ts";
import type { QuestionId } from "../../domain/question.ts";
import { tellMoment } from "../../terminal/views/words.ts";
import type { App } from "../app.ts";
import { historyOf } from "./past.ts";

export interface UndoOptions {
  readonly redo?: boolean;
}

/** Takes back what came last, or with `redo` what was taken back last. Throws a CoachError where there is nothing. */
export async function undo(app: App, { redo }: UndoOptions): Promise<void> {
  const { entries, takenBack } = await historyOf(app);
  const last =
    redo === true
      ? takenBack
          .map(({ by }) => by)
          .toSorted(byMoment)
          .at(-1)
      : entries.findLast(isOwnDoing);
  if (!last)
    throw new CoachError(redo === true ? "nothing was taken back" : "there is nothing to take back", {
      fault: "usage",
      advice: "coach history lists your answers.",
    });
  const clock = app.clock();
  await (await app.journal()).append({ type: "undo", id: clock.newId(), at: clock.now(), of: last.id });
  const all = [...entries, ...takenBack.map(({ entry }) => entry)];
  const about = all.find((entry) => entry.id === (last.type === "undo" ? last.of : last.id));
  const what = await tellWhat(app, about, all);
  await app.show({
    text: () => (redo === true ? `Counts again: ${what}.\n` : `Taken back: ${what}.\ncoach undo --redo lets it count again.\n`),
    json: () => ({
      [redo === true ? "restored" : "takenBack"]: { id: about?.id ?? null, type: about?.type ?? null, question: attemptOf(about, all)?.question ?? null },
    }),
  });
}

function isOwnDoing(entry: HistoryEntry): entry is AttemptHead | RatingRecord {
  return entry.type === "attempt" || entry.type === "rating";
}

function byMoment(a: Undo, b: Undo): number {
  return instantOf(a.at) - instantOf(b.at) || (a.id < b.id ? -1 : 1);
}

function attemptOf(about: HistoryEntry | undefined, all: readonly HistoryEntry[]): AttemptHead | undefined {
  const id = about?.type === "rating" ? about.attempt : about?.id;
  return all.find((entry): entry is AttemptHead => entry.type === "attempt" && entry.id === id);
}

async function tellWhat(app: App, about: HistoryEntry | undefined, all: readonly HistoryEntry[]): Promise<string> {
  const attempt = attemptOf(about, all);
  if (!attempt) return "an entry that is not here";
  const name = `${await titleOf(app, attempt.question)}, ${tellMoment(attempt.at)}`;
  return about?.type === "rating" ? `the rating "${about.rating}" of ${name}` : `your answer to ${name}`;
}

/** The title of a question; its id where its deck is gone. */
export async function titleOf(app: App, id: QuestionId): Promise<string> {
  const question = questionFinder(await app.library())(id);
  return cleanName(question?.title ?? id);
}

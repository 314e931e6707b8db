// Room: cli. What the journal says of earlier attempts, for choosing and telling.
import type { JournalEntry } from "../../domain/attempt.ts";
import { tellPlace } from "../../domain/problem.ts";
import type { LatestScores } from "../../practice/choose.ts";
import { latestScores as latest } from "../../progress/history.ts";
import type { App } from "../app.ts";

/** Every entry of the journal. What is wrong with its files is noted on standard error, once; it is never fatal. */
export async function entriesOf(app: App): Promise<readonly JournalEntry[]> {
  const { entries, problems } = await (await app.journal()).read();
  const [first] = problems;
  if (first)
    app.note(
      `Your history has ${problems.length === 1 ? "a damaged record" : `${problems.length} damaged records`}, set aside: ${tellPlace(first.place)}: ${first.message}\n`,
    );
  return entries;
}

/** Latest score of each question, 0 to 1. */
export async function latestScores(app: App): Promise<LatestScores> {
  return latest(await entriesOf(app));
}

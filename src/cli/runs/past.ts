// Room: cli. What the journal says of earlier attempts, for choosing and telling.
import type { JournalEntry } from "../../domain/attempt.ts";
import { tellPlace } from "../../domain/problem.ts";
import { noPast, type Past } from "../../practice/choose.ts";
import { latestScores, sureButWrong } from "../../progress/history.ts";
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

/** What decides whether earlier attempts have a say in the choice of questions. */
interface Wanted {
  readonly seed?: number;
  readonly answers?: string;
  readonly weak?: boolean;
  readonly new?: boolean;
}

/** What earlier attempts say for choosing questions. A seed or a file of answers asks for certain questions, so there history has no say. */
export async function pastFor(app: App, wanted: Wanted): Promise<Past> {
  const isFixed = wanted.seed !== undefined && wanted.weak !== true && wanted.new !== true;
  if (isFixed || wanted.answers !== undefined) return noPast;
  const entries = await entriesOf(app);
  return { scores: latestScores(entries), sureButWrong: sureButWrong(entries) };
}

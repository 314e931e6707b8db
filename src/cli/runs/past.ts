// Room: cli. What the journal says of earlier attempts, for choosing and telling.
import type { HistoryEntry } from "../../domain/attempt.ts";
import type { Standings } from "../../domain/taken-back.ts";
import { type Problem, tellPlace } from "../../domain/problem.ts";
import type { Question } from "../../domain/question.ts";
import type { History } from "../../journal/standing.ts";
import { type Choice, noPast, type Past } from "../../practice/choose.ts";
import { latestScores, sureButWrong } from "../../progress/history.ts";
import type { Past as StatsPast } from "../../progress/stats.ts";
import type { App } from "../app.ts";
import { whileReading } from "../patience.ts";
import { type Memory, memoryOf, metOn } from "./memory.ts";

/** Every entry of the journal that stands, attempts without their answers. What is wrong with its files is noted on standard error; it is never fatal. */
export async function entriesOf(app: App): Promise<readonly HistoryEntry[]> {
  return (await historyOf(app)).entries;
}

/** The same, and apart from it what was taken back. */
export async function historyOf(app: App): Promise<History> {
  const journal = await app.journal();
  return noted(app, await (journal.isDigested() ? journal.history() : whileReading(app, () => journal.history())));
}

/** A history for who goes through all of it once. */
export function pastIn(history: History): StatsPast {
  return { attempts: history.columns(), later: history.some("id", new Set()) };
}

/** The same with every answer: for who goes through them all. */
export async function wholeHistoryOf(app: App): Promise<Standings> {
  const journal = await app.journal();
  return noted(app, await whileReading(app, () => journal.read()));
}

function noted<T extends { readonly problems: readonly Problem[] }>(app: App, history: T): T {
  const { problems } = history;
  const [first] = problems;
  if (first)
    app.note(
      `Your history has ${problems.length === 1 ? "a damaged record" : `${problems.length} damaged records`}, set aside: ${tellPlace(first.place)}: ${first.message}\n`,
    );
  return history;
}

/** What a person wants of their earlier attempts. */
export interface Preference {
  readonly due?: boolean;
  readonly weak?: boolean;
  readonly new?: boolean;
}

/** What decides whether earlier attempts have a say in the choice of questions. */
interface Wanted extends Preference {
  readonly seed?: number;
  readonly answers?: string;
}

/** What earlier attempts say, with the cards where they were asked for. */
export interface KnownPast extends Past {
  readonly memory: Memory | undefined;
}

/** What earlier attempts say for choosing questions. A seed or a file of answers asks for certain questions, so there history has no say. */
export async function pastFor(app: App, wanted: Wanted): Promise<KnownPast> {
  const isFixed = wanted.seed !== undefined && wanted.weak !== true && wanted.new !== true && wanted.due !== true;
  if (isFixed || wanted.answers !== undefined) return { ...noPast, memory: undefined };
  const history = await historyOf(app);
  const { entries } = history;
  const memory = wanted.due === true ? await memoryOf(app, entries) : undefined;
  const newLeft = memory ? Math.max(0, memory.settings.newPerEvening - metOn(history, memory.today, memory.settings.dayEnds)) : 0;
  return { scores: latestScores(entries), sureButWrong: sureButWrong(entries), due: memory?.due ?? [], newLeft, memory };
}

/** Which questions come up by what a person wants; due and weak: what is due, the worst first. */
export function preferred(wanted: Preference): Pick<Choice, "prefer" | "andNew"> {
  if (wanted.weak === true) return { prefer: "weak" };
  if (wanted.due === true) return { prefer: "due", andNew: wanted.new === true };
  return { prefer: wanted.new === true ? "only-new" : "new" };
}

/** The questions that may come up at all. */
export function eligible<Q extends Question>(questions: readonly Q[], wanted: Preference, past: KnownPast): readonly Q[] {
  if (wanted.due !== true || wanted.weak !== true) return questions;
  const due = new Set(past.due);
  return questions.filter((question) => due.has(question.id));
}

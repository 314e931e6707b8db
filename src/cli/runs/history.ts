// Room: cli. `coach history`: the list of attempts, or one of them whole.
import type { AttemptHead } from "../../domain/attempt.ts";
import { drawCase } from "../../domain/case.ts";
import type { Library } from "../../domain/library.ts";
import type { Kind } from "../../domain/question.ts";
import { standingOf } from "../../domain/standing.ts";
import type { History } from "../../journal/standing.ts";
import { attemptsOf, type HistoryFilter } from "../../progress/history.ts";
import { attemptView, historyView, type PastAttempt } from "../../terminal/views/history.ts";
import type { App } from "../app.ts";
import { cleanedPast, findPast, pastAttempts, pastHeads, pastOf } from "./attempts.ts";
import { companyIds } from "./company.ts";
import { judgeJson } from "./session-json.ts";
import { historyOf, wholeHistoryOf } from "./past.ts";

export interface HistoryOptions {
  readonly limit?: number;
  readonly company?: string;
  readonly kind?: readonly Kind[];
  readonly since?: string;
  readonly search?: string;
}

const usualLimit = 20;

/** Lists attempts, newest first, or shows one by its number in that list or by its id. */
export async function showHistory(app: App, request: HistoryOptions & { readonly attempt: string | undefined }): Promise<void> {
  const library = await app.library();
  const filter = { questions: companyIds(library, request.company), kinds: request.kind, since: request.since };
  const search = request.search?.trim() || undefined;
  const limit = request.limit ?? usualLimit;
  // To find words, or one of them all, every answer is read; a list needs those alone that it shows.
  if (request.attempt === undefined && search === undefined) return showList(app, latest(await historyOf(app), { library, filter, limit }));
  const past = pastAttempts(await wholeHistoryOf(app), library, { ...filter, search });
  if (request.attempt !== undefined) return showOne(app, findPast(past, request.attempt));
  return showList(app, { total: past.length, past: past.slice(0, limit) });
}

interface Shown {
  readonly total: number;
  readonly past: readonly PastAttempt[];
}

function latest(history: History, { library, filter, limit }: { readonly library: Library; readonly filter: HistoryFilter; readonly limit: number }): Shown {
  const { takenBack } = history;
  const isWhole = filter.questions === undefined && filter.kinds === undefined && filter.since === undefined;
  const heads = pastHeads({ entries: isWhole ? newest(history, limit) : history.entries, takenBack }, filter);
  const shown = heads.slice(0, limit).map((head) => history.attempt(head));
  // What was kept about attempts, and none of the attempts.
  const about = history.some("id", new Set());
  const total = isWhole ? history.attempts + attemptsOf(takenBack.map(({ entry }) => entry)).length : heads.length;
  return { total, past: shown.map(pastOf({ entries: about, takenBack }, library)) };
}

/** So many attempts at most, oldest first. */
function newest(history: History, limit: number): readonly AttemptHead[] {
  const found: AttemptHead[] = [];
  for (const entry of history.newest()) {
    if (found.length === limit) break;
    if (entry.type === "attempt") found.push(entry);
  }
  return found.toReversed();
}

async function showList(app: App, { total, past }: Shown): Promise<void> {
  const shown = past.map(cleanedPast);
  await app.show({ text: (theme) => historyView(shown, total, theme), json: () => ({ total, attempts: shown.map(attemptJson) }) });
}

function attemptJson(past: PastAttempt): Record<string, unknown> {
  const { answer: _answer, marks: _first, type: _type, ...rest } = past.attempt;
  const { marks: _marks, ...standing } = standingOf(past.attempt, past);
  return {
    ...rest,
    ...standing,
    title: past.question?.title ?? null,
    rescored: past.rescore?.at ?? null,
    takenBack: past.takenBack ?? null,
    judge: judgeJson(past.judgement),
  };
}

async function showOne(app: App, one: PastAttempt): Promise<void> {
  const { attempt, question, correction } = one;
  const prompt = question ? drawCase(question, attempt.seed).prompt : null;
  await app.show({
    text: (theme) => attemptView(one, theme),
    json: () => ({ ...attemptJson(one), prompt, answer: attempt.answer, marks: standingOf(attempt, one).marks, corrected: correction?.marks ?? null }),
  });
}

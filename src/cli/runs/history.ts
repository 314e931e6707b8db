// Room: cli. `coach history`: the list of attempts, or one of them whole.
import { drawCase } from "../../domain/case.ts";
import type { Kind } from "../../domain/question.ts";
import { standingOf } from "../../domain/standing.ts";
import { attemptView, historyView, type PastAttempt } from "../../terminal/views/history.ts";
import type { App } from "../app.ts";
import { cleanedPast, findPast, pastAttempts } from "./attempts.ts";
import { companyIds } from "./company.ts";
import { judgeJson } from "./session-json.ts";
import { historyOf } from "./past.ts";

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
  const filter = { questions: companyIds(library, request.company), kinds: request.kind, since: request.since, search: request.search };
  const past = pastAttempts(await historyOf(app), library, filter);
  if (request.attempt !== undefined) return showOne(app, findPast(past, request.attempt));
  const shown = past.slice(0, request.limit ?? usualLimit).map(cleanedPast);
  await app.show({ text: (theme) => historyView(shown, past.length, theme), json: () => ({ total: past.length, attempts: shown.map(attemptJson) }) });
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

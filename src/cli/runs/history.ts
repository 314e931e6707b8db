// Room: cli. `coach history`: the list of attempts, or one of them whole.
import { clean } from "../../content/clean.ts";
import { drawCase } from "../../domain/case.ts";
import { CoachError } from "../../domain/errors.ts";
import { correctionsOf } from "../../domain/evidence.ts";
import type { Library } from "../../domain/library.ts";
import type { Kind, QuestionId } from "../../domain/question.ts";
import { questionsOfCompany } from "../../practice/select.ts";
import { attemptsOf, filterAttempts } from "../../progress/history.ts";
import { attemptView, historyView, type PastAttempt } from "../../terminal/views/history.ts";
import type { App } from "../app.ts";
import { entriesOf } from "./past.ts";
import { unknownName } from "./unknown.ts";

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
  const past = await pastAttempts(app, library, request);
  if (request.attempt !== undefined) return showOne(app, past, request.attempt);
  const shown = past.slice(0, request.limit ?? usualLimit);
  await app.show({ text: (theme) => historyView(shown, theme), json: () => ({ total: past.length, attempts: shown.map(attemptJson) }) });
}

async function pastAttempts(app: App, library: Library, request: HistoryOptions): Promise<readonly PastAttempt[]> {
  const entries = await entriesOf(app);
  const questions = new Map(library.decks.flatMap((deck) => deck.questions.map((question) => [question.id, question])));
  const corrections = correctionsOf(entries);
  const filters = { questions: companyIds(library, request.company), kinds: request.kind, since: request.since, search: request.search };
  return filterAttempts(attemptsOf(entries), filters).map((attempt) => ({
    attempt: cleaned(attempt),
    question: questions.get(attempt.question),
    correction: corrections.get(attempt.id),
  }));
}

/** A journal may come from another machine, or from an editor: what it holds is cleaned before it is shown. */
function cleaned<T>(value: T): T {
  if (typeof value === "string") return clean(value) as T;
  if (Array.isArray(value)) return value.map((part: unknown) => cleaned(part)) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, cleaned(part)])) as T;
}

function companyIds(library: Library, company: string | undefined): ReadonlySet<QuestionId> | undefined {
  if (company === undefined) return undefined;
  const questions = questionsOfCompany(library, company);
  if (questions) return new Set(questions.map((question) => question.id));
  throw unknownName({
    what: "company",
    name: company,
    among: library.decks.map((deck) => deck.company?.toLowerCase() ?? ""),
    list: "coach decks list shows what there is.",
  });
}

function attemptJson({ attempt, question, correction }: PastAttempt): Record<string, unknown> {
  const { answer: _answer, marks: _marks, type: _type, score, ...rest } = attempt;
  return { ...rest, title: question?.title ?? null, score: correction?.score ?? score, graded: score };
}

async function showOne(app: App, past: readonly PastAttempt[], name: string): Promise<void> {
  const one = /^\d{1,7}$/.test(name) ? past[Number(name) - 1] : past.find(({ attempt }) => attempt.id === name);
  if (!one) {
    const advice = past.length === 0 ? "Nothing is kept yet: coach drill begins." : `coach history lists them, 1 to ${past.length}.`;
    throw new CoachError(`there is no attempt "${name}"`, { fault: "usage", advice });
  }
  const { answer, marks } = one.attempt;
  const prompt = one.question ? drawCase(one.question, one.attempt.seed).prompt : null;
  await app.show({
    text: (theme) => attemptView(one, theme),
    json: () => ({ ...attemptJson(one), prompt, answer, marks, corrected: one.correction?.marks ?? null }),
  });
}

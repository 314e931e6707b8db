// Room: cli. `coach history`: the list of attempts, or one of them whole.
import type { Attempt, AttemptCorrection } from "../../domain/attempt.ts";
import { answerText } from "../../domain/answer.ts";
import { drawCase } from "../../domain/case.ts";
import { CoachError } from "../../domain/errors.ts";
import type { Library } from "../../domain/library.ts";
import type { Kind, Question, QuestionId } from "../../domain/question.ts";
import { questionsOfCompany } from "../../practice/select.ts";
import { attemptsOf, correctionsOf, filterAttempts } from "../../progress/history.ts";
import { attemptView, historyView } from "../../terminal/views/history.ts";
import type { App } from "../app.ts";
import { tellAnswer } from "./tell-answer.ts";
import { entriesOf } from "./past.ts";
import { unknownName } from "./unknown.ts";

export interface HistoryOptions {
  readonly limit?: number;
  readonly company?: string;
  readonly kind?: readonly Kind[];
  readonly since?: string;
  readonly search?: string;
}

interface Past {
  readonly attempts: readonly Attempt[];
  readonly corrections: ReadonlyMap<string, AttemptCorrection>;
  readonly questions: ReadonlyMap<QuestionId, Question>;
}

const usualLimit = 20;

export async function showHistory(app: App, request: HistoryOptions & { readonly attempt: string | undefined }): Promise<void> {
  const library = await app.library();
  const entries = await entriesOf(app);
  const past: Past = {
    attempts: attemptsOf(entries),
    corrections: correctionsOf(entries),
    questions: new Map(library.decks.flatMap((deck) => deck.questions.map((question) => [question.id, question]))),
  };
  if (request.attempt === undefined) await list(app, past, { request, library });
  else await showOne(app, past, request.attempt);
}

function scoreOf(past: Past, attempt: Attempt): number {
  return past.corrections.get(attempt.id)?.score ?? attempt.score;
}

async function list(app: App, past: Past, asked: { readonly request: HistoryOptions; readonly library: Library }): Promise<void> {
  const { request, library } = asked;
  const numbered = past.attempts.map((attempt, index) => ({ attempt, number: index + 1 }));
  const kept = new Set(filterAttempts(past.attempts, { questions: companyIds(library, request.company), kinds: request.kind, since: request.since, search: request.search }));
  const rows = numbered.filter(({ attempt }) => kept.has(attempt)).slice(0, request.limit ?? usualLimit);
  await app.show({
    text: (theme) => historyView(rows.map((row) => ({ ...row, title: past.questions.get(row.attempt.question)?.title ?? row.attempt.question, score: scoreOf(past, row.attempt) })), theme),
    json: () => ({ attempts: rows.map(({ attempt }) => attemptJson(past, attempt)) }),
  });
}

function companyIds(library: Library, company: string | undefined): ReadonlySet<QuestionId> | undefined {
  if (company === undefined) return undefined;
  const questions = questionsOfCompany(library, company);
  if (questions) return new Set(questions.map((question) => question.id));
  throw unknownName({ what: "company", name: company, among: library.decks.map((deck) => deck.company?.toLowerCase() ?? ""), list: "coach decks list shows what there is." });
}

function attemptJson(past: Past, attempt: Attempt): Record<string, unknown> {
  const { id, at, question, kind, seconds, timedOut, overtime, hints, interrupted, unscored, session, sessionKind } = attempt;
  return { id, at, question, kind, score: scoreOf(past, attempt), graded: attempt.score, seconds, timedOut, overtime, hints, interrupted, unscored, session, sessionKind };
}

async function showOne(app: App, past: Past, name: string): Promise<void> {
  const attempt = /^\d{1,7}$/.test(name) ? past.attempts[Number(name) - 1] : past.attempts.find((candidate) => candidate.id === name);
  if (!attempt) throw new CoachError(`there is no attempt "${name}"`, { fault: "usage", advice: past.attempts.length === 0 ? "Nothing is kept yet: coach drill begins." : `coach history lists them, 1 to ${past.attempts.length}.` });
  const question = past.questions.get(attempt.question);
  const asked = question && drawCase(question, attempt.seed);
  const answer = asked ? tellAnswer(asked, attempt.answer) : answerText(attempt.answer);
  const correction = past.corrections.get(attempt.id);
  const { gradeAnswer } = await import("../../grading/grade.ts");
  const texts = new Map(asked && gradeAnswer(asked, attempt.answer).marks.map((mark) => [mark.id, mark.text]));
  const marks = attempt.marks.map(({ id, status }) => ({ id, status, text: texts.get(id) ?? id }));
  await app.show({
    text: (theme) => attemptView({ attempt, title: question?.title ?? attempt.question, prompt: asked?.prompt ?? "", score: scoreOf(past, attempt), correctedMarks: correction?.marks, marks, answer }, theme),
    json: () => ({ ...attemptJson(past, attempt), prompt: asked?.prompt ?? null, answer: attempt.answer, marks, corrected: correction?.marks ?? null, flags: attempt.flags, rules: attempt.rules }),
  });
}

// Room: cli. Holds a drill or a quiz from the command line: chooses, sets the stage, tells how it ended.
import { type Chance, chanceFrom } from "../../domain/chance.ts";
import { CoachError } from "../../domain/errors.ts";
import type { Library } from "../../domain/library.ts";
import { type Kind, type Question, quickKinds } from "../../domain/question.ts";
import type { ScriptedAnswer } from "../../domain/scripted.ts";
import { chooseQuestions, type Past } from "../../practice/choose.ts";
import type { Summary } from "../../practice/ports.ts";
import { companiesIn, filterQuestions, namesIn, questionsNamed, questionsOfCompany } from "../../practice/select.ts";
import { holdSession, type SessionRequest } from "../../practice/session.ts";
import type { Settings } from "../../settings/settings.ts";
import type { App } from "../app.ts";
import { keepDaily } from "../daily.ts";
import { statuses } from "../exit.ts";
import type { LeftDraft } from "../../journal/drafts.ts";
import { tellNothingDue } from "./nothing-due.ts";
import { eligible, type KnownPast, pastFor, type Preference, preferred } from "./past.ts";
import { summaryJson } from "./session-json.ts";
import { unknownName } from "./unknown.ts";

/** The answers of a file. What reads YAML is loaded only for it. */
export async function answersIn(app: App, path: string): Promise<readonly ScriptedAnswer[]> {
  const { readAnswers } = await import("./answers.ts");
  return readAnswers(app, path);
}

/** The options that every such session has, as the command line gives them. */
export interface SessionOptions {
  readonly seed?: number;
  readonly timer?: boolean;
  readonly overtime?: boolean;
  readonly confidence?: boolean;
  readonly judge?: boolean;
  readonly answers?: string;
}

/** The options of what is held, or written, for a round of a loop. */
export interface RoundOptions extends Pick<SessionOptions, "seed"> {
  readonly round?: number;
  readonly output?: string;
  readonly force?: boolean;
}

/** The options of a drill or a quiz. */
export interface PractiseOptions extends SessionOptions, Preference {
  readonly count?: number;
  readonly minutes?: number;
  readonly kind?: readonly Kind[];
  readonly topic?: string;
  readonly round?: string;
}

export interface PractiseRequest extends PractiseOptions {
  readonly session: "drill" | "quiz";
  readonly what: string | undefined;
}

const usualCount = { drill: 5, quiz: 10 } as const;

/** Holds the session and resolves with the exit status: 130 when it was interrupted. */
export async function practise(app: App, request: PractiseRequest): Promise<number> {
  const library = await app.library();
  const selected = selectQuestions(library, request);
  const answers = request.answers === undefined ? undefined : await answersIn(app, request.answers);
  const seed = request.seed ?? Math.floor(app.world.random() * 4_294_967_296);
  const past = await pastFor(app, request);
  const questions = answers
    ? scriptedQuestions(selected, library, answers).slice(0, request.count)
    : chosenQuestions(selected, request, { past, chance: chanceFrom(seed) });
  if (questions.length === 0 && past.memory)
    return tellNothingDue(app, past.memory, { kind: request.session, title: titleOf(request, library), among: selected });
  if (questions.length === 0)
    throw new CoachError("no question is left by these options", { fault: "usage", advice: "Take one of --kind, --topic, --round, --new or --minutes away." });
  return holdOnStage(app, request, {
    kind: request.session,
    title: titleOf(request, library),
    questions,
    sureButWrong: countOf(questions, past),
    seed,
    answers,
  });
}

/** What a session asks, and whose answers it takes where nobody sits at a keyboard. */
export interface Programme extends Pick<SessionRequest, "kind" | "title" | "questions" | "sureButWrong" | "seed"> {
  readonly answers: readonly ScriptedAnswer[] | undefined;
  /** The answer that it goes on with. */
  readonly left?: LeftDraft | undefined;
}

/** Holds a session by the options of the command line and the settings; resolves with the exit status. */
export async function holdOnStage(app: App, request: SessionOptions, { answers, left, ...asked }: Programme): Promise<number> {
  const settings = await app.settings();
  const stock = await app.library();
  const course = { kind: asked.kind, title: asked.title, questions: asked.questions.map((question) => question.id), left };
  const stage = await app.stage({ answers, showModel: settings.modelAnswers, judge: request.judge !== false, course });
  const summary = await holdSession(stage, {
    ...asked,
    stock,
    ...clockOf(request, settings),
  });
  if (app.options.json) await app.show({ text: () => "", json: () => summaryJson(summary) });
  await (await import("./leeches.ts")).noteLeeches(app, summary);
  await keepDaily(app);
  return statusOf(summary);
}

/** Whether the clock runs, whether it runs on at zero, and whether the person is asked how it went. */
export function clockOf(request: SessionOptions, settings: Settings): Pick<SessionRequest, "timer" | "overtime" | "feel"> {
  return {
    timer: request.timer !== false && settings.timer,
    overtime: request.overtime === true || settings.overtime,
    feel: mayFeel(request, settings),
  };
}

/** A person is asked unless they turned it off; a file of answers tells what it tells. */
function mayFeel(request: { readonly confidence?: boolean; readonly answers?: string }, settings: Settings): boolean {
  return request.confidence !== false && (settings.confidence || request.answers !== undefined);
}

/** 130 when it was interrupted, else 0: stopping early by choice is no failure. */
export function statusOf(summary: Summary): number {
  return summary.stopped === "interrupt" ? statuses.interrupted : statuses.done;
}

function selectQuestions(library: Library, request: PractiseRequest): readonly Question[] {
  const named = request.session === "quiz" ? companyQuestions(library, request.what ?? "") : namedQuestions(library, request.what);
  const kinds = request.kind ?? (request.session === "quiz" && request.answers === undefined ? quickKinds : undefined);
  return filterQuestions(named, { kinds, topic: request.topic, round: request.round });
}

function companyQuestions(library: Library, what: string): readonly Question[] {
  const questions = questionsOfCompany(library, what);
  if (questions) return questions;
  const companies = companiesIn(library);
  const list = companies.map((company) => `${company.id} (${company.name}, ${company.questions} questions)`).join(", ");
  throw unknownName({
    what: "company",
    name: what,
    among: companies.flatMap((company) => [company.id, company.name.toLowerCase()]),
    list: `There is: ${list}.`,
  });
}

function namedQuestions(library: Library, what: string | undefined): readonly Question[] {
  if (what === undefined) return library.decks.flatMap((deck) => deck.questions);
  const questions = questionsNamed(library, what);
  if (questions) return questions;
  throw unknownName({
    what: "company, deck, round, competency or question",
    name: what,
    among: namesIn(library),
    list: "coach decks list shows what there is.",
  });
}

/** How many of the questions open a session because the person was sure of them and wrong. */
export function countOf(questions: readonly Question[], past: Past): number {
  return questions.filter((question) => past.sureButWrong.has(question.id)).length;
}

function chosenQuestions(
  selected: readonly Question[],
  request: PractiseRequest,
  from: { readonly past: KnownPast; readonly chance: Chance },
): readonly Question[] {
  const choice = {
    count: request.count ?? usualCount[request.session],
    minutes: request.minutes,
    ...preferred(request),
    alternate: request.session === "drill" && request.weak !== true && request.due !== true,
  };
  return chooseQuestions(eligible(selected, request, from.past), choice, from);
}

/** With an answers file the questions are those of the file, in its order. */
export function scriptedQuestions(selected: readonly Question[], library: Library, answers: readonly ScriptedAnswer[]): readonly Question[] {
  const byId = new Map(selected.map((question) => [question.id, question]));
  const all = new Set(library.decks.flatMap((deck) => deck.questions.map((question) => question.id)));
  return answers.map((answer) => {
    const question = byId.get(answer.question);
    if (question) return question;
    const message = all.has(answer.question)
      ? `${answer.question} is not among the questions that were asked for`
      : `there is no question "${answer.question}"`;
    throw new CoachError(message, { fault: "input", place: answer.place, advice: "coach decks show <deck> lists the ids of its questions." });
  });
}

function titleOf(request: PractiseRequest, library: Library): string {
  const name = request.session === "quiz" ? "Quiz" : "Drill";
  if (request.what === undefined) return request.due === true ? `${name}: what is due` : name;
  const company = companiesIn(library).find((candidate) => candidate.id === request.what?.toLowerCase());
  return `${name}: ${company?.name ?? request.what}${request.due === true ? ", what is due" : ""}`;
}

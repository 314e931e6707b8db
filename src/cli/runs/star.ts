// Room: cli. Holds a STAR session from the command line.
import { type Chance, chanceFrom } from "../../domain/chance.ts";
import { CoachError } from "../../domain/errors.ts";
import type { Library } from "../../domain/library.ts";
import type { Question, StarQuestion } from "../../domain/question.ts";
import type { LeftDraft } from "../../journal/drafts.ts";
import { chooseQuestions } from "../../practice/choose.ts";
import { namesIn, questionsNamed } from "../../practice/select.ts";
import { holdStar, type StarEnd } from "../../practice/star.ts";
import type { App } from "../app.ts";
import { keepDaily } from "../daily.ts";
import { tellNothingDue } from "./nothing-due.ts";
import { eligible, type KnownPast, pastFor, type Preference, preferred } from "./past.ts";
import { answersIn, clockOf, countOf, scriptedQuestions, type SessionOptions, statusOf } from "./practise.ts";
import { summaryJson } from "./session-json.ts";
import { unknownName } from "./unknown.ts";

export interface StarOptions extends SessionOptions, Preference {}

/** A prompt that is named, or the answer to it that was cut off. */
interface StarRequest extends StarOptions {
  readonly what: string | undefined;
  readonly left?: LeftDraft;
}

/** Holds one STAR prompt and resolves with the exit status. */
export async function tellStar(app: App, request: StarRequest): Promise<number> {
  const library = await app.library();
  const answers = request.answers === undefined ? undefined : await answersIn(app, request.answers);
  const named = starQuestions(library, request.what);
  const seed = request.seed ?? Math.floor(app.world.random() * 4_294_967_296);
  const past = await pastFor(app, request);
  const questions = answers ? scriptedQuestions(named, library, answers) : chosenQuestion(named, request, { past, chance: chanceFrom(seed) });
  if (questions.length === 0 && past.memory) return tellNothingDue(app, past.memory, { kind: "star", title: "STAR", among: named });
  const question = questions.find(isStar);
  if (!question) throw new CoachError("the answers file holds no answer to a STAR question", { fault: "input", advice: "See docs/answers.md." });
  const settings = await app.settings();
  const course = { kind: "star" as const, title: "STAR", questions: [question.id], left: request.left };
  const stage = await app.stage({ answers, showModel: settings.modelAnswers, judge: request.judge !== false, course });
  const end = await holdStar(stage, {
    question,
    title: "STAR",
    sureButWrong: countOf([question], past),
    stock: library,
    seed,
    ...clockOf(request, settings),
  });
  await tellKept(app, end);
  await keepDaily(app);
  return statusOf(end.summary);
}

/** What a session brought to the story bank. */
export async function tellKept(app: App, { summary, story, known }: StarEnd): Promise<void> {
  if (app.options.json)
    await app.show({ text: () => "", json: () => ({ ...(summaryJson(summary) as object), story: story?.id ?? null, of: known?.id ?? null }) });
  else if (known) app.note(`Kept as version ${known.versions.length + 1} of story ${known.number}: \`coach star show ${known.number}\` shows what changed.\n`);
  else if (story) app.note("Kept in your story bank: `coach star list` shows it.\n");
}

/** One that was not told yet, or went worst, unless another is wanted. */
function chosenQuestion(named: readonly StarQuestion[], wanted: Preference, from: { readonly past: KnownPast; readonly chance: Chance }): readonly Question[] {
  const chosen = chooseQuestions(eligible(named, wanted, from.past), { count: 1, ...preferred(wanted), alternate: false }, from);
  if (chosen.length > 0 || from.past.memory) return chosen;
  throw new CoachError("no STAR question is left by these options", { fault: "usage", advice: "Take --new or --weak away." });
}

function isStar(question: Question): question is StarQuestion {
  return question.kind === "star";
}

/** The STAR questions that a name means; all without one. Throws a CoachError for a name that means none. */
export function starQuestions(library: Library, what: string | undefined): readonly StarQuestion[] {
  const all = library.decks.flatMap((deck) => deck.questions).filter(isStar);
  if (what === undefined) return all;
  const found = questionsNamed(library, what)?.filter(isStar) ?? [];
  if (found.length > 0) return found;
  throw unknownName({
    what: "STAR question for",
    name: what,
    among: [...all.map((question) => question.id), ...namesIn(library)],
    list: `${all.length} STAR questions are in the library: coach decks show general/behavioural/star lists most of them.`,
  });
}

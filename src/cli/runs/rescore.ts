// Room: cli. `coach rescore`: marks the history again by the present rules, and shows or keeps what moves.
import { cleanName } from "../../content/clean.ts";
import type { Attempt, Rescore } from "../../domain/attempt.ts";
import { dayOf } from "../../domain/calendar.ts";
import { everyQuestion } from "../../domain/framework-practice.ts";
import type { Library } from "../../domain/library.ts";
import { tellPlace } from "../../domain/problem.ts";
import type { QuestionId } from "../../domain/question.ts";
import type { Journal } from "../../journal/journal.ts";
import { namesIn, questionsNamed } from "../../practice/select.ts";
import { type Among, type Moved, rescoreAttempt, rescoreOf } from "../../practice/rescore.ts";
import { whileShowing } from "../../terminal/progress.ts";
import type { App } from "../app.ts";
import { type Survey, surveyOf } from "./survey.ts";
import { emptyTally, type Tally, type Teller, tellerFor } from "./rescore-tell.ts";
import { unknownName } from "./unknown.ts";

export interface RescoreOptions {
  readonly since?: string;
  readonly limit?: number;
  readonly apply?: boolean;
}

/** From about this many attempts on it takes more than a second. */
const manyAttempts = 1000;
/** Attempts between two looks at what else is to be done, such as the spinner. */
const atOnce = 100;

/** Goes through the history twice, holding no answers: first for what was kept of each attempt later, then attempt by attempt. */
export async function rescore(app: App, request: RescoreOptions & { readonly what: string | undefined }): Promise<void> {
  const library = await app.library();
  const wanted = wantedIds(library, request.what);
  const journal = await app.journal();
  const survey = surveyOf(journal, (problem) => app.note(`coach: ${tellPlace(problem.place)}: ${problem.message}\n`));
  const among: Among = {
    questions: new Map(everyQuestion(library).map((question) => [question.id, question])),
    stock: library,
  };
  const isApplied = request.apply === true;
  const teller = await tellerFor(app, { limit: request.limit, isApplied });
  const keeper = keeperOf(app, journal);
  const isWanted = (attempt: Attempt): boolean =>
    (wanted === undefined || wanted.has(attempt.question)) && (request.since === undefined || dayOf(attempt.at) >= request.since);
  const work = async (): Promise<Tally> => {
    const tally = emptyTally();
    for (const attempt of attemptsIn(journal)) {
      if (!isWanted(attempt) || survey.isTakenBack(attempt.id)) continue;
      await takeOne(attempt, { survey, among, tally, teller, keep: isApplied ? keeper.keep : undefined });
    }
    await keeper.end();
    return tally;
  };
  const isShown = survey.attempts >= manyAttempts && app.world.err.isTTY && !app.options.quiet;
  teller.end(await whileShowing(`Marking ${survey.attempts} attempts again`, work, { stream: app.world.stderr, isShown }));
}

function wantedIds(library: Library, what: string | undefined): ReadonlySet<QuestionId> | undefined {
  if (what === undefined) return undefined;
  const questions = questionsNamed(library, what);
  if (questions) return new Set(questions.map((question) => question.id));
  throw unknownName({ what: "company, deck, competency or question", name: what, among: namesIn(library), list: "coach decks list shows what there is." });
}

/** Each attempt once, also when a copy of a file lies beside it. */
function* attemptsIn(journal: Journal): Generator<Attempt> {
  const seen = new Set<string>();
  for (const entry of journal.scan(() => undefined)) {
    if (entry.type !== "attempt" || seen.has(entry.id)) continue;
    seen.add(entry.id);
    yield entry;
  }
}

interface Work {
  readonly survey: Survey;
  readonly among: Among;
  readonly tally: Tally;
  readonly teller: Teller;
  readonly keep: ((moved: Moved, later: ReturnType<Survey["laterOf"]>) => Promise<void>) | undefined;
}

async function takeOne(attempt: Attempt, { survey, among, tally, teller, keep }: Work): Promise<void> {
  const later = survey.laterOf(attempt.id);
  const end = rescoreAttempt(attempt, later, among);
  tally.attempts += 1;
  if (tally.attempts % atOnce === 0) await new Promise((resolve) => setImmediate(resolve));
  if (typeof end === "string") {
    tally[end] += 1;
    return;
  }
  tally.moved += 1;
  if (end.to > end.from) tally.up += 1;
  if (end.to < end.from) tally.down += 1;
  teller.tell({ ...end, attempt: { ...attempt, id: cleanName(attempt.id) } });
  await keep?.(end, later);
}

/** New marks that are written together: a write for each would wait for the disk each time. */
const batch = 100;

function keeperOf(app: App, journal: Journal) {
  let waiting: Rescore[] = [];
  const end = async (): Promise<void> => {
    const entries = waiting;
    waiting = [];
    await journal.appendAll(entries);
  };
  return {
    keep: async (moved: Moved, later: ReturnType<Survey["laterOf"]>): Promise<void> => {
      waiting.push(rescoreOf(moved, later, app.clock()));
      if (waiting.length >= batch) await end();
    },
    end,
  };
}

// Room: cli. `coach star recall`: ten seconds for each prompt to name the story that answers it.
import { chanceFrom } from "../../domain/chance.ts";
import { CoachError } from "../../domain/errors.ts";
import { chooseToRetrieve, fittingStories, holdRetrieval, type RetrievalEnd } from "../../practice/retrieve.ts";
import { bankOf } from "../../progress/bank.ts";
import { likelyQuestions } from "../../progress/story-fit.ts";
import { retrievalEndView, retrievalView } from "../../terminal/views/retrieval.ts";
import type { App } from "../app.ts";
import { statuses } from "../exit.ts";
import { cleaned } from "./attempts.ts";
import { chooseLoop, wantedLoop } from "./loop-choice.ts";
import { entriesOf } from "./past.ts";
import { answersIn } from "./practise.ts";
import type { StarOptions } from "./star.ts";

export interface RetrieveOptions extends StarOptions {
  readonly count?: number;
}

const usualCount = 8;

/** Holds the drill and resolves with the exit status. */
export async function retrieveStories(app: App, request: RetrieveOptions): Promise<number> {
  const entries = await entriesOf(app);
  const bank = cleaned(bankOf(entries));
  if (bank.length === 0) throw new CoachError("your story bank is empty", { fault: "usage", advice: "coach star tells the first story." });
  const settings = await app.settings();
  const likely = await likelyFor(app, settings);
  const past = entries.filter((entry) => entry.type === "retrieval");
  const chance = chanceFrom(request.seed ?? Math.floor(app.world.random() * 4_294_967_296));
  const answers = request.answers === undefined ? undefined : await answersIn(app, request.answers);
  const asked = answers ? likely.filter(({ id }) => answers.some(({ question }) => question === id)) : likely;
  const questions = chooseToRetrieve({ bank, questions: asked, past }, request.count ?? usualCount, chance);
  const theme = await app.theme();
  const write = app.options.json ? app.note : (text: string) => app.world.out.write(text);
  const end = await holdRetrieval(await app.stage({ answers, showModel: false, judge: false }), {
    bank,
    questions,
    timer: request.timer !== false && settings.timer,
    tell: (one) => void write(retrievalView(one, theme)),
  });
  const untested = likely.filter((question) => fittingStories(bank, question).length === 0).length;
  await app.show({ text: () => retrievalEndView(end.retrieved, untested, theme), json: () => endJson(end, untested) });
  return end.stopped === "interrupt" ? statuses.interrupted : statuses.done;
}

/** The questions of the loop that is set; where none is, or none that the library has, those of any company. */
async function likelyFor(app: App, settings: Parameters<typeof wantedLoop>[1]) {
  const { loops, decks } = await app.library();
  const { company, role } = wantedLoop({}, settings);
  const loop = company === undefined ? undefined : chooseLoop(loops, { company, role });
  return likelyQuestions(
    loop,
    decks.flatMap((deck) => deck.questions),
  );
}

function endJson({ retrieved, stopped }: RetrievalEnd, untested: number): unknown {
  return {
    prompts: retrieved.map(({ question, record, story, fitting }) => ({
      question: question.id,
      story: story?.number ?? null,
      covers: record.covers,
      seconds: record.seconds,
      fitting: fitting.map(({ number }) => number),
    })),
    untested,
    stopped: stopped ?? null,
  };
}

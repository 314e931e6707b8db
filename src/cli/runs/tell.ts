// Room: cli. `coach star tell`: a kept story told again against the clock.
import { type BriefLength, briefOf, pointsHeld } from "../../domain/brief.ts";
import { CoachError } from "../../domain/errors.ts";
import type { Library } from "../../domain/library.ts";
import type { StarQuestion } from "../../domain/question.ts";
import { type BankStory, latestOf, secondsAloud } from "../../domain/story.ts";
import { tellBriefly } from "../../practice/tell.ts";
import type { App } from "../app.ts";
import { answersIn, statusOf } from "./practise.ts";
import { starQuestions, type StarOptions, tellKept } from "./star.ts";
import { bankIn, storyNamed } from "./stories.ts";

export interface TellOptions extends StarOptions {
  readonly seconds?: BriefLength;
  readonly to?: string;
}

const usualSeconds = 60;

/** Holds one telling and resolves with the exit status. */
export async function tellStory(app: App, request: TellOptions & { readonly name: string }): Promise<number> {
  const library = await app.library();
  const again = storyNamed(await bankIn(app), request.name);
  const question = questionFor(library, again, request.to);
  const seconds = request.seconds ?? usualSeconds;
  const settings = await app.settings();
  const stage = await app.stage({ answers: await answersFor(app, question, { ...request, seconds }), showModel: false, judge: request.judge !== false });
  const end = await tellBriefly(stage, {
    question,
    seconds,
    again,
    title: `Story ${again.number}`,
    sureButWrong: 0,
    stock: library,
    seed: 0,
    timer: request.timer !== false && settings.timer,
    overtime: request.overtime === true || settings.overtime,
    feel: false,
  });
  if (end.story) app.note(`Aloud it takes about ${secondsAloud(end.story)} seconds of ${seconds}. ${tellHeld(seconds)}\n`);
  await tellKept(app, end);
  return statusOf(end.summary);
}

function tellHeld(seconds: BriefLength): string {
  const held = pointsHeld(seconds);
  return held === undefined
    ? "It was marked by all the points of the question."
    : `It was marked by ${held} points, as many as that time has room for: of each part those that you told best.`;
}

function questionFor(library: Library, story: BankStory, to: string | undefined): StarQuestion {
  if (to !== undefined) return starQuestions(library, to)[0] as StarQuestion;
  const id = latestOf(story)?.story.question;
  const found = starQuestions(library, undefined).find((question) => question.id === id);
  if (found) return found;
  throw new CoachError(`the question that story ${story.number} was told to is no longer in the library`, {
    fault: "usage",
    advice: "Name another with --to.",
  });
}

/** Answers of a file name the question as the library does. */
async function answersFor(app: App, question: StarQuestion, { answers, seconds }: { readonly answers?: string; readonly seconds: BriefLength }) {
  if (answers === undefined) return undefined;
  const { id } = briefOf(question, seconds);
  return (await answersIn(app, answers)).map((answer) => (answer.question === question.id ? { ...answer, question: id } : answer));
}

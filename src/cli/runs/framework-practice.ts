// Room: cli. `coach frameworks practice`: sets the stage for one framework, tells how it ended.
import { chanceFrom } from "../../domain/chance.ts";
import { CoachError } from "../../domain/errors.ts";
import { questionsOf } from "../../domain/framework-practice.ts";
import type { QuestionId } from "../../domain/question.ts";
import { stepsOf } from "../../practice/framework.ts";
import { attemptsOf } from "../../progress/history.ts";
import type { App } from "../app.ts";
import { frameworkNamed } from "./frameworks.ts";
import { entriesOf } from "./past.ts";
import { answersIn, holdOnStage, scriptedQuestions, type SessionOptions } from "./practise.ts";

/** Holds the session and resolves with the exit status: 130 when it was interrupted. */
export async function practiseFramework(app: App, request: SessionOptions & { readonly name: string }): Promise<number> {
  const library = await app.library();
  const framework = frameworkNamed(library, request.name);
  if (framework.parts.length === 0)
    throw new CoachError(`${framework.title} has no parts to practise`, { fault: "input", advice: "coach decks lint says why." });
  const seed = request.seed ?? Math.floor(app.world.random() * 4_294_967_296);
  const answers = request.answers === undefined ? undefined : await answersIn(app, request.answers);
  const questions = answers
    ? scriptedQuestions(questionsOf(framework), library, answers)
    : stepsOf(framework, { asked: request.seed === undefined ? await askedBefore(app) : [], chance: chanceFrom(seed) });
  return holdOnStage(app, request, { kind: "framework", title: framework.title, questions, sureButWrong: 0, seed, answers });
}

/** A question for each attempt. With a seed history has no say, as in a drill. */
async function askedBefore(app: App): Promise<readonly QuestionId[]> {
  return attemptsOf(await entriesOf(app)).map((attempt) => attempt.question);
}

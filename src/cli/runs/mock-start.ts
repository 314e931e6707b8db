// Room: cli. Before a mock: which loop is meant, and whether one that was left is gone on with.
import { CoachError } from "../../domain/errors.ts";
import { dayOf } from "../../domain/calendar.ts";
import type { Library } from "../../domain/library.ts";
import type { Loop, Round } from "../../domain/loop.ts";
import { keyPointsOf, type Question } from "../../domain/question.ts";
import type { ScriptedAnswer } from "../../domain/scripted.ts";
import { type MockState, roundsOver, unfinishedOf } from "../../practice/mock.ts";
import { probeId } from "../../practice/probe.ts";
import type { Settings } from "../../settings/settings.ts";
import type { App } from "../app.ts";
import { loopNamed, ownLoop, tellLoops } from "./loop-choice.ts";
import type { MockCall } from "./mock-call.ts";
import { scriptedQuestions } from "./practise.ts";

/** The loop that was named; else that of the mock that was left last; else that of the role in the settings. */
export function loopFor(library: Library, from: { readonly call: MockCall; readonly mocks: readonly MockState[]; readonly settings: Settings }): Loop {
  const { call, mocks, settings } = from;
  const { loops } = library;
  if (call.what !== undefined) return loopNamed(library, call.what);
  const left = call.new === true ? undefined : unfinishedOf(mocks, undefined);
  const loop = loops.find(({ id }) => id === left?.opened.loop) ?? ownLoop(library, settings);
  if (loop) return loop;
  throw new CoachError("a mock is of one loop", { fault: "usage", advice: `Name it: coach mock ${loops[0]?.id ?? "<loop>"}. ${tellLoops(loops)}` });
}

/** The mock to go on with; undefined for a new one; `left` when the person was asked and went away. Without a terminal nothing is gone on with unasked. */
export async function whichMock(
  app: App,
  from: { readonly call: MockCall; readonly mocks: readonly MockState[]; readonly loop: Loop },
): Promise<MockState | undefined | "left"> {
  const { call, mocks, loop } = from;
  const left = unfinishedOf(mocks, loop.id);
  if (call.resume === true) {
    if (left) return left;
    throw new CoachError(`there is no mock of ${loop.id} to go on with`, { fault: "usage", advice: `coach mock ${loop.id} begins one.` });
  }
  if (!left || call.new === true || call.round !== undefined || call.answers !== undefined || !app.canAsk()) return undefined;
  return offer(app, left, loop);
}

/** The rounds of a mock that are not over, with their numbers in the loop. */
export function leftIn(left: Pick<MockState, "opened" | "events">, loop: Loop): readonly { readonly round: Round; readonly number: number }[] {
  const over = roundsOver(left);
  const planned = new Set(left.opened.rounds.map(({ round }) => round));
  return loop.rounds.map((round, index) => ({ round, number: index + 1 })).filter(({ round }) => planned.has(round.id) && !over.has(round.id));
}

async function offer(app: App, left: MockState, loop: Loop): Promise<MockState | undefined | "left"> {
  const { chooseOne } = await import("../../terminal/menu.ts");
  const where = leftIn(left, loop)[0];
  const told = where === undefined ? "before the committee" : `in round ${where.number} (${where.round.title})`;
  const choices = [
    { name: "Go on with it", value: "go on" },
    { name: "Begin a new one", value: "new" },
    { name: "Leave", value: "leave" },
  ] as const;
  const output = app.options.json ? app.world.stderr : app.world.stdout;
  const chosen = await chooseOne(`You left a mock of ${loop.id} on ${dayOf(left.at)}, ${told}.`, choices, {
    input: app.world.stdin,
    output,
    theme: await app.theme(),
  });
  if (chosen === "left" || chosen.value === "leave") return "left";
  return chosen.value === "go on" ? left : undefined;
}

/** The questions of a file of answers; what replies to a probe is none. Throws a CoachError for an answer to nothing that the loop may ask. */
export function scriptedPool(questions: readonly Question[], library: Library, answers: readonly ScriptedAnswer[]): readonly Question[] {
  const replies = new Set(questions.flatMap((question) => keyPointsOf(question).map(({ id }) => probeId(question, id))));
  return scriptedQuestions(
    questions,
    library,
    answers.filter(({ question }) => !replies.has(question)),
  );
}

// Room: cli. Holds a mock from the command line: which loop, new or gone on with, its plan, and what is told at the end.
import { shuffle, chanceFrom } from "../../domain/chance.ts";
import type { HistoryEntry } from "../../domain/attempt.ts";
import type { Library } from "../../domain/library.ts";
import type { Loop } from "../../domain/loop.ts";
import { chairsOf, type MockRound, usualRoundMinutes } from "../../domain/mock.ts";
import type { ScriptedAnswer } from "../../domain/scripted.ts";
import { timesAsked } from "../../practice/asked.ts";
import { holdMock, type MockEnd, type MockRequest, type MockState, mocksIn } from "../../practice/mock.ts";
import { planMock } from "../../practice/plan-mock.ts";
import { createGallery } from "../../terminal/gallery.ts";
import { viewOf, wrap } from "../../terminal/views/wrap.ts";
import type { App } from "../app.ts";
import { keepDaily } from "../daily.ts";
import { draftsLeft } from "../drafts.ts";
import { statuses } from "../exit.ts";
import { questionsFor, roundNumbered } from "./loop-choice.ts";
import { checkCall, type MockCall } from "./mock-call.ts";
import { checkOutput, finishMock } from "./mock-end.ts";
import { loopFor, scriptedPool, whichMock } from "./mock-start.ts";
import { wholeHistoryOf } from "./past.ts";
import { answersIn } from "./practise.ts";

/** Holds a mock and resolves with the exit status: 130 when it was interrupted. */
export async function runMock(app: App, call: MockCall): Promise<number> {
  checkCall(call);
  checkOutput(app, call);
  const library = await app.library();
  const { entries } = await wholeHistoryOf(app);
  const mocks = mocksIn(entries);
  const loop = loopFor(library, { call, mocks, settings: await app.settings() });
  const answers = call.answers === undefined ? undefined : await answersIn(app, call.answers);
  const before = await whichMock(app, { call, mocks, loop });
  if (before === "left") return statuses.interrupted;
  const request = before === undefined ? await newMock(app, { call, library, loop, entries, answers }) : goOn(before, { call, library, loop, answers });
  const left = before === undefined ? undefined : (await draftsLeft(app)).find(({ draft }) => draft.session.kind === "mock" && draft.session.title === loop.id);
  const stage = await app.stage({ answers, showModel: false, judge: false, course: { kind: "mock", title: loop.id, questions: [], left } });
  const write = app.options.json ? (text: string) => app.note(answers ? "" : text) : (text: string) => app.world.out.write(text);
  const end = await holdMock(stage, createGallery(write, await app.theme()), request);
  await keepDaily(app);
  return end.stopped ? tellStopped(app, loop, end) : finishMock(app, { call, loop, library, session: end.session });
}

interface Start {
  readonly call: MockCall;
  readonly library: Library;
  readonly loop: Loop;
  readonly entries: readonly HistoryEntry[];
  readonly answers: readonly ScriptedAnswer[] | undefined;
}

async function newMock(app: App, { call, library, loop, entries, answers }: Start): Promise<MockRequest> {
  const seed = call.seed ?? Math.floor(app.world.random() * 4_294_967_296);
  const questions = questionsFor(library, loop);
  const pool = answers ? scriptedPool(questions, library, answers) : shuffle(questions, chanceFrom(seed));
  // A seed asks for certain questions: what was asked before has no say.
  const asked = call.seed === undefined ? timesAsked(entries) : new Map<string, number>();
  const rounds = planMock({
    loop,
    rounds: call.round === undefined ? undefined : new Set([roundNumbered(loop, call.round).id]),
    pool,
    asked,
    isWhole: answers !== undefined,
  });
  const timer = call.timer !== false && (await app.settings()).timer;
  return { loop, rounds, questions, stock: library, seed, pace: call.pace ?? 1, timer, endsOnTime: answers === undefined };
}

/** The mock by the plan that it was begun with. A round may have left its loop since. */
function goOn(before: MockState, { call, library, loop, answers }: Omit<Start, "entries">): MockRequest {
  const questions = questionsFor(library, loop);
  if (answers) scriptedPool(questions, library, answers);
  const rounds = before.opened.rounds.flatMap((planned): readonly MockRound[] => {
    const index = loop.rounds.findIndex(({ id }) => id === planned.round);
    const round = loop.rounds[index];
    if (!round) return [];
    return [{ round, number: index + 1, minutes: round.minutes ?? usualRoundMinutes, chairs: chairsOf(round), questions: planned.questions }];
  });
  const { opened } = before;
  const timer = call.timer !== false && opened.timer;
  const pace = call.pace ?? opened.pace;
  return { loop, rounds, questions, stock: library, seed: opened.seed, pace, timer, endsOnTime: answers === undefined, before };
}

async function tellStopped(app: App, loop: Loop, end: MockEnd): Promise<number> {
  const where = end.at === undefined ? "" : ` in round ${end.at.number} (${end.at.round.title})`;
  const theme = await app.theme();
  app.note(`\nWhat you answered is kept.\n${viewOf(wrap(`coach mock ${loop.id} --resume goes on${where}.`, theme.columns()))}`);
  if (app.options.json) {
    const { mockJson } = await import("./mock-json.ts");
    await app.show({ text: () => "", json: () => mockJson(end) });
  }
  return end.stopped === "interrupt" ? statuses.interrupted : statuses.done;
}

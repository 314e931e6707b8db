import { expect, test } from "vitest";
import type { JournalEntry } from "../../../src/domain/attempt.ts";
import { chanceFrom } from "../../../src/domain/chance.ts";
import type { Reply, Stage, Timing } from "../../../src/practice/ports.ts";
import { chooseToRetrieve, holdRetrieval } from "../../../src/practice/retrieve.ts";
import { bankOf } from "../../../src/progress/bank.ts";
import { aRetrieval, aStory } from "../../support/attempts.ts";
import { aQuestion } from "../../support/builders.ts";

const bank = bankOf([
  aStory({ id: "s1", title: "The feed that came late", question: "q9", competencies: ["ownership"] }),
  aStory({ id: "s2", title: "Two teams, one shelf", question: "q2", competencies: ["conflict"] }),
]);
const ask = (id: string, competencies: readonly string[]) => aQuestion({ kind: "star", id, competencies });
const questions = [ask("q1", ["ownership", "learning"]), ask("q2", ["leadership"]), ask("q3", ["learning"])];

function typed(text: string, seconds = 4): Reply {
  return { type: "answer", answer: { body: { kind: "recall", texts: [text] }, seconds, timedOut: false, overtime: 0, hints: 0, paused: 0 } };
}

function aStage(...replies: readonly Reply[]) {
  const kept: JournalEntry[] = [];
  const timings: Timing[] = [];
  let next = 0;
  const stage: Pick<Stage, "interviewer" | "log" | "clock"> = {
    interviewer: {
      ask: (_asked, timing) => {
        timings.push(timing);
        return Promise.resolve(replies[next++] ?? { type: "skip" });
      },
      feel: () => Promise.reject(new Error("nobody asks how it went")),
      correct: () => Promise.resolve(undefined),
      phrase: () => Promise.resolve(undefined),
    },
    log: { append: (entry) => Promise.resolve(void kept.push(entry)), accept: () => Promise.resolve() },
    clock: { now: () => "2026-12-01T19:00:00Z", newId: () => `id${kept.length}` },
  };
  return { stage: stage as Stage, kept, timings };
}

test("only what some story answers is asked; what was missed or never asked comes first", () => {
  const choose = (count: number, ...past: readonly ReturnType<typeof aRetrieval>[]) =>
    chooseToRetrieve({ bank, questions, past }, count, chanceFrom(3)).map(({ id }) => id);
  expect(choose(9).toSorted()).toEqual(["q1", "q2"]);
  expect(choose(1, aRetrieval({ question: "q1" }))).toEqual(["q2"]);
  expect(choose(1, aRetrieval({ question: "q2" }))).toEqual(["q1"]);
  expect(choose(1, aRetrieval({ question: "q1" }), aRetrieval({ question: "q1", covers: false }), aRetrieval({ question: "q2" }))).toEqual(["q1"]);
});

test.each([
  ["1", "s1", true],
  ["fee", "s1", true],
  ["2", "s2", false],
  ["nothing", "", false],
  ["", "", false],
])("ten seconds, and %j is kept as story %j, covering: %s", async (text, story, covers) => {
  const { stage, kept, timings } = aStage(typed(text));
  const told: string[] = [];
  const end = await holdRetrieval(stage, {
    bank,
    questions: questions.slice(0, 1),
    timer: true,
    tell: ({ named }) => void told.push(`${named} after ${kept.length}`),
  });
  expect(kept).toMatchObject([{ type: "retrieval", question: "q1", story, covers, seconds: 4 }]);
  expect([told, timings]).toEqual([[`${text} after 1`], [{ seconds: 10, overtime: false }]]);
  expect(end.stopped).toBeUndefined();
});

test("a story that was told to the question itself covers it, and a skipped prompt names none", async () => {
  const { stage, kept } = aStage(typed("two teams"), { type: "skip" });
  await holdRetrieval(stage, { bank, questions: questions.slice(1), timer: false, tell: () => undefined });
  expect(kept).toMatchObject([
    { question: "q2", story: "s2", covers: true },
    { question: "q3", story: "", covers: false, seconds: 0 },
  ]);
});

test("stopping keeps what was named before", async () => {
  const { stage, kept } = aStage(typed("1"), { type: "stop", how: "interrupt", answer: undefined });
  const end = await holdRetrieval(stage, { bank, questions, timer: true, tell: () => undefined });
  expect([end.stopped, end.retrieved.length, kept.length]).toEqual(["interrupt", 1, 1]);
});

test("whether the story fitted is read before the next prompt, not after the last; who leaves there is asked no more", async () => {
  const { stage } = aStage(typed("1"), typed("2"), typed("1"));
  const read: number[] = [];
  const going = (stopped?: "quit") => ({ ...stage.interviewer, goOn: () => Promise.resolve({ rating: undefined, stopped, at: read.push(read.length) }) });
  const told: string[] = [];
  const request = { bank, questions, timer: true, tell: ({ named }: { readonly named: string }) => void told.push(named) };
  expect((await holdRetrieval({ ...stage, interviewer: going() }, request)).retrieved).toHaveLength(3);
  expect(read).toHaveLength(2);
  expect(await holdRetrieval({ ...stage, interviewer: going("quit") }, request)).toMatchObject({ stopped: "quit", retrieved: [{}] });
  expect(read).toHaveLength(3);
});

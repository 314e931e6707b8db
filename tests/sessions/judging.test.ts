// A session with a judge: what is kept, in which order, and whose score stands.
import { expect, test } from "vitest";
import type { JournalEntry } from "../../src/domain/attempt.ts";
import type { Correction, Status } from "../../src/domain/grade.ts";
import type { Judge, Stage } from "../../src/practice/ports.ts";
import { holdSession } from "../../src/practice/session.ts";
import { aQuestion } from "../support/builders.ts";

const choice = aQuestion({ kind: "choice" });
const aPoint = (id: string, text: string, phrasing: string) => ({ id, text, weight: 1, part: undefined, phrasings: [phrasing] });
const keyPoints = [
  aPoint("moved", "Moves the stock", "we moved the stock to other stores"),
  aPoint("margin", "Names the margin", "the margin rose by two points"),
];
const open = aQuestion({ kind: "open", keyPoints });
const said = "We moved the stock to the stores that sold out first, and the empty shelves went down by a third in six weeks.";

interface Script {
  readonly judge: Judge | undefined;
  readonly text?: string;
  readonly correction?: Correction;
  readonly kept?: JournalEntry[];
}

async function play({ judge, text = said, correction, kept = [] }: Script) {
  let ids = 0;
  const stage: Stage = {
    interviewer: {
      ask: ({ question }) => {
        const body = question.kind === "open" ? { kind: "open" as const, text } : { kind: "choice" as const, chosen: [0] };
        return Promise.resolve({ type: "answer", answer: { body, seconds: 5, timedOut: false, overtime: 0, hints: 0, paused: 0 } });
      },
      feel: () => Promise.resolve({ type: "said", confidence: undefined }),
      correct: () => Promise.resolve(correction),
      phrase: () => Promise.resolve(undefined),
    },
    audience: { opened: () => undefined, graded: () => undefined, settled: () => false, skipped: () => undefined, ended: () => undefined },
    log: { append: (entry) => Promise.resolve(void kept.push(entry)), accept: () => Promise.resolve() },
    clock: { now: () => "2026-12-01T19:00:00Z", newId: () => `id${(ids += 1)}` },
    judge,
  };
  const plan = {
    kind: "drill" as const,
    title: "Drill",
    stock: { decks: [], frameworks: [] },
    sureButWrong: 0,
    seed: 1,
    timer: true,
    overtime: false,
    feel: true,
  };
  const summary = await holdSession(stage, { ...plan, questions: [choice, open] });
  return { kept, turns: summary.turns, types: kept.map(({ type }) => type) };
}

/** A judge that gives every key point the same status, and remembers how often it was asked. */
function aJudge(status: Status, counts = false): Judge & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    counts,
    read: ({ question }, _body, grade) => {
      asked.push(question.id);
      return Promise.resolve({ model: "m", host: "h", comment: "", marks: grade.marks.map(({ id }) => ({ id, status, why: "" })) });
    },
  };
}

test("a judge is asked about sentences only, and its reading is kept after the attempt", async () => {
  const judge = aJudge("found");
  const { kept, types } = await play({ judge });
  expect(judge.asked).toEqual([open.id]);
  expect(types).toEqual(["attempt", "attempt", "judgement"]);
  expect(kept[2]).toMatchObject({ attempt: kept[1]?.id, model: "m", host: "h", counts: false });
});

test("the answer is on the disk before the judge is asked", async () => {
  const judge: Judge = { counts: false, read: () => Promise.reject(new Error("the program ends here")) };
  const kept: JournalEntry[] = [];
  await expect(play({ judge, kept })).rejects.toThrow("the program ends here");
  expect(kept.map(({ type }) => type)).toEqual(["attempt", "attempt"]);
});

test("the offline score stands beside the judge's, unless the person has set it otherwise", async () => {
  const without = await play({ judge: undefined });
  const beside = await play({ judge: aJudge("found") });
  const instead = await play({ judge: aJudge("found", true) });
  const [offline = 0, high = 0] = [without.turns[1]?.score, beside.turns[1]?.judgement?.score];
  expect(high).toBeGreaterThan(offline);
  expect(beside.turns[1]?.score).toBe(offline);
  expect(instead.turns[1]?.score).toBe(high);
  expect(instead.kept[1]).toEqual(without.kept[1]);
});

test("the person's own ticks stand above a judge that counts", async () => {
  const ticks = Object.fromEntries(open.keyPoints.map(({ id }) => [id, "found" as const]));
  const { turns, types } = await play({ judge: aJudge("not-found", true), correction: ticks });
  expect(types).toEqual(["attempt", "attempt", "judgement", "correction"]);
  expect(turns[1]?.score).toBeGreaterThan(turns[1]?.judgement?.score ?? 1);
});

test.each([
  ["no word was said", aJudge("found"), "   "],
  ["it has nothing to say", { counts: true, read: () => Promise.resolve(undefined) }, said],
])("nothing is kept of a judge when %s", async (_when, judge, text) => {
  const { types, turns } = await play({ judge, text });
  expect(types).toEqual(["attempt", "attempt"]);
  expect(turns[1]).not.toHaveProperty("judgement");
});

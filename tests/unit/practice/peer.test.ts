import { expect, test } from "vitest";
import type { Signal } from "../../../src/domain/loop.ts";
import { chairsOf, type MockRound } from "../../../src/domain/mock.ts";
import type { Question } from "../../../src/domain/question.ts";
import { isSpoken, peerScript } from "../../../src/practice/peer.ts";
import { aLoop, aQuestion, aRound } from "../../support/builders.ts";

const points = [
  { id: "metric", text: "Names one store metric", weight: 1, part: undefined, phrasings: ["waste per store falls by $40 a week"] },
  { id: "baseline", text: "Gives the baseline", weight: 3, part: undefined, phrasings: ["from $210 a week, which is 3 % of sales"] },
];
const followUps = [
  { text: "Whatever you like?", missing: undefined, looksFor: [] },
  { text: "Which number moves?", missing: "metric", looksFor: [] },
  { text: "From where?", missing: "baseline", looksFor: [] },
];
const pitfalls = [{ id: "accuracy", text: "Stops at accuracy", advice: undefined, samples: ["94 % accurate"] }];

function open(id: string, fields: Partial<Extract<Question, { kind: "open" }>> = {}): Question {
  return aQuestion({
    kind: "open",
    id: `walmart/ai-pm/cases/${id}`,
    title: id,
    minutes: 5,
    keyPoints: points,
    pitfalls,
    followUps,
    model: undefined,
    ...fields,
  });
}

const signal = (id: string, weights: Signal["weights"]): Signal => ({ id, name: id.toUpperCase(), about: "", shownBy: [], weights, sources: [] });
const round = aRound({ id: "panel", minutes: 30, people: ["officer", "lead"] });

function scriptOf(questions: readonly Question[], signals: readonly Signal[] = [], minutes = 30) {
  const held: MockRound = { round, number: 4, minutes, chairs: chairsOf(round), questions: questions.map(({ id }) => id) };
  return peerScript({ loop: aLoop({ signals }), round: held, questions, stock: { decks: [], frameworks: [] }, seed: 7, made: "2026-12-01T19:00:00Z" });
}

test("the heaviest key point comes first, and probes ask for the heaviest that has one", () => {
  const [question] = scriptOf([open("a")]).questions;
  expect(question?.points.map(({ id }) => id)).toEqual(["baseline", "metric"]);
  expect(question?.probes.map(({ point, words }) => [point?.id, words])).toEqual([
    ["baseline", "From where?"],
    ["metric", "Which number moves?"],
  ]);
  expect(question?.pitfalls).toEqual(["Stops at accuracy"]);
});

test("where no follow-up asks for a point, the first of them is the probe; without any, one that fits every answer", () => {
  const [some] = scriptOf([open("a", { followUps: followUps.slice(0, 1) })]).questions;
  expect(some?.probes).toEqual([{ point: undefined, words: "Whatever you like?" }]);
  const [none] = scriptOf([open("a", { followUps: [] })]).questions;
  expect(none?.probes[0]?.words).toMatch(/^If you had one more minute/);
});

test("the people of the round ask in turn, and the minutes hold the answers, a probe and the scoring of each", () => {
  const { questions } = scriptOf(["a", "b", "c", "d", "e"].map((id) => open(id)));
  expect(questions.map(({ person }) => person)).toEqual(["officer", "lead", "officer"]);
  expect(scriptOf([open("a", { minutes: 60 })]).questions).toHaveLength(1);
  expect(
    scriptOf(
      "abcdefghijklmn".split("").map((id) => open(id)),
      [],
      500,
    ).questions,
  ).toHaveLength(8);
});

test("a signal has the anchors of its heaviest dimension, of equals one of its own; coverage where only points show it", () => {
  const signals = [
    signal("impact", [
      { dimension: "evidence", weight: 2 },
      { keyPoint: "baseline", weight: 9 },
    ]),
    signal("doubt", [
      { dimension: "evidence", weight: 2 },
      { dimension: "judgment", weight: 2 },
    ]),
    signal("retail", [{ keyPoint: "metric", weight: 1 }]),
    signal("elsewhere", [{ keyPoint: "of-another-question", weight: 1 }]),
  ];
  const script = scriptOf([open("a")], signals);
  const scales = script.questions[0]?.scales.map(({ of, id, shownBy, anchors }) => [of, id, shownBy, anchors.length, anchors[0]]);
  expect(scales).toEqual([
    ["signal", "impact", ["Gives the baseline"], 5, "Claims only: nothing is counted."],
    ["signal", "doubt", [], 5, "Steps into more than one of the pitfalls that the interviewer waits for."],
    ["signal", "retail", ["Names one store metric"], 5, "Says none of what a good answer holds."],
  ]);
  expect(script.signals.map(({ name }) => name)).toEqual(["IMPACT", "DOUBT", "RETAIL"]);
});

test("without signals each dimension that applies to the question is a scale", () => {
  const [question] = scriptOf([open("a", { pitfalls: [] })]).questions;
  expect(question?.scales.map(({ of, id }) => `${of} ${id}`)).toEqual(["dimension coverage", "dimension evidence", "dimension delivery"]);
});

test("a story's points bear their part, and a rewrite is asked with its weak answer", () => {
  const part = (name: string) => ({
    guidance: "",
    minutes: 1,
    keyPoints: [{ id: name, text: "It is said", weight: 1, part: name, phrasings: ["we lost $40 a week"] }],
  });
  const parts = { situation: part("situation"), task: part("task"), action: part("action"), result: part("result") };
  const { questions } = scriptOf([
    aQuestion({ kind: "star", id: "s", parts }),
    aQuestion({ kind: "rewrite", id: "r", prompt: "Mend it.", weak: "We did well." }),
  ]);
  expect(questions[0]?.points.map(({ text }) => text)).toEqual(["Situation: It is said", "Task: It is said", "Action: It is said", "Result: It is said"]);
  expect(questions[1]?.prompt).toBe('Mend it.\n\n"We did well."');
});

test("what is answered in a key, and what holds code or a table, is not for reading aloud", () => {
  expect(isSpoken(open("a"))).toBe(true);
  expect(isSpoken(open("a", { prompt: "What breaks?\n\n```python\nx\n```" }))).toBe(false);
  expect(isSpoken(open("a", { prompt: "Read:\n\n| a | b |" }))).toBe(false);
  expect(isSpoken(aQuestion({ kind: "choice" }))).toBe(false);
});

import { describe, expect, test } from "vitest";
import { parseDeck } from "../../src/content/deck.ts";
import type { Answer, AnswerBody } from "../../src/domain/answer.ts";
import type { JournalEntry } from "../../src/domain/attempt.ts";
import type { Correction } from "../../src/domain/grade.ts";
import type { OwnPhrasing } from "../../src/domain/phrasing.ts";
import type { Question } from "../../src/domain/question.ts";
import type { Feeling, GoneOn, Interviewer, Looking, Reply, Stage } from "../../src/practice/ports.ts";
import { holdSession } from "../../src/practice/session.ts";

const text = `---
title: Two questions
---

## First

\`id: first\`

- [x] Right
- [ ] Wrong

## Second

\`id: second\` \`minutes: 2\`

Say why.

### Key points
- **Money** \`id: money\`
  - it saves two million dollars a year
  - worth about two million in savings
  - two million dollars less cost each year
- **Partners** \`id: partners\`
  - together with the merchandising team
  - I worked with merchants and engineering
  - our merchandising partners agreed to it

### Model answer
It saves two million dollars a year, together with the merchandising team.
`;

const { value } = parseDeck({ file: "two.md", path: "two.md", text });
const questions: readonly Question[] = value?.questions ?? [];

function answered(body: AnswerBody, more: Partial<Answer> = {}): Reply {
  return { type: "answer", answer: { body, seconds: 12, timedOut: false, overtime: 0, hints: 0, paused: 0, ...more } };
}

interface Script {
  readonly replies: readonly Reply[];
  readonly correct?: Interviewer["correct"] | undefined;
  readonly phrase?: Interviewer["phrase"];
  readonly feel?: () => Promise<Feeling>;
  readonly goOn?: Interviewer["goOn"];
  readonly rating?: Interviewer["rating"];
  /** False: nothing is shown after the ticks. */
  readonly showsMore?: boolean;
}

function aStage(script: Script) {
  const kept: JournalEntry[] = [];
  const told: string[] = [];
  const accepted: OwnPhrasing[] = [];
  let next = 0;
  let ids = 0;
  const stage: Stage = {
    interviewer: {
      ask: () => Promise.resolve(script.replies[next++] ?? { type: "skip" }),
      feel: script.feel ?? (() => Promise.resolve({ type: "said", confidence: undefined })),
      phrase: script.phrase ?? (() => Promise.resolve(undefined)),
      correct: script.correct ?? (() => Promise.resolve(undefined)),
      ...(script.goOn && { goOn: script.goOn }),
      ...(script.rating && { rating: script.rating }),
    },
    audience: {
      opened: ({ questions: count, minutes }) => told.push(`opened ${count} ${minutes}`),
      graded: (turn) => told.push(`graded ${turn.asked.question.id} after ${kept.length} kept`),
      settled: (turn) => told.push(`settled ${turn.asked.question.id} after ${kept.length} kept`) > 0 && script.showsMore !== false,
      skipped: (asked) => told.push(`skipped ${asked.question.id}`),
      ended: ({ turns }) => told.push(`ended ${turns.length}`),
    },
    log: { append: (entry) => Promise.resolve(void kept.push(entry)), accept: (phrasing) => Promise.resolve(void accepted.push(phrasing)) },
    clock: { now: () => "2026-12-01T19:00:00Z", newId: () => `id${(ids += 1)}` },
  };
  return { stage, kept, told, accepted };
}

const request = {
  kind: "drill" as const,
  title: "Drill",
  stock: { decks: [], frameworks: [] },
  questions,
  sureButWrong: 0,
  seed: 1,
  timer: true,
  overtime: false,
  feel: true,
};
const right = answered({ kind: "choice", chosen: [0] });

test("the fixture is sound", () => {
  expect(questions.map((question) => question.kind)).toEqual(["choice", "open"]);
});

test("an attempt is kept before its marks are told", async () => {
  const { stage, kept, told } = aStage({ replies: [right] });
  await holdSession(stage, request);
  expect(told).toEqual(["opened 2 3", "graded two/first after 1 kept", "settled two/first after 1 kept", "skipped two/second", "ended 1"]);
  expect(kept).toMatchObject([{ type: "attempt", question: "two/first", score: 1, sessionKind: "drill", at: "2026-12-01T19:00:00Z" }]);
});

test("keeps what was typed when the person stops in the middle of an answer", async () => {
  const reply: Reply = {
    type: "stop",
    how: "interrupt",
    answer: { body: { kind: "open", text: "It saves two million dollars" }, seconds: 9, timedOut: false, overtime: 0, hints: 0, paused: 0 },
  };
  const { stage, kept } = aStage({ replies: [right, reply] });
  const summary = await holdSession(stage, request);
  expect(summary.stopped).toBe("interrupt");
  expect(kept).toHaveLength(2);
  expect(kept[1]).toMatchObject({ interrupted: true, answer: { text: "It saves two million dollars" } });
});

test("keeps nothing of an answer that was not begun when the person stops", async () => {
  const reply: Reply = {
    type: "stop",
    how: "quit",
    answer: { body: { kind: "choice", chosen: [] }, seconds: 1, timedOut: false, overtime: 0, hints: 0, paused: 0 },
  };
  const { stage, kept } = aStage({ replies: [reply] });
  const summary = await holdSession(stage, request);
  expect(summary).toMatchObject({ stopped: "quit", turns: [] });
  expect(kept).toEqual([]);
});

test("an empty answer at the end of the time is kept and scores nothing", async () => {
  const { stage, kept } = aStage({ replies: [answered({ kind: "choice", chosen: [] }, { timedOut: true })] });
  await holdSession(stage, request);
  expect(kept).toMatchObject([{ timedOut: true, score: 0 }]);
});

test("a correction is kept beside the grade, with the score that it gives", async () => {
  const { stage, kept, told } = aStage({
    replies: [{ type: "skip" }, answered({ kind: "open", text: "We asked nobody and I like trains a lot." })],
    correct: () => Promise.resolve({ money: "found", partners: "found" }),
  });
  const summary = await holdSession(stage, request);
  expect(kept).toMatchObject([{ type: "attempt" }, { type: "correction", marks: { money: "found", partners: "found" } }]);
  expect(told).toEqual(expect.arrayContaining(["graded two/second after 1 kept", "settled two/second after 2 kept"]));
  const [turn] = summary.turns;
  expect(turn?.score).toBeGreaterThan(turn?.grade.score ?? 1);
  expect(turn?.own?.score).toBe(turn?.score);
  expect(turn?.own?.next).not.toBe(turn?.grade.next);
});

test("after a tick was raised, the sentences of the answer are offered, and the one that is picked is kept", async () => {
  const offered: (readonly string[])[] = [];
  const { stage, accepted } = aStage({
    replies: [{ type: "skip" }, answered({ kind: "open", text: "I like trains a lot. The bill came down for good. We asked nobody at all." })],
    correct: () => Promise.resolve({ money: "found", partners: "partly" }),
    phrase: (_mark, sentences) => Promise.resolve(offered.push(sentences) > 0 ? sentences.find((sentence) => sentence.includes("bill")) : undefined),
  });
  await holdSession(stage, request);
  expect(offered).toHaveLength(1);
  expect(offered[0]).toHaveLength(3);
  expect(accepted).toEqual([{ question: "two/second", keyPoint: "money", words: "The bill came down for good." }]);
});

test.each([
  ["a tick that was lowered", { money: "not-found" }],
  ["ticks that were agreed to", {}],
  ["a tick that is half", { partners: "partly" }],
] as const)("no words are offered for %s", async (_, correction) => {
  const { stage } = aStage({
    replies: [{ type: "skip" }, answered({ kind: "open", text: "It saves two million dollars a year." })],
    correct: () => Promise.resolve(correction),
    phrase: () => Promise.reject(new Error("asked")),
  });
  await expect(holdSession(stage, request)).resolves.toMatchObject({ turns: [{}] });
});

test("only stories are set beside earlier tellings, and only where something is remembered", async () => {
  const { stage } = aStage({ replies: [right] });
  const asking: Stage = { ...stage, log: { ...stage.log, tellings: () => Promise.reject(new Error("asked")) } };
  await expect(holdSession(asking, request)).resolves.toMatchObject({ turns: [{ score: 1 }] });
});

test("that they looked at the marks and agreed is kept as well, and changes no score", async () => {
  const { stage, kept } = aStage({
    replies: [{ type: "skip" }, answered({ kind: "open", text: "It saves two million dollars a year." })],
    correct: () => Promise.resolve({}),
  });
  const summary = await holdSession(stage, request);
  const [turn] = summary.turns;
  expect(kept).toMatchObject([{ type: "attempt" }, { type: "correction", marks: {}, score: turn?.grade.score }]);
  expect(turn?.score).toBe(turn?.grade.score);
  expect(turn?.own).toBeUndefined();
});

test("how well it went is asked before the marks are told, and kept with the attempt", async () => {
  const { stage, kept, told } = aStage({
    replies: [right],
    feel: () => Promise.resolve({ type: "said", confidence: told.push("asked how it went") > 0 ? 4 : undefined }),
  });
  await holdSession(stage, request);
  expect(kept).toMatchObject([{ type: "attempt", confidence: 4 }]);
  expect(told.slice(0, 3)).toEqual(["opened 2 3", "asked how it went", "graded two/first after 1 kept"]);
});

test("who would not say how well it went is believed, and nothing is made up", async () => {
  const { stage, kept } = aStage({ replies: [right] });
  await holdSession(stage, request);
  expect(kept[0]).not.toHaveProperty("confidence");
});

test.each([
  ["of an empty answer", { ...request }, answered({ kind: "choice", chosen: [] }, { timedOut: true })],
  ["of a session that is not to ask", { ...request, feel: false }, right],
] as const)("how well it went is not asked %s", async (_, held, reply) => {
  const { stage, kept } = aStage({ replies: [reply], feel: () => Promise.reject(new Error("asked")) });
  await holdSession(stage, held);
  expect(kept).toHaveLength(1);
});

test("who leaves when asked how well it went leaves with the answer kept as finished", async () => {
  const { stage, kept, told } = aStage({ replies: [right, right], feel: () => Promise.resolve({ type: "stop", how: "interrupt" }) });
  const summary = await holdSession(stage, request);
  expect(summary).toMatchObject({ stopped: "interrupt", turns: [{ score: 1 }] });
  expect(kept).toMatchObject([{ interrupted: false, score: 1 }]);
  expect(told).toEqual(["opened 2 3", "ended 1"]);
});

test("an answer is kept even when asking how well it went fails", async () => {
  const { stage, kept } = aStage({ replies: [right], feel: () => Promise.reject(new Error("the terminal broke")) });
  await expect(holdSession(stage, request)).rejects.toThrow("the terminal broke");
  expect(kept).toMatchObject([{ type: "attempt", score: 1 }]);
});

test("an answer that cannot be kept ends the session with its error", async () => {
  const { stage } = aStage({ replies: [right] });
  const failing: Stage = { ...stage, log: { ...stage.log, append: () => Promise.reject(new Error("disk full")) } };
  await expect(holdSession(failing, request)).rejects.toThrow("disk full");
});

test("the same seed draws the same case", async () => {
  const first = aStage({ replies: [right] });
  const second = aStage({ replies: [right] });
  await holdSession(first.stage, request);
  await holdSession(second.stage, request);
  expect(first.kept).toEqual(second.kept);
});

describe("before anything new is asked", () => {
  const written = answered({ kind: "open", text: "It saves two million dollars a year." });
  const agree = (): Promise<Correction> => Promise.resolve({});

  /** A person who reads what was shown, and does `gone`; what they looked at is in `read`. */
  function aReader(script: Omit<Script, "goOn">, gone: Partial<GoneOn> = {}) {
    const read: Looking[] = [];
    const goOn = (looking: Looking) => Promise.resolve({ rating: undefined, stopped: undefined, ...gone, isRead: read.push(looking) > 0 });
    return { ...aStage({ ...script, goOn }), read };
  }

  test("the reasons of a quick answer are read, and so are those of the last", async () => {
    const { stage, read } = aReader({ replies: [right, right] });
    const quick = questions.slice(0, 1);
    await holdSession(stage, { ...request, questions: [...quick, ...quick] });
    expect(read.map(({ isLast }) => isLast)).toEqual([false, true]);
  });

  test("a skipped question shows nothing that is to be read", async () => {
    const { stage, read } = aReader({ replies: [{ type: "skip" }, { type: "skip" }] });
    await holdSession(stage, request);
    expect(read).toEqual([]);
  });

  test.each([
    ["what was shown after the ticks is read", {}, questions, 2],
    ["ticks with nothing after them are not waited for again", { showsMore: false }, questions, 1],
    ["nor is what was shown after those of a single question", {}, questions.slice(1), 0],
    ["nothing is ticked, so all of it is read", { correct: undefined }, questions.slice(1), 1],
  ] as const)("%s", async (_, script, asked, times) => {
    const { stage, read } = aReader({ replies: asked.length === 1 ? [written] : [right, written], correct: agree, ...script });
    await holdSession(stage, { ...request, questions: asked });
    expect(read).toHaveLength(times);
  });

  test("the rating that its marks give is shown, and another is kept after the attempt", async () => {
    const { stage, read, kept } = aReader({ replies: [right] }, { rating: "hard" });
    const summary = await holdSession(stage, request);
    expect(read).toMatchObject([{ rated: { rating: "good", by: "marks" } }]);
    expect(kept).toMatchObject([
      { type: "attempt", id: "id2" },
      { type: "rating", attempt: "id2", rating: "hard" },
    ]);
    expect(summary.turns).toMatchObject([{ rating: "hard" }]);
  });

  test("who says nothing of it leaves no rating behind", async () => {
    const { stage, kept } = aReader({ replies: [right] });
    await holdSession(stage, request);
    expect(kept.map(({ type }) => type)).toEqual(["attempt"]);
  });

  test("the rating follows the person's own ticks, and one that was given at them is on the disk before they read", async () => {
    const ticked = aReader({
      replies: [right, answered({ kind: "open", text: "I like trains." })],
      correct: () => Promise.resolve({ money: "found", partners: "found" }),
    });
    await holdSession(ticked.stage, request);
    expect(ticked.read[1]?.rated).toEqual({ rating: "good", by: "marks" });
    const given = aReader({ replies: [right, written], correct: agree, rating: ({ question }) => (question.kind === "open" ? "again" : undefined) });
    const inTime: unknown[] = [];
    const goOn = given.stage.interviewer.goOn;
    const interviewer: Interviewer = {
      ...given.stage.interviewer,
      goOn: (looking) => goOn?.(looking).finally(() => inTime.push(given.kept.length)) ?? Promise.reject(new Error()),
    };
    await holdSession({ ...given.stage, interviewer }, request);
    expect(given.read[1]?.rated).toEqual({ rating: "again", by: "person" });
    expect([given.kept.map(({ type }) => type), inTime]).toEqual([
      ["attempt", "attempt", "correction", "rating"],
      [1, 4],
    ]);
  });

  test("an answer on an unverified fact is no matter of memory", async () => {
    const { stage, read } = aReader({ replies: [right] });
    await holdSession(stage, { ...request, questions: questions.slice(0, 1).map((question) => ({ ...question, confidence: "unverified" as const })) });
    expect(read).toEqual([{ isLast: true, rated: undefined }]);
  });

  test.each(["quit", "interrupt"] as const)("who leaves there (%s) is asked nothing more, and the answer counts", async (how) => {
    const { stage, kept, told } = aReader({ replies: [right, written] }, { rating: "easy", stopped: how });
    const summary = await holdSession(stage, request);
    expect(summary).toMatchObject({ stopped: how, turns: [{ score: 1, rating: "easy" }] });
    expect(kept.map(({ type }) => type)).toEqual(["attempt", "rating"]);
    expect(told.at(-1)).toBe("ended 1");
  });
});

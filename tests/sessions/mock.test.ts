// A mock over fakes: a scripted person, a log in memory, no screen.
import { describe, expect, test } from "vitest";
import { parseDeck } from "../../src/content/deck.ts";
import type { JournalEntry } from "../../src/domain/attempt.ts";
import type { Case } from "../../src/domain/case.ts";
import type { Question } from "../../src/domain/question.ts";
import { timesAsked } from "../../src/practice/asked.ts";
import { holdMock, type MockRequest, mocksIn, unfinishedOf } from "../../src/practice/mock.ts";
import { planMock } from "../../src/practice/plan-mock.ts";
import type { Interviewer, Position, Reply, Stage, Timing } from "../../src/practice/ports.ts";
import { bankOf } from "../../src/progress/bank.ts";
import { aLoop, aQuestion, aRound } from "../support/builders.ts";

const point = (id: string, words: string): string => `- **${words}** \`id: ${id}\`\n  - ${words}\n  - ${words} today\n  - we have ${words}\n`;

const text = `---
title: Cases
company: Walmart
---

## Shelves
\`id: shelves\` \`minutes: 8\` \`round: case-study\` \`competencies: metrics\`

Why do empty shelves cost money?

### Key points
${point("money", "two million dollars of savings")}${point("partners", "together with the merchandising team")}
### Model answer
Two million dollars of savings, together with the merchandising team.

### Follow-ups
- Merchandiser: who agreed to that with you? \`missing: partners\`
  - the buyers signed it off in spring

## Plans
\`id: plans\` \`minutes: 6\` \`round: panel\`

What would you do first?

### Key points
${point("first", "visit one store on a weekday")}${point("second", "count the empty pegs by hand")}
### Model answer
Visit one store on a weekday and count the empty pegs by hand.

## Spare
\`id: spare\` \`minutes: 5\` \`competencies: metrics\`

Which number comes first?

### Key points
${point("number", "out of stock rate per store")}${point("when", "counted on the second of May")}
### Model answer
Out of stock rate per store, counted on the second of May.
`;

const { value } = parseDeck({ file: "cases.md", path: "walmart/ai-pm/cases.md", text });
const questions: readonly Question[] = value?.questions ?? [];
const pointed = { person: "senior merchandiser", on: "margin", points: ["partners"] };
const loop = aLoop({
  rounds: [
    aRound({ id: "case-study", title: "Case study", minutes: 30, people: ["data scientist", "senior merchandiser"], presses: [pointed] }),
    aRound({ id: "panel", title: "Panel", minutes: 20, people: ["executive"] }),
  ],
});

interface Asked {
  readonly asked: Case;
  readonly timing: Timing;
  readonly position: Position;
}

const said = (text: string, seconds = 60): Reply => ({
  type: "answer",
  answer: { body: { kind: "open", text }, seconds, timedOut: false, overtime: 0, hints: 0, paused: 0 },
});
const killed = new Error("killed");

function aStage(reply: (one: Asked, count: number) => Reply, kept: JournalEntry[] = [], rest?: Interviewer["rest"]) {
  const asked: Asked[] = [];
  const told: string[] = [];
  let ids = 0;
  const stage: Stage = {
    interviewer: {
      ask: async (one, timing, position) => {
        asked.push({ asked: one, timing, position });
        return reply({ asked: one, timing, position }, asked.length);
      },
      feel: () => Promise.reject(new Error("a mock does not ask how it went")),
      correct: () => Promise.reject(new Error("a mock shows no marks")),
      phrase: () => Promise.reject(new Error("a mock shows no marks")),
      ...(rest ? { rest } : {}),
    },
    audience: {
      opened: () => told.push("drill"),
      graded: () => told.push("marks"),
      settled: () => told.push("marks") > 0,
      skipped: () => told.push("skipped"),
      ended: () => told.push("summary"),
    },
    log: { append: (entry) => Promise.resolve(void kept.push(entry)), accept: () => Promise.resolve() },
    clock: { now: () => "2026-12-01T19:00:00Z", newId: () => `id${kept.length}-${(ids += 1)}` },
  };
  const gallery = {
    opened: () => told.push("opened"),
    roundNext: ({ round }: { round: { title: string } }) => told.push(`next ${round.title}`),
    roundOver: ({ round }: { round: { title: string } }, { left }: { left: number }) => told.push(`over ${round.title}, ${left} left`),
  };
  return { stage, gallery, kept, told, asked };
}

function aRequest(more: Partial<MockRequest> = {}): MockRequest {
  const rounds = planMock({ loop, pool: questions, asked: new Map(), isWhole: false });
  return { loop, rounds, questions, stock: { decks: [], frameworks: [] }, seed: 1, pace: 1, timer: true, endsOnTime: true, ...more };
}

const good =
  "Two million dollars of savings, together with the merchandising team. I would visit one store on a weekday and count the empty pegs by hand. The out of stock rate per store was counted on the second of May.";

test("the fixture is sound", () => {
  expect(questions.map(({ id }) => id)).toEqual(["walmart/ai-pm/cases/shelves", "walmart/ai-pm/cases/plans", "walmart/ai-pm/cases/spare"]);
});

describe("the rounds", () => {
  test("are held in order with their own questions first, and no mark is told", async () => {
    const { stage, gallery, told, asked } = aStage(() => said(good));
    const end = await holdMock(stage, gallery, aRequest());
    expect(end.stopped).toBeUndefined();
    expect(asked.map((one) => one.asked.question.id.split("/").at(-1))).toEqual(["shelves", "spare", "plans"]);
    expect(told).toEqual(["opened", "next Case study", "over Case study, 0 left", "next Panel", "over Panel, 0 left"]);
  });

  test("keep each answer with its round, and the plan and the end beside them", async () => {
    const { stage, gallery, kept } = aStage(() => said(good));
    await holdMock(stage, gallery, aRequest());
    expect(kept.map((entry) => (entry.type === "mock" ? entry.what.event : entry.type))).toEqual([
      "opened",
      "attempt",
      "attempt",
      "round-over",
      "attempt",
      "round-over",
      "ended",
    ]);
    expect(kept[1]).toMatchObject({ sessionKind: "mock", round: "case-study", question: "walmart/ai-pm/cases/shelves" });
  });

  test("run at their pace, and the chairs take turns", async () => {
    const { stage, gallery, asked } = aStage(() => said(good, 1));
    await holdMock(stage, gallery, aRequest({ pace: 0.25 }));
    expect(asked.map(({ timing, position }) => [timing.seconds, position.seat?.person])).toEqual([
      [120, "data scientist"],
      [75, "senior merchandiser"],
      [90, "executive"],
    ]);
  });

  test("end with their minutes: the last question gets what is left, and what does not fit is told", async () => {
    const { stage, gallery, asked, told } = aStage((_, count) => said(good, count === 1 ? 1600 : 200));
    await holdMock(stage, gallery, aRequest());
    expect(asked.map(({ timing }) => timing.seconds)).toEqual([480, 200, 360]);
    const slow = aStage(() => said(good, 1790));
    await holdMock(slow.stage, slow.gallery, aRequest());
    expect(slow.told).toContain("over Case study, 1 left");
    expect(told).toContain("over Case study, 0 left");
  });

  test("without a clock nothing is cut", async () => {
    const { stage, gallery, asked } = aStage(() => said(good, 5000));
    await holdMock(stage, gallery, aRequest({ timer: false }));
    expect(asked.map(({ timing }) => timing.seconds)).toEqual([undefined, undefined, undefined]);
  });

  test("are parted by breaks in which notes are kept", async () => {
    const rests = [{ type: "note", text: "ask about margins" }, { type: "go on" }, { type: "stop", how: "quit" }] as const;
    let at = 0;
    const { stage, gallery, kept, asked } = aStage(
      () => said(good),
      [],
      () => Promise.resolve(rests[at++] ?? { type: "go on" }),
    );
    const end = await holdMock(stage, gallery, aRequest());
    expect(end).toMatchObject({ stopped: "quit", at: { number: 2 } });
    expect(kept).toContainEqual(expect.objectContaining({ what: { event: "note", round: "case-study", text: "ask about margins" } }));
    expect(asked).toHaveLength(2);
  });
});

const isProbe = ({ position }: Asked): boolean => position.seat?.asks !== "a question";

describe("a probe", () => {
  const half = "Two million dollars of savings in the first year is what I would count on.";

  test("comes from the chair that presses on what was missing, in the deck's words", async () => {
    const { stage, gallery, asked, kept } = aStage((one) =>
      isProbe(one) ? said("The buyers signed it off in spring.", 20) : one.asked.question.id.endsWith("shelves") ? said(half) : said(good),
    );
    await holdMock(stage, gallery, aRequest());
    const probes = asked.filter(isProbe);
    expect(probes).toHaveLength(1);
    expect(probes[0]).toMatchObject({
      asked: { prompt: "Who agreed to that with you?", question: { id: "walmart/ai-pm/cases/shelves/partners" } },
      timing: { seconds: 90 },
      position: { number: 1, seat: { person: "senior merchandiser", asks: "a probe" } },
    });
    expect(kept.find(({ type }) => type === "probe")).toMatchObject({
      attempt: kept[1]?.id,
      keyPoint: "partners",
      chair: "senior merchandiser",
      isAgain: false,
      reply: "The buyers signed it off in spring.",
      status: "found",
    });
  });

  test("is asked again once when the reply goes past it", async () => {
    const { stage, gallery, asked, kept } = aStage((one) =>
      isProbe(one) ? said("I like trains a lot, and boats.", 20) : one.asked.question.id.endsWith("shelves") ? said(half) : said(good),
    );
    await holdMock(stage, gallery, aRequest());
    expect(asked.filter(isProbe).map((one) => one.asked.prompt)).toEqual([
      "Who agreed to that with you?",
      "Let me ask that again. Who agreed to that with you?",
    ]);
    expect(kept.filter(({ type }) => type === "probe")).toMatchObject([
      { isAgain: false, status: "not-found" },
      { isAgain: true, status: "not-found" },
    ]);
  });

  test("that is skipped is kept without a reply and not asked again", async () => {
    const { stage, gallery, asked, kept } = aStage((one) =>
      isProbe(one) ? { type: "skip" } : one.asked.question.id.endsWith("shelves") ? said(half) : said(good),
    );
    await holdMock(stage, gallery, aRequest());
    expect(asked.filter(isProbe)).toHaveLength(1);
    expect(kept.find(({ type }) => type === "probe")).toMatchObject({ reply: "", status: "not-found" });
  });

  test("without a follow-up asks for the heaviest point in its own words", async () => {
    const { stage, gallery, asked } = aStage((one) =>
      isProbe(one) ? { type: "skip" } : one.asked.question.id.endsWith("plans") ? said("I would think about it for a long and quiet week.") : said(good),
    );
    await holdMock(stage, gallery, aRequest());
    expect(asked.filter(isProbe)).toMatchObject([
      {
        asked: { prompt: "One thing I am still listening for: visit one store on a weekday. How would you put it?" },
        position: { seat: { person: "executive" } },
      },
    ]);
  });

  test("is not asked about an answer that was never begun, nor when the round has no time left", async () => {
    const { stage, gallery, asked } = aStage((_, count) => said(count === 1 ? "" : half, 1780));
    await holdMock(stage, gallery, aRequest());
    expect(asked.filter(isProbe)).toEqual([]);
  });
});

describe("a mock that was broken off", () => {
  test("goes on in its round with what is left, another day", async () => {
    const kept: JournalEntry[] = [];
    const first = aStage((_, count) => {
      if (count === 2) throw killed;
      return said(good, 100);
    }, kept);
    await expect(holdMock(first.stage, first.gallery, aRequest())).rejects.toBe(killed);
    const before = unfinishedOf(mocksIn(kept), "walmart/ai-pm");
    expect(before).toMatchObject({ opened: { loop: "walmart/ai-pm", seed: 1 }, attempts: [{ question: "walmart/ai-pm/cases/shelves" }] });
    const second = aStage(() => said(good), kept);
    await holdMock(second.stage, second.gallery, aRequest({ before }));
    expect(second.told.slice(0, 2)).toEqual(["opened", "next Case study"]);
    expect(second.asked.map(({ asked, position }) => [asked.question.id.split("/").at(-1), position.number])).toEqual([
      ["spare", 2],
      ["plans", 1],
    ]);
    expect(unfinishedOf(mocksIn(kept), "walmart/ai-pm")).toBeUndefined();
    expect(mocksIn(kept)).toHaveLength(1);
  });

  test("goes on with the round after the last that is over", async () => {
    const kept: JournalEntry[] = [];
    const first = aStage((one) => (one.asked.question.id.endsWith("plans") ? { type: "stop", how: "interrupt", answer: undefined } : said(good, 100)), kept);
    expect(await holdMock(first.stage, first.gallery, aRequest())).toMatchObject({ stopped: "interrupt", at: { number: 2 } });
    const second = aStage(() => said(good), kept);
    await holdMock(second.stage, second.gallery, aRequest({ before: unfinishedOf(mocksIn(kept), undefined) }));
    expect(second.told).toEqual(["opened", "next Panel", "over Panel, 0 left"]);
  });

  test("asks a question anew whose answer was cut short, and keeps what was typed", async () => {
    const kept: JournalEntry[] = [];
    const cut: Reply = {
      type: "stop",
      how: "interrupt",
      answer: { body: { kind: "open", text: "Two million" }, seconds: 30, timedOut: false, overtime: 0, hints: 0, paused: 0 },
    };
    const first = aStage(() => cut, kept);
    await holdMock(first.stage, first.gallery, aRequest());
    expect(kept.at(-1)).toMatchObject({ type: "attempt", interrupted: true });
    const second = aStage(() => said(good), kept);
    await holdMock(second.stage, second.gallery, aRequest({ before: unfinishedOf(mocksIn(kept), undefined) }));
    expect(second.asked[0]?.asked.question.id).toBe("walmart/ai-pm/cases/shelves");
  });

  const shelvesHalf = "Two million dollars of savings in the first year is what I would count on.";
  const killedAt = async (kill: (one: Asked) => boolean, reply: string): Promise<JournalEntry[]> => {
    const kept: JournalEntry[] = [];
    const { stage, gallery } = aStage((one) => {
      if (kill(one)) throw killed;
      return isProbe(one) ? said(reply, 20) : said(shelvesHalf);
    }, kept);
    await expect(holdMock(stage, gallery, aRequest())).rejects.toBe(killed);
    return kept;
  };
  const goOn = async (kept: JournalEntry[]): Promise<readonly Asked[]> => {
    const { stage, gallery, asked } = aStage((one) => (isProbe(one) ? said("The buyers signed it off in spring.", 20) : said(good)), kept);
    await holdMock(stage, gallery, aRequest({ before: unfinishedOf(mocksIn(kept), undefined) }));
    return asked;
  };

  test("in the middle of a probe asks that probe again, about the same answer", async () => {
    const kept = await killedAt(isProbe, "");
    const [first, second] = await goOn(kept);
    expect(first).toMatchObject({
      asked: { prompt: 'Back to your answer to "Shelves". Who agreed to that with you?' },
      position: { number: 1, seat: { asks: "a probe" } },
    });
    expect(second).toMatchObject({ asked: { question: { id: "walmart/ai-pm/cases/spare" } }, position: { number: 2 } });
    expect(kept.filter(({ type }) => type === "probe")).toMatchObject([{ attempt: kept[1]?.id, status: "found" }]);
  });

  test("in the middle of a probe that is asked again asks only that again, also after another day's note", async () => {
    const kept = await killedAt(({ position }) => position.seat?.asks === "a probe again", "I like trains a lot, and boats.");
    kept.push({
      type: "mock",
      id: "n",
      at: "2026-12-02T19:00:00Z",
      session: kept[0]?.type === "mock" ? kept[0].session : "",
      what: { event: "note", round: "case-study", text: "x" },
    });
    const asked = await goOn(kept);
    expect(asked.filter(isProbe).map(({ position }) => position.seat?.asks)).toEqual(["a probe again"]);
  });

  test("after a reply that met the point, or after a skipped one, presses no more", async () => {
    const kept = await killedAt((one) => one.asked.question.id.endsWith("spare"), "The buyers signed it off in spring.");
    expect((await goOn(kept)).filter(isProbe)).toEqual([]);
  });

  test("does not ask again what was skipped", async () => {
    const kept: JournalEntry[] = [];
    const first = aStage((_, count) => (count === 1 ? { type: "skip" } : { type: "stop", how: "quit", answer: undefined }), kept);
    await holdMock(first.stage, first.gallery, aRequest());
    const second = aStage(() => said(good), kept);
    await holdMock(second.stage, second.gallery, aRequest({ before: unfinishedOf(mocksIn(kept), undefined) }));
    expect(second.asked[0]?.asked.question.id).toBe("walmart/ai-pm/cases/spare");
  });
});

describe("a story that is told in a round", () => {
  const parts = {
    situation: "Our supplier's price feed broke on a Friday night before the holiday sale.",
    task: "I was on call and had to decide whether we pause the campaign.",
    action: "I rang the vendor, compared yesterday's file by hand and told marketing which items to drop.",
    result: "We sold without one wrong tag and the vendor added an alarm.",
  };
  const told: Reply = {
    type: "answer",
    answer: { body: { kind: "star", parts }, seconds: 90, timedOut: false, overtime: 0, hints: 0, paused: 0 },
  };
  const stories = ["walmart/ai-pm/star/a", "walmart/ai-pm/star/b"].map((id) => aQuestion({ kind: "star", id, competencies: ["ownership"] }));
  const request = () => aRequest({ questions: stories, rounds: planMock({ loop, pool: stories, asked: new Map(), isWhole: true }) });

  function withBank(reply: (one: Asked, count: number) => Reply, kept: JournalEntry[] = []) {
    const made = aStage(reply, kept);
    return { ...made, stage: { ...made.stage, log: { ...made.stage.log, stories: () => Promise.resolve(bankOf(kept)) } } };
  }

  test("goes into the story bank, and told again in the same mock it is a version of it", async () => {
    const { stage, gallery, kept } = withBank((one) => (isProbe(one) ? { type: "skip" } : told));
    await holdMock(stage, gallery, request());
    expect(bankOf(kept)).toMatchObject([
      {
        versions: [
          { story: { parts, question: stories[0]?.id }, mock: "walmart/ai-pm" },
          { story: { question: stories[1]?.id }, mock: "walmart/ai-pm" },
        ],
        shows: ["ownership"],
      },
    ]);
  });

  test("goes there also when the program was killed before it could, and then once", async () => {
    const { stage, gallery, kept } = withBank(() => told);
    const append = (entry: JournalEntry) => (entry.type === "story" ? Promise.reject(killed) : stage.log.append(entry));
    await expect(holdMock({ ...stage, log: { ...stage.log, append } }, gallery, request())).rejects.toBe(killed);
    const before = unfinishedOf(mocksIn(kept), undefined);
    for (const again of [
      withBank(() => ({ type: "stop", how: "quit", answer: undefined }), kept),
      withBank(() => ({ type: "stop", how: "quit", answer: undefined }), kept),
    ])
      await holdMock(again.stage, again.gallery, { ...request(), before });
    expect(bankOf(kept)).toMatchObject([{ versions: [{ story: { question: stories[0]?.id } }] }]);
  });

  test("that was broken off stays an attempt", async () => {
    const { stage, gallery, kept } = withBank(() => (told.type === "answer" ? { type: "stop", how: "interrupt", answer: told.answer } : told));
    await holdMock(stage, gallery, request());
    expect(bankOf(kept)).toEqual([]);
  });
});

test("counts in how many mocks a question came up", async () => {
  const kept: JournalEntry[] = [];
  for (let time = 0; time < 2; time += 1) {
    const { stage, gallery } = aStage((one) => (one.asked.question.id.endsWith("spare") ? { type: "skip" } : said(good)), kept);
    await holdMock(stage, gallery, aRequest());
  }
  expect([...timesAsked(kept)]).toEqual(
    expect.arrayContaining([
      ["walmart/ai-pm/cases/shelves", 2],
      ["walmart/ai-pm/cases/spare", 2],
    ]),
  );
});

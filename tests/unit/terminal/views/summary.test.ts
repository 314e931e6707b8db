import { describe, expect, it } from "vitest";
import type { Summary, Turn } from "../../../../src/practice/ports.ts";
import { createAudience } from "../../../../src/terminal/audience.ts";
import { summaryView } from "../../../../src/terminal/views/summary.ts";
import { anAttempt } from "../../../support/attempts.ts";
import { aCase, aGrade, aMark, aTheme, findTestSource } from "../../../support/builders.ts";

const opening = { title: "Drill: Walmart", kind: "drill", questions: 4, sureButWrong: 0, minutes: 8 } as const;

function aTurn(fields: Partial<Turn> & { readonly title?: string } = {}): Turn {
  const asked = aCase({ kind: "open", title: fields.title ?? "Cut empty shelves", competencies: ["impact-quantification"] });
  const grade = aGrade({
    score: 0.5,
    marks: [aMark({ status: "found", strength: 1 }), aMark({ id: "dollars", text: "Says what a point is worth in dollars" })],
    next: "Add this: dollars.",
  });
  const answer = { body: { kind: "open", text: "I would start from the shelf." }, seconds: 95, timedOut: false, overtime: 0, hints: 0, paused: 0 } as const;
  return { asked, answer, grade, attempt: anAttempt(), score: grade.score, ...fields };
}

const exact = aTurn({
  asked: aCase({ kind: "recall", title: "The base of the range" }),
  grade: aGrade({ score: 0, marks: [aMark({ text: "$130,000" })], next: "The answer is: $130,000." }),
  score: 0,
});
const done: Summary = {
  opening,
  turns: [aTurn(), aTurn({ title: "Late pickups", score: 0.9, grade: aGrade({ score: 0.9 }) }), exact],
  skipped: 0,
  stopped: undefined,
};

async function shown(summary: Partial<Summary>, columns = 80): Promise<string> {
  return `\n${summaryView({ ...done, ...summary }, await aTheme(columns))}`;
}

describe("the end of a session", () => {
  it("tells why and what to do next by the person's own ticks", async () => {
    const own = aGrade({
      score: 0.8,
      marks: [aMark({ status: "found" }), aMark({ id: "x", text: "Names a cost", status: "not-found" })],
      next: "Add this: a cost.",
    });
    const told = await shown({ turns: [aTurn({ own, score: 0.8 }), aTurn({ title: "Late pickups", score: 0.9, grade: aGrade({ score: 0.9 }) })] });
    expect(told).toMatch(/Cut empty shelves +good, 80 % +not found: Names a cost/);
    expect(told).toContain("Do next: Cut empty shelves (80 %): Add this: a cost.");
  });

  it("tells each question with a reason, compares what can be compared, and says what to do next", async () => {
    expect(await shown({})).toMatchInlineSnapshot(`
      "
      Drill: Walmart: getting there, 46 %

      Question               Mark                 Why
      ─────────────────────  ───────────────────  ────────────────────────────────────
      Cut empty shelves      getting there, 50 %  not found: Says what a point is
                                                  worth in dollars
      Late pickups           strong, 90 %         all found
      The base of the range  not yet, 0 %         right is: $130,000

      By kind
        Open question: good, 70 % (2 questions)

      Time: 4:45 of 6 minutes allowed for what you answered.

      Do next: The base of the range (0 %): The answer is: $130,000.
      See it again: coach history
      "
    `);
  });

  it("is a list where it is narrow", async () => {
    expect(await shown({ turns: done.turns.slice(0, 2) }, 40)).toMatchInlineSnapshot(`
      "
      Drill: Walmart: good, 70 %

      Cut empty shelves
        Mark: getting there, 50 %
        Why: not found: Says what a point is
        worth in dollars

      Late pickups
        Mark: strong, 90 %
        Why: all found

      Time: 3:10 of 4 minutes allowed for what
      you answered.

      Do next: Cut empty shelves (50 %): Add
               this: dollars.
      See it again: coach history
      "
    `);
  });

  it.each([
    ["interrupt", "Interrupted: 3 of 4 questions answered, 1 skipped. What you answered is kept."],
    ["quit", "You stopped: 3 of 4 questions answered, 1 skipped. What you answered is kept."],
    [undefined, "3 of 4 questions answered, 1 skipped."],
  ] as const)("says plainly when it ended early: %s", async (stopped, told) => {
    expect(await shown({ stopped, skipped: 1 })).toContain(told);
  });

  it("says when nothing was answered", async () => {
    expect(await shown({ turns: [], skipped: 4 })).toContain("Drill: Walmart: nothing was answered");
    const stopped = await shown({ turns: [], skipped: 0, stopped: "interrupt" });
    expect(stopped).toContain("Interrupted: 0 of 4 questions answered.\n");
    expect(stopped).not.toMatch(/is kept|coach history/);
  });

  it("leaves out of the score what does not count", async () => {
    const turns = [aTurn(), aTurn({ attempt: anAttempt({ unscored: true }), score: 0 })];
    const view = await shown({ turns });
    expect(view).toContain("Drill: Walmart: getting there, 50 %");
    expect(view).toContain("not counted");
  });

  it("says when there was no clock, and where time ran out", async () => {
    expect(await shown({ opening: { ...opening, minutes: undefined } })).toContain("Time: 4:45, no clock.");
    const late = aTurn({ answer: { ...aTurn().answer, timedOut: true } });
    expect(await shown({ turns: [late, late] }, 100)).toContain("Time: 3:10 of 4 minutes allowed for what you answered. Time ran out on 2 of them.");
  });
});

const noSignals = () => undefined;

describe("the audience", () => {
  it("tells a session from its opening to its end", async () => {
    const told: string[] = [];
    const audience = createAudience({ write: (text) => told.push(text), theme: await aTheme(40), source: findTestSource, signals: noSignals, showModel: true });
    const turn = aTurn({ asked: aCase({ kind: "open", model: "I would start from the shelf." }) });
    audience.opened(opening);
    audience.graded(turn, { number: 1, of: 4 });
    audience.settled({ ...turn, score: 0.75 });
    audience.skipped(turn.asked);
    audience.ended({ opening, turns: [turn], skipped: 1, stopped: "quit" });
    expect(`\n${told.join("")}`).toMatchInlineSnapshot(`
      "
      Drill: Walmart: 4 questions, 8 minutes


      Getting there, 50 % · Cut empty shelves

        ✓ found: Names one store metric with a
          baseline
        ✗ not found: Says what a point is
          worth in dollars

      Do next: Add this: dollars.
      coach explain shows every rule and word
      behind this.

      By your own ticks: good, 75 % (as read:
      50 %).

      A strong answer
      I would start from the shelf.

      ────────────────────────────────────────


      Drill: Walmart: getting there, 50 %

      You stopped: 1 of 4 questions answered,
      1 skipped. What you answered is kept.
      Time: 1:35 of 2 minutes allowed for what
      you answered.

      Do next: Add this: dollars.
      See it again: coach history
      "
    `);
  });

  it.each([
    [{ sureButWrong: 1 }, 'The first comes up because you were sure of it last time, and the mark was "not yet".'],
    [{ sureButWrong: 1, questions: 1 }, 'It comes up because you were sure of it last time, and the mark was "not yet".'],
    [{ sureButWrong: 3 }, 'The first 3 come up because you were sure of them last time, and the mark was "not yet".'],
  ])("says at the start why questions come first: %j", async (fields, line) => {
    const told: string[] = [];
    createAudience({ write: (text) => told.push(text), theme: await aTheme(100), source: findTestSource, signals: noSignals, showModel: true }).opened({
      ...opening,
      ...fields,
    });
    expect(told.join("")).toContain(`minutes\n${line}\n`);
  });

  it.each([
    [5, 0.2, false, true],
    [5, 0.5, false, false],
    [2, 0.2, false, false],
    [5, 0.2, true, false],
  ] as const)("says when they were sure and wrong: confidence %s, score %s, not counted %s: %s", async (confidence, score, unscored, isTold) => {
    const told: string[] = [];
    const audience = createAudience({ write: (text) => told.push(text), theme: await aTheme(), source: findTestSource, signals: noSignals, showModel: false });
    audience.graded(aTurn({ score, attempt: anAttempt({ confidence, unscored }) }), { number: 1, of: 1 });
    expect(told.join("").includes("You were sure of this one: it comes first next time.")).toBe(isTold);
  });

  it("keeps the model answer back until the marks were looked at, and when it is not wanted", async () => {
    const told: string[] = [];
    const turn = aTurn({ asked: aCase({ kind: "open", model: "I would start from the shelf." }) });
    const audience = async (showModel: boolean) =>
      createAudience({ write: (text) => told.push(text), theme: await aTheme(), source: findTestSource, signals: noSignals, showModel });
    (await audience(true)).graded(turn, { number: 1, of: 1 });
    (await audience(false)).settled(turn);
    expect(told.join("")).not.toContain("A strong answer");
    (await audience(true)).settled(turn);
    expect(told.join("")).toContain("A strong answer");
  });
});

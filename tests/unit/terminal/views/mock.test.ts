import { stripVTControlCharacters } from "node:util";
import { expect, test } from "vitest";
import { drawCase } from "../../../../src/domain/case.ts";
import { chairsOf, type MockRound } from "../../../../src/domain/mock.ts";
import type { Debrief } from "../../../../src/domain/scorecard.ts";
import type { MockOpening } from "../../../../src/practice/ports.ts";
import { openingView, roundOverView, roundView } from "../../../../src/terminal/views/mock.ts";
import { questionView } from "../../../../src/terminal/views/question.ts";
import { scorecardView } from "../../../../src/terminal/views/scorecard.ts";
import { aLoop, aQuestion, aRound, aTheme } from "../../../support/builders.ts";

const panel = aRound({
  id: "panel",
  title: "Panel",
  minutes: 90,
  people: ["data scientist", "senior merchandiser"],
  presses: [{ person: "data scientist", on: "how it was measured, and against whom", points: [] }],
});
const loop = aLoop({ rounds: [aRound(), panel, aRound({ id: "last", title: "Last", minutes: undefined, people: [] })] });
const round = (index: number): MockRound => {
  const own = loop.rounds[index] ?? panel;
  return { round: own, number: index + 1, minutes: own.minutes ?? 45, chairs: chairsOf(own), questions: ["a", "b"] };
};
const opening: MockOpening = { loop, rounds: [round(1), round(2)], pace: 0.5, timer: true, goesOn: false };

test("opens with the rounds, the time and the promise that nothing is lost", async () => {
  expect(openingView(opening, await aTheme(60))).toMatchInlineSnapshot(`
    "Mock: AI/ML product manager at Walmart

    2 rounds, 68 minutes at pace 0.5 (in full: 135 minutes).
    Nobody tells you a mark before the last round is over. Each
    answer is kept at once: you may leave, and go on another
    day.
    "
  `);
  expect(openingView({ ...opening, goesOn: true, timer: false }, await aTheme())).toMatch(/^Going on with your mock: .*\n\n2 rounds, no clock\./);
});

test("says of a round where it stands, how long it takes, and who presses on what", async () => {
  expect(roundView(round(1), opening, await aTheme(60))).toMatchInlineSnapshot(`
    "Round 2 of 3: Panel, 45 minutes

    • Data scientist: how it was measured, and against whom
    • Senior merchandiser

    Up to 2 questions; what you leave open may be pressed on.
    "
  `);
  expect(roundView({ ...round(2), questions: [] }, { ...opening, pace: 1 }, await aTheme())).toMatchInlineSnapshot(`
    "Round 3 of 3: Last, 45 minutes (no source gives its length; 45 are usual)

    • Interviewer

    There is no question for this round.
    "
  `);
});

test("tells how a round ended", async () => {
  const told = roundOverView(round(1), { stopped: undefined, seconds: 2400, left: 1 }, { opening, theme: await aTheme(60) });
  expect(told).toContain("Round 2 is over: 40 minutes of 45 minutes. 1 question did");
});

test("names who asks, and who presses, in place of the deck's own heading", async () => {
  const asked = drawCase(aQuestion({ kind: "open", round: "panel", minutes: 0.4 }), 1);
  const theme = await aTheme();
  const headOf = (asks: "a question" | "a probe" | "a probe again"): string | undefined =>
    questionView(asked, { number: 2, of: 7, seat: { person: "senior merchandiser", asks } }, theme).split("\n")[1];
  expect([headOf("a question"), headOf("a probe"), headOf("a probe again")]).toEqual([
    "2 of 7 · Senior merchandiser · 24 seconds · open question",
    "2 of 7 · Senior merchandiser, pressing · 24 seconds",
    "2 of 7 · Senior merchandiser, pressing again · 24 seconds",
  ]);
});

const debrief: Debrief = {
  loop: "walmart/ai-pm",
  company: "Walmart",
  role: "AI/ML product manager",
  at: "2026-12-01T19:00:00Z",
  pace: 1,
  rounds: [],
  scorecard: {
    leaning: "mixed",
    reasons: ["The signals come to 55 % on average.", "2 of 5 rounds were held."],
    signals: [
      {
        id: "impact",
        name: "Impact quantification",
        about: "",
        level: 3,
        share: 0.5,
        answers: 4,
        evidence: [{ quote: '"A store saves $1,200 a week"', shows: "Dollars for a store", in: "Empty shelves", whenPressed: true }],
        heldBackBy: ["A guardrail", "evidence"],
      },
      { id: "retail", name: "Retail intuition", about: "", level: undefined, share: undefined, answers: 0, evidence: [], heldBackBy: [] },
    ],
    fixes: [{ what: "Say the baseline first.", because: "evidence: 2.1 of 5 over 4 answers", practice: "walmart/ai-pm/cases/out-of-stock" }],
  },
};

test("the scorecard says the leaning, its reasons, each signal with its words, and what to fix", async () => {
  expect(scorecardView(debrief, await aTheme(60))).toMatchInlineSnapshot(`
    "The committee: AI/ML product manager at Walmart

    ■■■□□ 3 of 5   Impact quantification
      "A store saves $1,200 a week"
        Dollars for a store, when pressed; Empty shelves
      Held back by: A guardrail; evidence

    not read       Retail intuition

    • The signals come to 55 % on average.
    • 2 of 5 rounds were held.
    A reading by fixed rules of what was practised here; no one
    at the company has seen it.

    Leaning: mixed
    strong no | no | [mixed] | yes | strong yes

    One thing to fix
    1. Say the baseline first.
       Evidence: 2.1 of 5 over 4 answers
       coach drill walmart/ai-pm/cases/out-of-stock
    "
  `);
});

test("in colour it says the same", async () => {
  const bare = scorecardView(debrief, await aTheme(60));
  const coloured = scorecardView(debrief, await aTheme(60, { noColor: false }));
  expect(coloured).not.toBe(bare);
  expect(stripVTControlCharacters(coloured)).toBe(bare);
});

test("leaning and three things to fix are together on the last 17 rows of a window of 80 columns", async () => {
  const long =
    "Say after the third sentence what came of it in money for one store, with the number that it started from and the week in which you counted it, and name the partner who agreed to it";
  const fixes = [1, 2, 3].map((number) => ({
    what: `${number} ${long}`,
    because: `"${long}" (Panel) came to 20 %`,
    practice: "walmart/senior-manager-ds/architecture/feature-store",
  }));
  const signal = debrief.scorecard.signals[0];
  const signals = signal ? Array.from({ length: 8 }, () => signal) : [];
  const rows = scorecardView({ ...debrief, scorecard: { ...debrief.scorecard, signals, fixes } }, await aTheme(80))
    .trimEnd()
    .split("\n");
  const last = rows.slice(-17).join("\n");
  expect(last).toMatch(/^Leaning: mixed[\s\S]*Three things to fix\n1\. 1 Say[\s\S]*\n3\. 3 Say[\s\S]*…[\s\S]*coach drill/m);
});

test("without a leaning the reasons stand alone", async () => {
  const scorecard = { leaning: undefined, reasons: ["Nothing was answered in sentences."], signals: [], fixes: [] };
  expect(scorecardView({ ...debrief, scorecard }, await aTheme())).toMatch(
    /• Nothing was answered in sentences\.\nA reading by fixed rules[^.]*\.\n\nNo leaning\.\n$/,
  );
});

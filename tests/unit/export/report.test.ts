import { describe, expect, test } from "vitest";
import type { Attempt } from "../../../src/domain/attempt.ts";
import { addDays } from "../../../src/domain/calendar.ts";
import { reportHtml, type ReportInput } from "../../../src/export/report.ts";
import { outlineOf } from "../../../src/domain/outline.ts";
import { statsOf } from "../../../src/progress/stats.ts";
import { anAttempt, past, whole } from "../../support/attempts.ts";
import { aQuestion } from "../../support/builders.ts";

const question = aQuestion({ kind: "open", id: "q", title: "One", competencies: ["retail-intuition"] });

function report(attempts: readonly Attempt[], fields: Partial<ReportInput> = {}): string {
  return reportHtml({ today: "2026-12-01", stats: statsOf(past(attempts), [outlineOf([question])], { whole }), rounds: [], answers: [], ...fields });
}

const onDays = (count: number, step: number): readonly Attempt[] =>
  Array.from({ length: count }, (_, index) =>
    anAttempt({ question: "q", at: `${addDays("2026-09-02", index * step)}T19:00:00Z`, score: (index + 1) / count, confidence: 4 }),
  );

const columnsIn = (page: string): number =>
  /<svg class="chart" role="img" aria-label="Scores over time[^]*?<\/svg>/.exec(page)?.[0].match(/class="bar"/g)?.length ?? 0;

test("the page is whole in itself: a language, one title, no script, nothing from elsewhere", () => {
  const page = report(onDays(3, 1));
  expect(page).toMatch(/^<!doctype html>\n<html lang="en">/);
  expect(page.match(/<h1>/g)).toHaveLength(1);
  expect(page).not.toMatch(/<script|<link|<img|src=|url\(|@import/);
  expect(page).toContain("default-src 'none'");
});

test("scores are told by the day, and after three weeks by the week that they fall in", () => {
  expect(columnsIn(report(onDays(3, 1)))).toBe(3);
  const weeks = report(onDays(30, 1));
  expect(columnsIn(weeks)).toBe(5);
  expect(weeks).toContain("Week of 2026-08-31: 10 %, 5 answers;");
});

/** What a page says, without its markup: a line each for headings, paragraphs and points. */
const said = (page: string): readonly string[] =>
  [...page.matchAll(/<(h[123]|p|li)>(.*?)<\/\1>/g)].map(([, tag, text = ""]) => `${tag}: ${text.replaceAll(/<[^>]*>/g, "")}`);

const aRound = {
  id: "panel",
  name: "Panel",
  of: "round",
  value: 0.6,
  low: 0.4,
  high: 0.8,
  answers: 3,
  tried: 2,
  questions: 5,
  recall: 0.7,
  state: "shaky",
  why: "It rests on three.",
  next: "",
} as const;

test("the page goes from what was done over time, competencies and confidence to the rounds and the answers", () => {
  const answers = [{ at: "2026-09-02T23:30:00+02:00", title: "One", text: "I asked.\n\n\nAnd more.", score: 0.555 }];
  expect(said(report(onDays(3, 1), { rounds: [aRound], answers }))).toEqual([
    "h1: How your practice went",
    "p: Made on 2026-12-01.",
    "h2: In short",
    "li: Answers: 3, to 1 question",
    "li: Days of practice: 3",
    "li: Minutes of answering: 6",
    "h2: Scores over time",
    "p: The mean score of each day.",
    "h2: By competency, weakest first",
    "p: The latest score of each question.",
    "h2: What you thought, and the marks",
    "p: The bar is what the word claims of a score; the line across is the mean of the marks.",
    "h2: Readiness by round",
    "p: What an answer may be worth on the day, as a range.",
    "li: Panel: It rests on three.",
    "h2: Your answers, newest first",
    "h3: One",
    "p: 2026-09-02, 55 %",
    "p: I asked.",
    "p: And more.",
  ]);
});

test("what there is nothing of has no heading, and what was kept without counting is told", () => {
  const plain = aQuestion({ kind: "open", id: "q", competencies: [] });
  const attempts = [anAttempt({ question: "q", score: 0.5 }), anAttempt({ question: "r", score: 0.5 }), anAttempt({ question: "q", unscored: true })];
  const page = reportHtml({ today: "2026-12-01", stats: statsOf(past(attempts), [outlineOf([plain])], { whole }), rounds: [], answers: [] });
  expect(said(page).filter((line) => line.startsWith("h"))).toEqual(["h1: How your practice went", "h2: In short", "h2: Scores over time"]);
  expect(said(page).slice(2, 7)).toEqual([
    "h2: In short",
    "li: Answers: 2, to 2 questions",
    "li: Days of practice: 1",
    "li: Minutes of answering: 4",
    "li: Kept and not counted: 1",
  ]);
  expect(page).not.toMatch(/\n\n/);
});

test("long lists are cut to what a chart can show: the last sixty columns, the twelve weakest competencies", () => {
  const names = Array.from({ length: 15 }, (_, index) => `skill-${index}`);
  const wide = aQuestion({ kind: "open", id: "q", competencies: names });
  const page = reportHtml({ today: "2028-12-01", stats: statsOf(past(onDays(70, 7)), [outlineOf([wide])], { whole }), rounds: [], answers: [] });
  expect(columnsIn(page)).toBe(60);
  expect(page).toContain("Week of 2027-12-27: 100 %");
  expect(page).not.toContain("Week of 2026-08-31");
  expect(page).toContain("p>The mean score of each week.<");
  expect(/aria-label="Scores by competency\.([^"]*)"/.exec(page)?.[1]?.match(/skill \d+:/g)).toHaveLength(12);
});

test("a word for one's own view that was said once is told as one answer", () => {
  expect(report(onDays(1, 1))).toMatch(/You said: [^:]+: marked 100 %, 1 answer\./);
  expect(report([anAttempt({ question: "q", score: 0.5, confidence: undefined })])).not.toContain("What you thought");
});

test("every chart is told in words; competencies and confidence have one each", () => {
  const page = report(onDays(3, 1));
  expect(page).toContain('aria-label="Scores over time. 2026-09-02: 33 %, 1 answer; 2026-09-03: 66 %, 1 answer; 2026-09-04: 100 %, 1 answer."');
  expect(page).toContain('aria-label="Scores by competency. retail intuition: 100 %, 3 answers."');
  expect(page).toMatch(/aria-label="Confidence beside marks\. You said: [^:]+: marked 66 %, 3 answers\."/);
});

test("an empty journal says how to begin and draws nothing", () => {
  const page = report([]);
  expect(page).toContain("coach drill begins");
  expect(page).not.toContain("<svg");
});

test("a round is told as a range with its reason", () => {
  const page = report(onDays(3, 1), { rounds: [aRound] });
  expect(page).toContain('aria-label="Readiness by round. Panel: shaky, 40 % to 80 %."');
  expect(page).toContain("<strong>Panel</strong>: It rests on three.");
  expect(page).toContain('<rect class="bar" x="256" y="22" width="256" height="14"/><rect class="mark" x="382.5"');
});

describe("answers", () => {
  const told = { at: "2026-09-02T19:00:00Z", title: "<b>One</b>", text: 'I said "<script>alert(1)</script>".\n\nAnd more.', score: 0.5 };

  test("are in the page only when they are given, and are text there", () => {
    expect(report(onDays(3, 1))).not.toContain("Your answers");
    const page = report(onDays(3, 1), { answers: [told] });
    expect(page).toContain("<h3>&lt;b&gt;One&lt;/b&gt;</h3>");
    expect(page).toContain("<p>I said &quot;&lt;script&gt;alert(1)&lt;/script&gt;&quot;.</p>\n<p>And more.</p>");
  });

  test("names that mean harm stay within their attributes", () => {
    const hostile = aQuestion({ kind: "open", id: "q", competencies: ['"><script>'] });
    const attempts = onDays(3, 1);
    const page = reportHtml({ today: "2026-12-01", stats: statsOf(past(attempts), [outlineOf([hostile])], { whole }), rounds: [], answers: [] });
    expect(page).toContain("Scores by competency. &quot;&gt;&lt;script&gt;: 100 %");
    expect(page).not.toContain("<script");
  });
});

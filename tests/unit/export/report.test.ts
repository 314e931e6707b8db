import { describe, expect, test } from "vitest";
import type { Attempt } from "../../../src/domain/attempt.ts";
import { addDays } from "../../../src/domain/calendar.ts";
import { reportHtml, type ReportInput } from "../../../src/export/report.ts";
import { statsOf } from "../../../src/progress/stats.ts";
import { anAttempt } from "../../support/attempts.ts";
import { aQuestion } from "../../support/builders.ts";

const question = aQuestion({ kind: "open", id: "q", title: "One", competencies: ["retail-intuition"] });

function report(attempts: readonly Attempt[], fields: Partial<ReportInput> = {}): string {
  return reportHtml({ today: "2026-12-01", stats: statsOf(attempts, [question], {}), rounds: [], answers: [], ...fields });
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
  const round = {
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
  const page = report(onDays(3, 1), { rounds: [round] });
  expect(page).toContain('aria-label="Readiness by round. Panel: shaky, 40 % to 80 %."');
  expect(page).toContain("<strong>Panel</strong>: It rests on three.");
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
    const page = reportHtml({ today: "2026-12-01", stats: statsOf(attempts, [hostile], {}), rounds: [], answers: [] });
    expect(page).toContain("Scores by competency. &quot;&gt;&lt;script&gt;: 100 %");
    expect(page).not.toContain("<script");
  });
});

import { describe, expect, test } from "vitest";
import type { Plan, PlanDay } from "../../../src/domain/plan.ts";
import { toMarkdown } from "../../../src/export/formats/markdown.ts";
import { planDocument, planToJson } from "../../../src/export/plan.ts";

const item = {
  kind: "review",
  title: "Again: 2 questions",
  minutes: 9.5,
  questions: ["a", "b"],
  command: "coach drill walmart/ai-pm --due --minutes 10",
} as const;
const day = (fields: Partial<PlanDay>): PlanDay => ({ day: "2026-12-13", kind: "practice", minutes: 9.5, items: [item], round: undefined, ...fields });
const plan: Plan = {
  today: "2026-12-13",
  interview: "2026-12-15",
  loop: "walmart/ai-pm",
  company: "Walmart",
  role: "AI/ML product manager",
  minutesPerEvening: 30,
  days: [
    day({}),
    day({ day: "2026-12-14", kind: "rest", minutes: 0, items: [], round: "Executive" }),
    day({ day: "2026-12-15", kind: "round", minutes: 0, items: [], round: "Executive" }),
  ],
  until: undefined,
  expected: { recall: 0.84, recallWithout: 0.12, met: 9, questions: 10 },
  again: ["a", "b"],
  dropped: [{ round: undefined, questions: ["c"], minutes: 1, why: "The evenings are full." }],
  isFeasible: false,
  notes: ["Ask the recruiter."],
};

describe("a plan as a page", () => {
  test("has each day as a task with what to type, what to expect, and what is left out", () => {
    expect(`\n${toMarkdown(planDocument(plan))}`).toMatchInlineSnapshot(`
      "
      # Plan: AI/ML product manager at Walmart

      Made on 2026-12-13, 2 days before the interview on 2026-12-15; 30 minutes an evening. It is made anew from your answers each time: coach plan.

      ## Day by day

      - [ ] **2026-12-13** practice, 10 minutes
        - Again: 2 questions, 10 minutes: \`coach drill walmart/ai-pm --due --minutes 10\`
      - [ ] **2026-12-14** rest
      - [ ] **2026-12-15** interview: Executive

      ## What to expect

      - 84 % of 10 questions recalled on the day with this plan, 12 % without.
      - 9 questions met by then, 2 of them seen again.
      - Not everything fits; see below.

      ## What is left out

      - **Of no round**: 1 question, 1 minute. The evenings are full.

      ## Mind

      - Ask the recruiter.
      "
    `);
  });

  test("says of a past interview that it is past", () => {
    const text = toMarkdown(planDocument({ ...plan, interview: "2026-12-01", days: [], dropped: [], notes: [] }));
    expect(text).toContain("The interview was on 2026-12-01.");
    expect(text).not.toContain("##");
  });
});

test("a plan as JSON says null where nothing is known", () => {
  const read = JSON.parse(planToJson({ ...plan, loop: undefined })) as Readonly<Record<string, unknown>>;
  expect(read).toMatchObject({ loop: null, until: null, isFeasible: false, dropped: [{ round: null }] });
});

/** The lines of a plan's page. */
const linesOf = (fields: Partial<Plan>): readonly string[] => toMarkdown(planDocument({ ...plan, ...fields })).split("\n");

test.each([
  [{ company: undefined }, "# Plan"],
  [{ role: undefined }, "# Plan: Walmart"],
  [{}, "# Plan: AI/ML product manager at Walmart"],
])("a plan with %j is called %s", (fields, title) => {
  expect(linesOf(fields)[0]).toBe(title);
});

test("days are counted by one and by many, also where the interview is today", () => {
  expect(linesOf({ interview: "2026-12-14" })[2]).toContain("Made on 2026-12-13, 1 day before the interview on 2026-12-14;");
  expect(linesOf({ interview: "2026-12-13" })[2]).toContain("Made on 2026-12-13, 0 days before the interview on 2026-12-13;");
});

test("each kind of day is told by its name; a day that holds nothing is left out", () => {
  const mock = { ...item, kind: "mock", title: "Mock: Case", minutes: 30, command: "coach mock walmart/ai-pm --round 3" } as const;
  const days = [
    day({ day: "2026-12-01", items: [], minutes: 0 }),
    day({ day: "2026-12-02", kind: "mock", round: "Case", items: [mock], minutes: 30 }),
    day({ day: "2026-12-03", kind: "mock", items: [mock], minutes: 30 }),
    day({ day: "2026-12-04", kind: "light", round: "Case", minutes: 1 }),
    day({ day: "2026-12-05", kind: "light" }),
    day({ day: "2026-12-06", kind: "light", items: [], minutes: 0 }),
    day({ day: "2026-12-07", kind: "round", items: [], minutes: 0 }),
  ];
  expect(linesOf({ days }).filter((line) => line.startsWith("- [ ]"))).toEqual([
    "- [ ] **2026-12-02** mock of Case, 30 minutes",
    "- [ ] **2026-12-03** mock of a round, 30 minutes",
    "- [ ] **2026-12-04** light, before Case, 1 minute",
    "- [ ] **2026-12-05** light, before the interview, 10 minutes",
    "- [ ] **2026-12-07** interview",
  ]);
  expect(linesOf({ days })).toContain("  - Mock: Case, 30 minutes: `coach mock walmart/ai-pm --round 3`");
});

test("what to expect says whether all fits, but for a plan that does not reach the interview", () => {
  expect(linesOf({ isFeasible: true })).toContain("- Every question is met, and what is due is seen again in time.");
  expect(linesOf({ isFeasible: true, until: "2027-06-01" }).slice(-12).join("\n")).not.toMatch(/Every question is met|Not everything fits/);
});

test("what is left out is told by round, with its questions and minutes", () => {
  const dropped = [{ round: "Case", questions: ["c", "d"], minutes: 0.4, why: "Full." }];
  expect(linesOf({ dropped })).toContain("- **Case**: 2 questions, 1 minute. Full.");
});

test("json holds each day whole, its round null where there is none", () => {
  const { days } = JSON.parse(planToJson(plan)) as { readonly days: readonly unknown[] };
  expect(days).toEqual([
    { day: "2026-12-13", kind: "practice", minutes: 9.5, items: [item], round: null },
    { day: "2026-12-14", kind: "rest", minutes: 0, items: [], round: "Executive" },
    { day: "2026-12-15", kind: "round", minutes: 0, items: [], round: "Executive" },
  ]);
});

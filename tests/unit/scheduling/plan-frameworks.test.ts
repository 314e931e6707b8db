import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, daysBetween } from "../../../src/domain/calendar.ts";
import type { Plan } from "../../../src/domain/plan.ts";
import { nextCard } from "../../../src/scheduling/fsrs.ts";
import { planOf } from "../../../src/scheduling/plan.ts";
import type { PlanInput } from "../../../src/scheduling/plan-course.ts";
import type { FrameworkAim } from "../../../src/scheduling/plan-frameworks.ts";
import { aLoop, aQuestion } from "../../support/builders.ts";

const today = "2026-11-21";
const triangle: FrameworkAim = { id: "retail-impact-triangle", title: "Retail Impact Triangle", minutes: 6, last: undefined };
const loop5: FrameworkAim = { id: "five-stage-validation-loop", title: "Five-Stage Validation Loop", minutes: 7, last: undefined };

function input(fields: Partial<PlanInput> = {}): PlanInput {
  return {
    today,
    interview: addDays(today, 21),
    loop: aLoop({ gap: undefined }),
    what: "walmart/ai-pm",
    company: "Walmart",
    role: "AI/ML product manager",
    minutesPerEvening: 30,
    newPerEvening: undefined,
    minutesDone: 0,
    newDone: 0,
    isUsual: true,
    retention: 0.9,
    questions: Array.from({ length: 60 }, (_, index) => aQuestion({ kind: "open", id: `q/${index}`, minutes: 4 })),
    cards: new Map(),
    rounds: [],
    rehearsed: new Map(),
    frameworks: [triangle],
    ...fields,
  };
}

/** Somebody who has answered something. */
const begun: Partial<PlanInput> = {
  cards: new Map([["q/0", nextCard(undefined, { question: "q/0", day: "2026-11-20", rating: "good" }, { retention: 0.9 })]]),
};

/** The evenings that have a framework, by how many days off they are. */
function evenings({ days }: Plan, id = triangle.id): readonly number[] {
  return days.filter(({ items }) => items.some(({ framework }) => framework === id)).map(({ day }) => daysBetween(today, day));
}

describe("the frameworks of a plan", () => {
  test("come early, and again each time half of the days have gone: three times in three weeks", () => {
    expect(evenings(planOf(input(begun)))).toEqual([0, 11, 16]);
    expect(evenings(planOf(input({ ...begun, interview: addDays(today, 10) })))).toEqual([0, 5]);
    expect(evenings(planOf(input({ ...begun, interview: addDays(today, 3) })))).toEqual([0]);
  });

  test("leave the very first evening to finding out where somebody stands", () => {
    expect(evenings(planOf(input()))[0]).toBe(1);
  });

  test("are told with their minutes and what to type, before what is due and what is new", () => {
    const [evening] = planOf(input(begun)).days;
    expect(evening?.items[0]).toEqual({
      kind: "framework",
      title: "Framework: Retail Impact Triangle",
      minutes: 6,
      questions: [],
      command: "coach frameworks practice retail-impact-triangle",
      framework: "retail-impact-triangle",
    });
    expect(evening?.items.map(({ kind }) => kind)).toEqual(["framework", "review", "new"]);
    expect(evening?.minutes).toBe(30);
  });

  test("share no evening: what is leaned on most comes first", () => {
    const plan = planOf(input({ ...begun, frameworks: [loop5, triangle] }));
    expect(evenings(plan, loop5.id)[0]).toBe(0);
    expect(evenings(plan)[0]).toBe(1);
  });

  test("that wait both come in the order in which they have waited", () => {
    const frameworks = [
      { ...loop5, last: addDays(today, -22) },
      { ...triangle, last: addDays(today, -30) },
    ];
    const plan = planOf(input({ ...begun, interview: addDays(today, 10), frameworks }));
    expect([evenings(plan)[0], evenings(plan, loop5.id)[0]]).toEqual([0, 1]);
    const turned = planOf(input({ ...begun, interview: addDays(today, 10), frameworks: frameworks.toReversed() }));
    expect(turned.days[0]?.items[0]?.framework).toBe(triangle.id);
  });

  test("that was not practised on its evening is there on the next; that was rests", () => {
    const later = { ...begun, today: addDays(today, 1) };
    expect(planOf(input(later)).days[0]?.items[0]?.kind).toBe("framework");
    const done = planOf(input({ ...later, frameworks: [{ ...triangle, last: today }] }));
    expect(evenings(done)).toEqual([11, 16]);
    const missed = planOf(input({ ...begun, today: addDays(today, 14), frameworks: [{ ...triangle, last: today }] }));
    expect(missed.days[0]?.items[0]?.kind).toBe("framework");
  });

  test("come not where they would take more than half of an evening, and tomorrow where tonight has no room left", () => {
    expect(evenings(planOf(input({ ...begun, minutesPerEvening: 12 })))[0]).toBe(0);
    expect(evenings(planOf(input({ ...begun, minutesPerEvening: 11 })))).toEqual([]);
    expect(evenings(planOf(input({ ...begun, minutesDone: 24 })))[0]).toBe(0);
    expect(evenings(planOf(input({ ...begun, minutesDone: 25 })))[0]).toBe(1);
  });

  test("never stand on the day of a mock, a rest or a round, and rest three days at least", () => {
    const given = fc.record({
      left: fc.integer({ min: 0, max: 60 }),
      minutesPerEvening: fc.integer({ min: 5, max: 90 }),
      minutesDone: fc.integer({ min: 0, max: 40 }),
      ago: fc.option(fc.integer({ min: 0, max: 30 }), { nil: undefined }),
      gap: fc.constantFrom("3 business days", undefined),
    });
    fc.assert(
      fc.property(given, ({ left, ago, gap, ...minutes }) => {
        const last = ago === undefined ? undefined : addDays(today, -ago);
        const plan = planOf(input({ ...begun, ...minutes, interview: addDays(today, left), loop: aLoop({ gap }), frameworks: [{ ...triangle, last }, loop5] }));
        for (const { kind, items, minutes: all } of plan.days) {
          const frameworks = items.filter((item) => item.framework !== undefined);
          expect(frameworks.length).toBeLessThanOrEqual(kind === "practice" ? 1 : 0);
          expect(all).toBeLessThanOrEqual(minutes.minutesPerEvening + 1e-6);
        }
        const own = [...(ago === undefined ? [] : [-ago]), ...evenings(plan)];
        for (const [index, day] of own.slice(1).entries()) expect(day - (own[index] ?? 0)).toBeGreaterThanOrEqual(3);
      }),
      { numRuns: 40 },
    );
  });
});

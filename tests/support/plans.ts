// Room: tests. Builders of plans: say what the test is about, the rest is filled in.
import { addDays, daysBetween } from "../../src/domain/calendar.ts";
import type { Plan, PlanDay } from "../../src/domain/plan.ts";

/** An evening of twelve questions. */
export function anEvening(fields: Partial<PlanDay> = {}): PlanDay {
  const item = { kind: "review", title: "Twelve again", minutes: 20, questions: [], command: "coach drill walmart --due" } as const;
  return { day: "2026-12-01", kind: "practice", minutes: 20, items: [item], round: undefined, ...fields };
}

/** A plan for Walmart with an evening each day, and the interview on the last. */
export function aPlan(fields: Partial<Plan> = {}): Plan {
  const { today = "2026-12-01", interview = "2026-12-04" } = fields;
  const left = daysBetween(today, interview);
  const days = Array.from({ length: left + 1 }, (_, index) => {
    const day = addDays(today, index);
    return index === left ? anEvening({ day, kind: "round", items: [], minutes: 0, round: "Executive interview" }) : anEvening({ day });
  });
  return {
    today,
    interview,
    loop: "walmart/ai-pm",
    company: "Walmart",
    role: "AI/ML product manager",
    minutesPerEvening: 30,
    days,
    until: undefined,
    expected: { recall: 0.8, recallWithout: 0.5, met: 10, questions: 12 },
    again: [],
    dropped: [],
    isFeasible: true,
    notes: [],
    ...fields,
  };
}

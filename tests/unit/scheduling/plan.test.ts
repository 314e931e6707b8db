import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, daysBetween } from "../../../src/domain/calendar.ts";
import type { Card } from "../../../src/domain/memory.ts";
import type { Plan } from "../../../src/domain/plan.ts";
import type { Question } from "../../../src/domain/question.ts";
import { nextCard, recallOn } from "../../../src/scheduling/fsrs.ts";
import { isFeasible, minutesThatDo, planOf, tonightOf } from "../../../src/scheduling/plan.ts";
import type { PlanInput } from "../../../src/scheduling/plan-course.ts";
import { aLoop, aQuestion, aRound } from "../../support/builders.ts";

const today = "2026-11-21";
const loop = aLoop();

/** So many questions for each round of the loop, long and quick in turn. */
function questionsFor(each: number, minutes?: number): readonly Question[] {
  return loop.rounds.flatMap((round) =>
    Array.from({ length: each }, (_, index) =>
      index % 2 === 0
        ? aQuestion({ kind: "open", id: `walmart/ai-pm/d/${round.id}-${index}`, round: round.id, minutes: minutes ?? 8 })
        : aQuestion({ kind: "choice", id: `walmart/ai-pm/d/${round.id}-${index}`, round: round.id, minutes: minutes ?? 1 }),
    ),
  );
}

function input(fields: Partial<PlanInput> = {}): PlanInput {
  return {
    today,
    interview: "2026-12-15",
    loop,
    what: "walmart/ai-pm",
    company: "Walmart",
    role: "AI/ML product manager",
    minutesPerEvening: 30,
    newPerEvening: 10,
    minutesDone: 0,
    newDone: 0,
    isUsual: true,
    retention: 0.9,
    questions: questionsFor(6),
    cards: new Map(),
    rounds: [],
    rehearsed: new Map(),
    frameworks: [],
    ...fields,
  };
}

const cardOf = (question: string, day: string, rating: "again" | "hard" | "good" | "easy" = "good"): Card =>
  nextCard(undefined, { question, day, rating }, { retention: 0.9 });
const asked = (plan: Plan): readonly string[] => plan.days.flatMap(({ items }) => items.flatMap(({ questions }) => questions));

describe("a plan to a date", () => {
  test("goes from today to the interview, with a rest before it, rounds counted back and a mock before each that leaves time", () => {
    const { days } = planOf(input());
    expect(days.map(({ day }) => day)).toEqual(Array.from({ length: 25 }, (_, index) => addDays(today, index)));
    const special = days.filter(({ kind }) => kind !== "practice").map(({ day, kind, round }) => [day, kind, round]);
    expect(special).toEqual([
      ["2026-11-25", "mock", "Recruiter screen"],
      ["2026-11-27", "estimated", "Recruiter screen"],
      ["2026-11-30", "mock", "Hiring manager"],
      ["2026-12-02", "estimated", "Hiring manager"],
      ["2026-12-05", "mock", "Case study"],
      ["2026-12-07", "estimated", "Case study"],
      ["2026-12-08", "mock", "Cross-functional panel"],
      ["2026-12-10", "estimated", "Cross-functional panel"],
      ["2026-12-13", "mock", "Executive interview"],
      ["2026-12-14", "rest", "Executive interview"],
      ["2026-12-15", "round", "Executive interview"],
    ]);
    const mock = days.find(({ day }) => day === "2026-12-08")?.items[0];
    expect(mock).toMatchObject({ kind: "mock", minutes: 30, command: "coach mock walmart/ai-pm --round 4 --pace 0.33" });
  });

  test("practises on a day that a round is counted back to: it is a guess, and an evening kept free for it teaches nothing", () => {
    const { days } = planOf(input({ questions: questionsFor(20) }));
    for (const { kind, minutes, items } of days.filter((day) => day.kind === "estimated")) {
      expect(
        items.map((item) => item.kind),
        kind,
      ).toContain("new");
      expect(minutes).toBeGreaterThan(20);
    }
  });

  test("keeps each mock on its evening as the days go by, and holds none in the first two evenings of all", () => {
    const cards = new Map([["q/known", cardOf("q/known", "2026-11-20")]]);
    const begun = { questions: [...questionsFor(6), aQuestion({ kind: "open", id: "q/known" })], cards };
    const mocksOf = (day: string, fields: Partial<PlanInput> = begun): readonly string[] =>
      planOf(input({ ...fields, today: day })).days.flatMap((one) => (one.items.some(({ kind }) => kind === "mock") ? [one.day] : []));
    const planned = mocksOf(today);
    expect(planned).toEqual(["2026-11-25", "2026-11-30", "2026-12-05", "2026-12-08", "2026-12-13"]);
    for (let day = today; day < "2026-12-15"; day = addDays(day, 1)) expect(mocksOf(day), day).toEqual(planned.filter((mock) => mock >= day));
    expect(mocksOf("2026-11-24", {})[0]).toBe("2026-11-30");
    const tonight = { ...begun, cards: new Map([["q/known", cardOf("q/known", "2026-11-25")]]) };
    expect(mocksOf("2026-11-25", tonight)[0]).toBe("2026-11-30");
  });

  test("has no mock of a round that was held as one in the week before it: that evening is one of practice", () => {
    const cards = new Map([["q/known", cardOf("q/known", "2026-11-20")]]);
    const begun = { questions: [...questionsFor(6), aQuestion({ kind: "open", id: "q/known" })], cards };
    const onFifth = (held: string) => planOf(input({ ...begun, rehearsed: new Map([["case-study", held]]) })).days.find(({ day }) => day === "2026-12-05");
    expect(onFifth("2026-11-30")?.kind).toBe("practice");
    expect(onFifth("2026-11-30")?.items.map(({ kind }) => kind)).not.toContain("mock");
    expect(onFifth("2026-11-29")).toMatchObject({ kind: "mock", round: "Case study", items: [{ kind: "mock" }] });
    const tonight = planOf(input({ ...begun, today: "2026-12-05", minutesDone: 21, rehearsed: new Map([["case-study", "2026-12-05"]]) })).days[0];
    expect(tonight?.items.map(({ kind }) => kind)).not.toContain("mock");
    expect(tonight?.minutes).toBeGreaterThan(0);
  });

  test("keeps the rest before the interview as the day comes; who only begins then has a light evening", () => {
    const eve = "2026-12-14";
    const cards = new Map([["q/known", cardOf("q/known", "2026-11-20")]]);
    const begun = input({ questions: [...questionsFor(6), aQuestion({ kind: "open", id: "q/known" })], cards });
    for (const day of ["2026-12-10", "2026-12-13", eve]) expect(planOf({ ...begun, today: day }).days.find((one) => one.day === eve)?.kind, day).toBe("rest");
    expect(planOf(input({ today: eve })).days[0]?.kind).toBe("light");
    expect(planOf({ ...begun, today: "2026-12-09" }).days[0]).toMatchObject({ kind: "practice" });
  });

  test("begins by finding out: a question of each round before a second of any", () => {
    const [first, second] = planOf(input()).days;
    const rounds = [...(first?.items ?? []), ...(second?.items ?? [])].flatMap(({ questions }) => questions).map((id) => id.replace(/^.*\/(.*)-\d+$/, "$1"));
    expect(new Set(rounds.slice(0, 5)).size).toBe(5);
  });

  test("puts the weakest round first once all were tried", () => {
    const questions = questionsFor(8);
    const cards = new Map(loop.rounds.map(({ id }) => [`walmart/ai-pm/d/${id}-0`, cardOf(`walmart/ai-pm/d/${id}-0`, "2026-11-20", "easy")]));
    const rounds = loop.rounds.map(({ id, title }) => ({
      id,
      name: title,
      of: "round" as const,
      value: id === "executive-interview" ? 0.2 : 0.8,
      low: 0,
      high: 1,
      answers: 1,
      tried: 1,
      questions: 8,
      recall: 1,
      state: "shaky" as const,
      why: "",
      next: "",
    }));
    const [first] = planOf(input({ questions, cards, rounds, loop: aLoop({ gap: undefined }) })).days;
    const fresh = first?.items.flatMap(({ questions: ids }) => ids) ?? [];
    expect(fresh.filter((id) => id.includes("executive")).length).toBeGreaterThan(fresh.length / 2);
  });

  test("is made anew: an evening that was missed moves what it held, and the same journal and day give the same plan", () => {
    const before = planOf(input());
    const missed = planOf(input({ today: addDays(today, 1) }));
    expect(missed.days[0]?.items[0]?.questions).toEqual(before.days[0]?.items[0]?.questions);
    expect(planOf(input())).toEqual(before);
    expect(missed.expected.recall).toBeLessThanOrEqual(before.expected.recall + 0.02);
  });

  test("leaves an evening what was not practised of it yet", () => {
    expect(planOf(input({ minutesDone: 22 })).days[0]?.minutes).toBeLessThanOrEqual(8);
    expect(planOf(input({ minutesDone: 90 })).days[0]).toMatchObject({ minutes: 0, items: [] });
    expect(planOf(input({ newDone: 10 })).days[0]?.items).toEqual([]);
  });

  test("says what gives: nothing where all fits, else which rounds lose which questions, and what that costs", () => {
    expect(planOf(input({ questions: questionsFor(4) }))).toMatchObject({ isFeasible: true, dropped: [] });
    const tight = planOf(input({ interview: addDays(today, 4), questions: questionsFor(20) }));
    expect(tight.isFeasible).toBe(false);
    const unmet = tight.dropped.filter(({ why }) => !why.startsWith("Met once")).flatMap(({ questions }) => questions);
    expect(unmet.length + tight.expected.met).toBe(100);
    expect(tight.dropped[0]?.why).toMatch(/^The evenings are full of what comes before it\. It costs about \d+ points of expected recall\.$/);
    const long = planOf(input({ questions: [aQuestion({ kind: "open", id: "a/b", minutes: 60 })] }));
    expect(long.dropped[0]).toMatchObject({ questions: ["a/b"], why: expect.stringContaining("Each takes longer than an evening.") as string });
  });

  test("tells the fewest minutes that would do", () => {
    const tight = input({ interview: addDays(today, 6), newPerEvening: 50 });
    const minutes = minutesThatDo({ ...tight, minutesPerEvening: 10 }) ?? 0;
    expect(planOf({ ...tight, minutesPerEvening: minutes }).isFeasible).toBe(true);
    expect(planOf({ ...tight, minutesPerEvening: minutes - 5 }).isFeasible).toBe(false);
    expect(minutesThatDo({ ...tight, minutesPerEvening: 10, questions: questionsFor(300) })).toBeUndefined();
  });

  test.each([
    [0, ["round"]],
    [1, ["light", "round"]],
    [2, ["practice", "light", "round"]],
    [3, ["practice", "practice", "rest", "round"]],
  ])("works with %i days left", (left, kinds) => {
    const { days } = planOf(input({ interview: addDays(today, left), loop: aLoop({ gap: undefined }) }));
    expect(days.map(({ kind }) => kind)).toEqual(kinds);
    expect(days.at(-1)?.items.map(({ command }) => command)).toEqual(["coach warmup"]);
  });

  test("has no day when the interview is past, and reaches half a year when it is ten years off", () => {
    expect(planOf(input({ interview: "2026-11-01" }))).toMatchObject({ days: [], notes: [expect.stringContaining("is past") as string] });
    const far = planOf(input({ interview: "2036-11-21" }));
    expect([far.days.length, far.until, far.notes.length]).toEqual([181, addDays(today, 180), 2]);
  });

  test("is made without a company: no mocks, no rounds, all the same questions", () => {
    const plan = planOf(input({ loop: undefined, what: undefined, company: undefined, role: undefined }));
    expect([...new Set(plan.days.map(({ kind }) => kind))]).toEqual(["practice", "rest", "round"]);
    expect(plan.days[0]?.items[0]?.command).toBe("coach drill --planned --new");
  });
});

describe("any plan", () => {
  const inputs = fc.record({
    left: fc.integer({ min: 0, max: 60 }),
    minutesPerEvening: fc.integer({ min: 5, max: 120 }),
    minutesDone: fc.integer({ min: 0, max: 40 }),
    newPerEvening: fc.integer({ min: 0, max: 20 }),
    retention: fc.constantFrom(0.7, 0.8, 0.9, 0.97),
    minutes: fc.array(fc.constantFrom(0.5, 1, 2.5, 8, 45), { minLength: 1, maxLength: 40 }),
    seen: fc.array(
      fc.record({ ago: fc.integer({ min: 0, max: 90 }), rating: fc.constantFrom("again" as const, "hard" as const, "good" as const, "easy" as const) }),
      { maxLength: 30 },
    ),
    gap: fc.constantFrom("3 business days", "1 week", undefined),
  });
  const made = inputs.map(({ left, minutes, seen, gap, ...rest }) => {
    const rounds = [...loop.rounds.map(({ id }) => id), undefined];
    const questions = minutes.map((each, index) =>
      aQuestion({ kind: index % 3 === 0 ? "star" : "open", id: `q/${index}`, round: rounds[index % rounds.length], minutes: each }),
    );
    const cards = new Map(seen.slice(0, questions.length).map(({ ago, rating }, index) => [`q/${index}`, cardOf(`q/${index}`, addDays(today, -ago), rating)]));
    return input({
      ...rest,
      interview: addDays(today, left),
      questions,
      cards,
      loop: aLoop({ gap, rounds: [...loop.rounds, aRound({ id: "talk", minutes: undefined })] }),
    });
  });

  test("keeps to the minutes of an evening, and ends with the interview", () => {
    fc.assert(
      fc.property(made, (given) => {
        const { days } = planOf(given);
        expect(days.length).toBe(daysBetween(given.today, given.interview) + 1);
        for (const [index, { day, minutes, items }] of days.entries()) {
          expect(day).toBe(addDays(given.today, index));
          expect(minutes).toBeCloseTo(
            items.reduce((sum, item) => sum + item.minutes, 0),
            6,
          );
          expect(minutes).toBeLessThanOrEqual(Math.max(0, given.minutesPerEvening - (index === 0 ? given.minutesDone : 0)) + 1e-6);
        }
      }),
      { numRuns: 150 },
    );
  });

  test("loses no question: each is met, left out with a reason, or known", () => {
    fc.assert(
      fc.property(made, (given) => {
        const plan = planOf(given);
        const met = new Set(asked(plan));
        const left = new Set(plan.dropped.flatMap(({ questions }) => questions));
        for (const { id } of given.questions) expect(met.has(id) || left.has(id) || given.cards.has(id), id).toBe(true);
        expect(plan.isFeasible).toBe(plan.dropped.length === 0);
      }),
      { numRuns: 150 },
    );
  });

  test("that is feasible has seen everything that is due before the day again, and nothing is worse remembered than without it", () => {
    fc.assert(
      fc.property(made, (given) => {
        const plan = planOf(given);
        expect(plan.expected.recall).toBeGreaterThanOrEqual(plan.expected.recallWithout - 1e-9);
        const met = new Set(asked(plan));
        const eve = addDays(given.interview, -1);
        for (const card of given.cards.values()) {
          const wanted = card.due < eve && recallOn(card, given.interview) < given.retention && daysBetween(given.today, given.interview) > 0;
          if (plan.isFeasible && wanted) expect(met.has(card.question), card.question).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe("a part of a plan", () => {
  const course = fc.record({
    each: fc.integer({ min: 1, max: 12 }),
    known: fc.integer({ min: 0, max: 40 }),
    minutesPerEvening: fc.integer({ min: 5, max: 200 }),
    left: fc.integer({ min: -1, max: 230 }),
    newPerEvening: fc.option(fc.integer({ min: 1, max: 30 }), { nil: undefined }),
  });

  test("is the same as in the whole: the first day, and whether all of it fits", () => {
    fc.assert(
      fc.property(course, ({ each, known, left, ...fields }) => {
        const questions = questionsFor(each);
        const cards = new Map(questions.slice(0, known).map(({ id }, index) => [id, cardOf(id, addDays(today, -1 - (index % 9)))]));
        const asked = input({ ...fields, questions, cards, interview: addDays(today, left) });
        const plan = planOf(asked);
        expect(tonightOf(asked).day).toEqual(plan.days[0]);
        // What is left out is left out for want of minutes, or of days for a second look.
        if (plan.dropped.length === 0) expect(tonightOf(asked).fitsNew).toBe(true);
        expect(isFeasible(asked)).toBe(plan.isFeasible);
      }),
      { numRuns: 60 },
    );
  });
});

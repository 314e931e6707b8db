import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chanceFrom, shuffle } from "../../../src/domain/chance.ts";
import type { QuestionId } from "../../../src/domain/question.ts";
import { planMock } from "../../../src/practice/plan-mock.ts";
import { aLoop, aQuestion, aRound } from "../../support/builders.ts";

const loop = aLoop({
  rounds: [
    aRound({ id: "screen", minutes: 20, people: [] }),
    aRound({ id: "case", minutes: undefined }),
    aRound({ id: "panel", minutes: 30, people: ["lead", "officer"] }),
  ],
});

let made = 0;
function one(fields: Partial<Parameters<typeof aQuestion<"open">>[0]> = {}, deck = "walmart/ai-pm/cases") {
  made += 1;
  return aQuestion({ kind: "open", id: `${deck}/q${made}`, deck, minutes: 5, ...fields });
}
function quick(fields: Partial<Parameters<typeof aQuestion<"choice">>[0]> = {}) {
  made += 1;
  return aQuestion({ kind: "choice", id: `walmart/ai-pm/quick/q${made}`, deck: "walmart/ai-pm/quick", minutes: 1, ...fields });
}
const plan = (pool: Parameters<typeof planMock>[0]["pool"], more: Partial<Parameters<typeof planMock>[0]> = {}) =>
  planMock({ loop, pool, asked: new Map(), isWhole: false, ...more });

describe("a plan", () => {
  test("has every round with its number, minutes and chairs", () => {
    expect(plan([])).toMatchObject([
      { number: 1, minutes: 20, chairs: [{ person: "interviewer" }], questions: [] },
      { number: 2, minutes: 45 },
      { number: 3, minutes: 30, chairs: [{ person: "lead" }, { person: "officer" }] },
    ]);
    expect(plan([], { rounds: new Set(["panel"]) }).map(({ number }) => number)).toEqual([3]);
  });

  test("asks a question that names a round in that round only", () => {
    const own = [one({ round: "panel" }), one({ round: "panel", competencies: ["x"] }), one({ round: "screen", competencies: ["x"] })];
    expect(plan(own).map(({ questions }) => questions)).toEqual([[own[2]?.id], [], [own[0]?.id, own[1]?.id]]);
  });

  test("then takes what tests the same, of the loop before that of general decks, and quick ones last", () => {
    const anchor = one({ round: "screen", competencies: ["metrics"], minutes: 2 });
    const same = one({ competencies: ["metrics"], minutes: 2 });
    const general = one({ competencies: ["metrics"], minutes: 2, company: undefined }, "general/deck");
    const brief = quick({ competencies: ["metrics"], round: "screen" });
    const [screen] = plan([brief, general, same, anchor], { rounds: new Set(["screen"]) });
    expect(screen?.questions).toEqual([anchor.id, same.id, general.id, brief.id]);
  });

  test("leaves out of general decks what the loop does not test, and what is only about the process", () => {
    const anchor = one({ round: "screen", competencies: ["metrics"] });
    const code = one({ competencies: ["metrics", "sql"] }, "general/deck");
    const process = quick({ competencies: ["interview-process"] });
    expect(plan([anchor, code, process]).flatMap(({ questions }) => questions)).toEqual([anchor.id]);
  });

  test("takes of general decks what is about the round by half at least", () => {
    const anchors = [one({ round: "screen", competencies: ["pay", "range"] }), one({ round: "panel", competencies: ["talk"] })];
    const pay = one({ competencies: ["talk", "pay", "range"] }, "general/deck");
    const talk = one({ competencies: ["talk"] }, "general/deck");
    expect(plan([...anchors, pay, talk]).map(({ questions }) => questions)).toEqual([[anchors[0]?.id, pay.id], [], [anchors[1]?.id, talk.id]]);
  });

  test("holds at most four quick questions a round, however many would fit", () => {
    const [screen] = plan(
      Array.from({ length: 12 }, () => quick({ round: "screen" })),
      { rounds: new Set(["screen"]) },
    );
    expect(screen?.questions).toHaveLength(4);
  });

  test("is whole for a file of answers: all of it, where it fits best", () => {
    const pool = [...Array.from({ length: 9 }, () => one({ minutes: 20 })), ...Array.from({ length: 9 }, () => quick()), one({ round: "case" })];
    const rounds = plan(pool, { isWhole: true });
    expect(new Set(rounds.flatMap(({ questions }) => questions))).toEqual(new Set(pool.map(({ id }) => id)));
    expect(rounds[1]?.questions).toContain(pool.at(-1)?.id);
  });

  test("never asks twice, never runs over, and no two mocks ask the same before all was used", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 31 }), fc.integer({ min: 12, max: 40 }), (seed, size) => {
        const pool = Array.from({ length: size }, () => one({ round: "panel", minutes: 8 }));
        const asked = new Map<QuestionId, number>();
        for (let mock = 0; mock < 8; mock += 1) {
          const chosen = plan(shuffle(pool, chanceFrom(seed + mock)), { asked }).flatMap(({ questions }) => questions);
          expect(new Set(chosen).size).toBe(chosen.length);
          expect(chosen.length * 9.5).toBeLessThanOrEqual(30);
          const fewest = Math.min(...pool.map(({ id }) => asked.get(id) ?? 0));
          const fresh = pool.filter(({ id }) => (asked.get(id) ?? 0) === fewest).length;
          expect(chosen.filter((id) => (asked.get(id) ?? 0) === fewest)).toHaveLength(Math.min(fresh, chosen.length));
          for (const id of chosen) asked.set(id, (asked.get(id) ?? 0) + 1);
        }
      }),
      { numRuns: 25 },
    );
  });
});

// Room: tests. What was met before: the same order as by working out every gain, for a fraction of the work.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, daysBetween } from "../../../src/domain/calendar.ts";
import type { Card, Rating } from "../../../src/domain/memory.ts";
import { ratings } from "../../../src/domain/memory.ts";
import { gainBy } from "../../../src/scheduling/due.ts";
import { nextCard } from "../../../src/scheduling/fsrs.ts";
import { type MetAt, metQuestions } from "../../../src/scheduling/plan-met.ts";
import { aQuestion } from "../../support/builders.ts";

const interview = "2026-12-15";
const day = "2026-11-21";

/** A card of one look, or two. */
function cardOf(id: string, { ago, since, ratings: [first, second] }: Look): Card {
  const at = addDays(day, -ago);
  const card = nextCard(undefined, { question: id, day: addDays(at, -since), rating: first }, { retention: 0.9 });
  return since === 0 ? card : nextCard(card, { question: id, day: at, rating: second }, { retention: 0.9 });
}

interface Look {
  readonly ago: number;
  readonly since: number;
  readonly ratings: readonly [Rating, Rating];
  readonly minutes: number;
}

const look: fc.Arbitrary<Look> = fc.record({
  ago: fc.integer({ min: 0, max: 60 }),
  since: fc.integer({ min: 0, max: 30 }),
  ratings: fc.tuple(fc.constantFrom(...ratings), fc.constantFrom(...ratings)),
  minutes: fc.constantFrom(0.5, 1, 1, 2, 6, 8),
});

function metBy(looks: readonly Look[]): MetAt {
  const named = looks.map((one, index) => [`q${String(index).padStart(3, "0")}`, one] as const);
  return {
    cards: new Map(named.map(([id, one]) => [id, cardOf(id, one)])),
    byId: new Map(named.map(([id, { minutes }]) => [id, aQuestion({ kind: "choice", id, minutes })])),
    interview,
    lacks: new WeakMap(),
  };
}

/** By working all of it out. */
function everyGain({ cards, byId }: MetAt): readonly string[] {
  const ranked = [...cards.values()].flatMap((card) => {
    const elapsed = daysBetween(card.last, day);
    const gain = gainBy(card, day, interview);
    const rank = gain * Math.sqrt(elapsed / (byId.get(card.question)?.minutes ?? 1)) + (elapsed > 1 ? 0 : -1000);
    return elapsed < 1 || gain < 0.005 ? [] : [{ id: card.question, rank }];
  });
  return ranked.toSorted((a, b) => b.rank - a.rank || (a.id < b.id ? -1 : 1)).map(({ id }) => id);
}

describe("what was met before", () => {
  test("comes in the order of what each gains, whatever was looked at when", () => {
    fc.assert(
      fc.property(fc.array(look, { maxLength: 60 }), (looks) => {
        const at = metBy(looks);
        expect([...metQuestions(at, day)].map(({ id }) => id)).toEqual(everyGain(at));
      }),
    );
  });

  test("of equal ones by the id", () => {
    const same: Look = { ago: 5, since: 0, ratings: ["good", "good"], minutes: 1 };
    expect([...metQuestions(metBy([same, same, same, same, same]), day)].map(({ id }) => id)).toEqual(["q000", "q001", "q002", "q003", "q004"]);
  });

  test("leaves out what was looked at today, and what is no question of the plan", () => {
    const at = metBy([{ ago: 0, since: 0, ratings: ["good", "good"], minutes: 1 }]);
    expect([...metQuestions(at, day)]).toEqual([]);
    expect([...metQuestions({ ...metBy([{ ago: 5, since: 0, ratings: ["good", "good"], minutes: 1 }]), byId: new Map() }, day)]).toEqual([]);
  });

  test("works a gain out only for what may come next", () => {
    const looks = Array.from({ length: 2000 }, (_, index): Look => ({
      ago: 2 + (index % 50),
      since: index % 7,
      ratings: ["good", "hard"],
      minutes: 1 + (index % 3),
    }));
    const at = metBy(looks);
    let asked = 0;
    const counted = new Map(
      [...at.cards].map(([id, card]) => [
        id,
        {
          ...card,
          get reviews() {
            asked += 1;
            return card.reviews;
          },
        },
      ]),
    );
    const met = metQuestions({ ...at, cards: counted }, day);
    const first = Array.from({ length: 20 }, () => met.next().value?.id);
    expect(first).toEqual(everyGain(at).slice(0, 20));
    expect(asked).toBeLessThan(600);
  });
});

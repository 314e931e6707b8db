import { describe, expect, test } from "vitest";
import type { Card } from "../../../src/domain/memory.ts";
import { askedOn, dueOn, gainBy } from "../../../src/scheduling/due.ts";

const today = "2026-11-21";
const settings = { retention: 0.9, interview: undefined };

function aCard(fields: Partial<Card>): Card {
  return { question: "a/b", due: today, last: "2026-11-18", stability: 3, difficulty: 5, reviews: 1, lapses: 0, isLeech: false, ...fields };
}

function cards(...all: readonly Partial<Card>[]): ReadonlyMap<string, Card> {
  return new Map(all.map((fields, index) => [fields.question ?? `q${index}`, aCard({ question: `q${index}`, ...fields })]));
}

describe("the day on which a card comes up", () => {
  test("is its due day, with no interview or one that is over", () => {
    expect(askedOn(aCard({ due: "2027-02-01" }), today, settings)).toBe("2027-02-01");
    expect(askedOn(aCard({ due: "2027-02-01" }), today, { ...settings, interview: "2026-11-20" })).toBe("2027-02-01");
  });

  test("is none after the interview, nor on its day", () => {
    const lasting = aCard({ last: "2026-11-20", stability: 30, due: "2026-12-20" });
    expect(askedOn(lasting, today, { ...settings, interview: "2026-12-01" })).toBeUndefined();
    expect(askedOn(lasting, today, { ...settings, interview: "2026-12-20" })).toBeUndefined();
    expect(askedOn(lasting, today, { ...settings, interview: "2026-12-21" })).toBe("2026-12-20");
  });

  test("is the evening before the interview for what would be forgotten by its day", () => {
    const card = aCard({ last: "2026-11-20", stability: 9.6, due: "2026-11-30" });
    expect(askedOn(card, today, { ...settings, interview: "2026-11-30" })).toBe("2026-11-29");
  });
});

describe("what is due", () => {
  test("is what was due until today, and nothing of later", () => {
    expect(dueOn(cards({ due: "2026-11-01" }, { due: today }, { due: "2026-11-22" }), today, settings)).toHaveLength(2);
  });

  test("comes in the order of what is most likely forgotten, the same for any order of the cards", () => {
    const all = [
      { question: "b", stability: 2 },
      { question: "a", stability: 2 },
      { question: "c", stability: 0.4 },
      { question: "d", stability: 8 },
    ];
    expect(dueOn(cards(...all), today, settings)).toEqual(["c", "a", "b", "d"]);
    expect(dueOn(cards(...all.toReversed()), today, settings)).toEqual(["c", "a", "b", "d"]);
  });

  test("comes before an interview in the order of what a look gains for its day", () => {
    const interview = "2026-12-15";
    const known = cards({ question: "hopeless", stability: 0.05, difficulty: 10 }, { question: "near", stability: 1 }, { question: "firm", stability: 60 });
    const [first] = dueOn(known, today, { ...settings, interview });
    expect(first).toBe("near");
    for (const card of known.values()) expect(gainBy(card, today, interview)).toBeGreaterThan(-0.01);
  });

  test("is on the day of the interview what was left over", () => {
    expect(dueOn(cards({ due: "2026-11-19" }), today, { ...settings, interview: today })).toHaveLength(1);
  });
});

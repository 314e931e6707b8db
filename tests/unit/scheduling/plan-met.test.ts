// Room: tests. What was met before: the same order as by working out every gain, for a fraction of the work.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, daysBetween } from "../../../src/domain/calendar.ts";
import type { Card, Rating } from "../../../src/domain/memory.ts";
import { ratings } from "../../../src/domain/memory.ts";
import type { Question } from "../../../src/domain/question.ts";
import { gainBy } from "../../../src/scheduling/due.ts";
import { nextCard } from "../../../src/scheduling/fsrs.ts";
import { type MetCards, noCards, noteCard, rankingOn, takeMet } from "../../../src/scheduling/plan-met.ts";
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

function metBy(looks: readonly Look[]): MetCards {
  const met = noCards(interview);
  for (const [index, one] of looks.entries()) {
    const id = `q${String(index).padStart(3, "0")}`;
    noteCard(met, aQuestion({ kind: "choice", id, minutes: one.minutes }), cardOf(id, one));
  }
  return met;
}

function idsOf(questions: readonly Question[]): readonly string[] {
  return questions.map(({ id }) => id);
}

/** All of it, whatever it takes. */
function allOf(met: MetCards): readonly string[] {
  return idsOf(takeMet(rankingOn(met, day), Number.POSITIVE_INFINITY));
}

/** By working all of it out. */
function everyGain({ cards, questions }: MetCards): readonly Question[] {
  const ranked = cards.flatMap((card, row) => {
    const question = questions[row] as Question;
    const elapsed = daysBetween(card.last, day);
    const gain = gainBy(card, day, interview);
    const rank = gain * Math.sqrt(elapsed / question.minutes) + (elapsed > 1 ? 0 : -1000);
    return elapsed < 1 || gain < 0.005 ? [] : [{ question, rank }];
  });
  return ranked.toSorted((a, b) => b.rank - a.rank || (a.question.id < b.question.id ? -1 : 1)).map(({ question }) => question);
}

/** As many as fit of some questions, one after another. */
function fitting(questions: readonly Question[], room: number): readonly Question[] {
  let left = room;
  return questions.filter(({ minutes }) => {
    if (minutes > left) return false;
    left -= minutes;
    return true;
  });
}

describe("what was met before", () => {
  test("comes in the order of what each gains, whatever was looked at when", () => {
    fc.assert(
      fc.property(fc.array(look, { maxLength: 60 }), (looks) => {
        const met = metBy(looks);
        expect(allOf(met)).toEqual(idsOf(everyGain(met)));
      }),
    );
  });

  test("is taken as it fits, and what was taken once does not come again the same evening", () => {
    fc.assert(
      fc.property(fc.array(look, { maxLength: 60 }), fc.nat({ max: 40 }), fc.nat({ max: 40 }), (looks, few, more) => {
        const met = metBy(looks);
        const ranking = rankingOn(met, day);
        const all = everyGain(met);
        const first = takeMet(ranking, few);
        expect(idsOf(first)).toEqual(idsOf(fitting(all, few)));
        const others = all.filter((question) => !first.includes(question));
        expect(idsOf(takeMet(ranking, more))).toEqual(idsOf(fitting(others, more)));
      }),
    );
  });

  test("of equal ones by the id", () => {
    const same: Look = { ago: 5, since: 0, ratings: ["good", "good"], minutes: 1 };
    expect(allOf(metBy([same, same, same, same, same]))).toEqual(["q000", "q001", "q002", "q003", "q004"]);
  });

  test("leaves out what was looked at today, as after a look of the plan itself", () => {
    expect(allOf(metBy([{ ago: 0, since: 0, ratings: ["good", "good"], minutes: 1 }]))).toEqual([]);
    const met = metBy([{ ago: 5, since: 0, ratings: ["good", "good"], minutes: 1 }]);
    const [question, card] = [met.questions[0] as Question, met.cards[0] as Card];
    noteCard(met, question, nextCard(card, { question: question.id, day, rating: "good" }, { retention: 0.9 }));
    expect(allOf(met)).toEqual([]);
  });

  test("works a gain out only for what may come next", () => {
    const looks = Array.from({ length: 2000 }, (_, index): Look => ({
      ago: 2 + (index % 50),
      since: index % 7,
      ratings: ["good", "hard"],
      minutes: 1 + (index % 3),
    }));
    const met = metBy(looks);
    let asked = 0;
    for (const [row, card] of met.cards.entries())
      met.cards[row] = {
        ...card,
        get reviews() {
          asked += 1;
          return card.reviews;
        },
      };
    expect(idsOf(takeMet(rankingOn(met, day), 30))).toEqual(idsOf(fitting(everyGain(metBy(looks)), 30)));
    expect(asked).toBeLessThan(600);
  });
});

import fc from "fast-check";
import { createEmptyCard, fsrs, Rating as Theirs } from "ts-fsrs";
import { describe, expect, test } from "vitest";
import { addDays } from "../../../src/domain/calendar.ts";
import { type Card, type Rating, ratings } from "../../../src/domain/memory.ts";
import { nextCard, recallOn } from "../../../src/scheduling/fsrs.ts";

const theirs = { again: Theirs.Again, hard: Theirs.Hard, good: Theirs.Good, easy: Theirs.Easy } as const;
const first = "2026-11-21";
const settings = { retention: 0.9 };

/** Several looks, each with its rating and the days since the one before. */
const history = fc.array(fc.record({ rating: fc.constantFrom(...ratings), after: fc.integer({ min: 0, max: 60 }) }), { minLength: 1, maxLength: 12 });

function ours(looks: readonly { readonly rating: Rating; readonly after: number }[], retention: number): Card {
  let day = first;
  let card: Card | undefined;
  for (const { rating, after } of looks) {
    day = addDays(day, after);
    card = nextCard(card, { question: "a/b", day, rating }, { retention });
  }
  return card!;
}

/** The library itself, by its own scheduler: `next` for each look, at noon of the day. */
function direct(looks: readonly { readonly rating: Rating; readonly after: number }[], retention: number) {
  const scheduler = fsrs({ request_retention: retention, enable_fuzz: false, enable_short_term: true, learning_steps: [], relearning_steps: [] });
  let day = first;
  let card = createEmptyCard(new Date(`${first}T12:00:00Z`));
  for (const { rating, after } of looks) {
    day = addDays(day, after);
    card = scheduler.next(card, new Date(`${day}T12:00:00Z`), theirs[rating]).card;
  }
  return {
    due: card.due.toISOString().slice(0, 10),
    last: day,
    stability: card.stability,
    difficulty: card.difficulty,
    reviews: card.reps,
    lapses: card.lapses,
  };
}

describe("a card", () => {
  test("is what ts-fsrs itself makes of the same looks", () => {
    fc.assert(
      fc.property(history, fc.constantFrom(0.7, 0.85, 0.9, 0.97), (looks, retention) => {
        const { isLeech: _isLeech, question: _question, ...card } = ours(looks, retention);
        expect(card).toEqual(direct(looks, retention));
      }),
      { numRuns: 500, seed: 5 },
    );
  });

  test("counts a look on a day before the last as of that day", () => {
    const card = nextCard(undefined, { question: "a/b", day: "2026-11-22", rating: "good" }, settings);
    const earlier = nextCard(card, { question: "a/b", day: "2026-11-21", rating: "good" }, settings);
    expect(earlier).toEqual(nextCard(card, { question: "a/b", day: "2026-11-22", rating: "good" }, settings));
  });

  test("is a leech once it was forgotten four times and is not yet learned", () => {
    const forgotten = Array.from({ length: 5 }, () => ({ rating: "again" as const, after: 1 }));
    expect(ours(forgotten.slice(0, 4), 0.9)).toMatchObject({ lapses: 3, isLeech: false });
    expect(ours(forgotten, 0.9)).toMatchObject({ lapses: 4, isLeech: true });
    const learned = Array.from({ length: 8 }, () => ({ rating: "easy" as const, after: 5 }));
    expect(ours([...forgotten, ...learned], 0.9)).toMatchObject({ lapses: 4, isLeech: false });
  });
});

describe("the chance to recall", () => {
  test("is 90 % after as many days as the stability says, whole before the first of them, and falls from day to day", () => {
    const card = { last: first, stability: 10 };
    expect(recallOn(card, addDays(first, 10))).toBeCloseTo(0.9, 6);
    expect(recallOn(card, first)).toBe(1);
    expect(recallOn(card, addDays(first, -3))).toBe(1);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), fc.double({ min: 0.01, max: 500, noNaN: true }), (days, stability) => {
        const known = { last: first, stability };
        expect(recallOn(known, addDays(first, days + 1))).toBeLessThan(recallOn(known, addDays(first, days)));
      }),
      { seed: 5 },
    );
  });

  test("has fallen to the retention that was asked for on the due day, to the rounding of a day", () => {
    for (const retention of [0.8, 0.9, 0.95]) {
      const card = ours(
        [
          { rating: "good", after: 0 },
          { rating: "good", after: 3 },
          { rating: "good", after: 10 },
        ],
        retention,
      );
      expect(recallOn(card, card.due)).toBeCloseTo(retention, 1);
    }
  });
});

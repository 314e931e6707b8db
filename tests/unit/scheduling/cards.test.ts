import fc from "fast-check";
import { type Card, createEmptyCard, fsrs, Rating as Theirs } from "ts-fsrs";
import { describe, expect, test } from "vitest";
import type { JournalEntry } from "../../../src/domain/attempt.ts";
import { addDays, daysBetween } from "../../../src/domain/calendar.ts";
import { type Rating, ratings } from "../../../src/domain/memory.ts";
import { cardsOf } from "../../../src/scheduling/cards.ts";
import { aCorrection, anAttempt } from "../../support/attempts.ts";

const settings = { retention: 0.9, dayEnds: 4, today: "2030-01-01" };
const question = "walmart/ai-pm/cases/out-of-stock";

const theirs = { again: Theirs.Again, hard: Theirs.Hard, good: Theirs.Good, easy: Theirs.Easy } as const;
const scores = { again: 0.1, hard: 0.5, good: 0.75, easy: 0.9 } as const satisfies Record<Rating, number>;

/** An attempt whose grade comes to a rating. */
function rated(rating: Rating, at: string, fields = {}): JournalEntry {
  return anAttempt({ at, question, score: scores[rating], confidence: rating === "easy" ? 5 : 3, ...fields });
}

function cardOf(entries: readonly JournalEntry[], more = {}) {
  return cardsOf(entries, { ...settings, ...more }).get(question);
}

describe("cards from a journal", () => {
  test("are, for 10,000 histories of several questions, what ts-fsrs makes of the same looks", () => {
    const look = fc.record({
      rating: fc.constantFrom(...ratings),
      after: fc.nat(40),
      hour: fc.integer({ min: 4, max: 23 }),
      question: fc.constantFrom("a/a", "a/b"),
    });
    const scheduler = fsrs({ enable_fuzz: false, enable_short_term: true, learning_steps: [], relearning_steps: [] });
    fc.assert(
      fc.property(fc.array(look, { minLength: 1, maxLength: 10 }), (looks) => {
        let day = "2026-11-21";
        const entries: JournalEntry[] = [];
        const direct = new Map<string, Card>();
        for (const { rating, after, hour, question } of looks) {
          day = addDays(day, after);
          const at = `${day}T${String(hour).padStart(2, "0")}:00:00-08:00`;
          entries.push(rated(rating, at, { question }));
          const noon = new Date(`${day}T12:00:00Z`);
          direct.set(question, scheduler.next(direct.get(question) ?? createEmptyCard(noon), noon, theirs[rating]).card);
        }
        const cards = cardsOf(entries, settings);
        const ours = [...cards].map(([id, { due, stability, difficulty, reviews, lapses }]) => [id, due, stability, difficulty, reviews, lapses]);
        const expected = [...direct].map(([id, { due, stability, difficulty, reps, lapses }]) => [
          id,
          due.toISOString().slice(0, 10),
          stability,
          difficulty,
          reps,
          lapses,
        ]);
        // One comparison of texts each: ten thousand comparisons of objects take twenty seconds.
        if (JSON.stringify(ours) !== JSON.stringify(expected)) expect(ours).toEqual(expected);
      }),
      { numRuns: 10_000, seed: 20_261_121 },
    );
  });

  test("are the same where only those of some questions are asked for", () => {
    const entries = ["a", "b", "a", "c"].map((question, index) => rated("good", `2026-11-2${index}T20:00:00Z`, { question }));
    const all = cardsOf(entries, settings);
    expect([...all.keys()]).toEqual(["a", "b", "c"]);
    expect([...cardsOf(entries, { ...settings, among: new Set(["c", "a", "z"]) })]).toEqual([...all].filter(([question]) => question !== "b"));
  });

  test("leave out what does not count", () => {
    expect(
      cardsOf([rated("good", "2026-11-21T20:00:00Z", { unscored: true }), rated("good", "2026-11-21T20:05:00Z", { interrupted: true })], settings).size,
    ).toBe(0);
  });

  test("go by the score that the person's own ticks give, and by their own rating before it", () => {
    const attempt = anAttempt({ question, score: 0.2 });
    const ticked = aCorrection({ attempt: attempt.id, score: 0.8 });
    const own = { type: "rating", id: "r", at: "2026-11-21T19:32:00+01:00", attempt: attempt.id, rating: "easy" } as const;
    const stabilityOf = (rating: Rating): number | undefined => cardOf([rated(rating, attempt.at)])?.stability;
    expect(cardOf([attempt])?.stability).toBe(stabilityOf("again"));
    expect(cardOf([attempt, ticked])?.stability).toBe(stabilityOf("good"));
    expect(cardOf([attempt, ticked, own])?.stability).toBe(stabilityOf("easy"));
    expect(cardOf([attempt, own, { ...own, id: "s", rating: "hard" }])?.stability).toBe(stabilityOf("hard"));
  });
});

describe("the day of a look", () => {
  // Summer time ends, begins, or is never kept: two evenings each around the change, at the offsets that the clocks there showed.
  test.each([
    ["Los Angeles, clocks go back", "2026-10-31T20:00:00-07:00", "2026-11-02T20:00:00-08:00"],
    ["New York, clocks go forward", "2027-03-13T20:00:00-05:00", "2027-03-15T20:00:00-04:00"],
    ["Berlin, clocks go back", "2026-10-24T23:30:00+02:00", "2026-10-26T04:30:00+01:00"],
    ["Kolkata", "2026-11-20T23:59:59+05:30", "2026-11-22T04:00:00+05:30"],
    ["Lord Howe, half an hour forward", "2026-10-03T05:00:00+10:30", "2026-10-05T05:00:00+11:00"],
    ["Kiritimati, fourteen hours ahead", "2026-12-31T21:00:00+14:00", "2027-01-02T21:00:00+14:00"],
  ])("is the day on the wall there: %s", (_place, first, second) => {
    const inUtc = [rated("good", "2026-06-01T12:00:00Z"), rated("good", "2026-06-03T12:00:00Z")];
    const [there, there2] = [cardOf([rated("good", first)]), cardOf([rated("good", first), rated("good", second)])];
    expect(there?.last).toBe(first.slice(0, 10));
    expect(daysBetween(there!.last, there!.due)).toBe(daysBetween("2026-06-01", cardOf(inUtc.slice(0, 1))!.due));
    expect(there2?.last).toBe(second.slice(0, 10));
    expect(daysBetween(there2!.last, there2!.due)).toBe(daysBetween("2026-06-03", cardOf(inUtc)!.due));
  });

  test("after midnight is still the evening before, until the hour at which a day ends", () => {
    expect(cardOf([rated("good", "2026-11-22T03:59:59+01:00")])?.last).toBe("2026-11-21");
    expect(cardOf([rated("good", "2026-11-22T04:00:00+01:00")])?.last).toBe("2026-11-22");
    expect(cardOf([rated("good", "2026-11-22T00:30:00+01:00")], { dayEnds: 0 })?.last).toBe("2026-11-22");
    expect(cardOf([rated("good", "2027-01-01T01:00:00+01:00")])?.last).toBe("2026-12-31");
  });

  test("is one day for an evening on both sides of midnight", () => {
    const over = cardOf([rated("good", "2026-11-21T23:50:00+01:00"), rated("good", "2026-11-22T00:10:00+01:00")]);
    const within = cardOf([rated("good", "2026-11-21T21:50:00+01:00"), rated("good", "2026-11-21T22:10:00+01:00")]);
    expect(over).toEqual(within);
  });

  test("does not go back where a journey west or a clock turns the date back", () => {
    const tokyo = rated("good", "2026-11-22T09:00:00+09:00");
    const california = rated("good", "2026-11-21T18:00:00-08:00");
    expect(cardOf([tokyo, california])?.last).toBe("2026-11-22");
    expect(cardOf([tokyo, california])).toEqual(cardOf([tokyo, rated("good", "2026-11-22T11:00:00+09:00")]));
  });

  test("that a wrong clock put years ahead is today", () => {
    const wrong = rated("good", "2031-11-22T09:00:00Z");
    expect(cardOf([wrong], { today: "2026-11-22" })).toEqual(cardOf([rated("good", "2026-11-22T09:00:00Z")]));
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { attemptsByQuestion } from "../../../src/domain/evidence.ts";
import { nextCard } from "../../../src/scheduling/fsrs.ts";
import { estimateOf, type ReadinessGround, type Tested } from "../../../src/scheduling/readiness.ts";
import { anAttempt } from "../../support/attempts.ts";

const day = "2026-12-15";
const tested = (count: number): Tested => ({ id: "panel", name: "Panel", of: "round", questions: Array.from({ length: count }, (_, index) => `q${index}`) });

/** Answers to q0, q1, … each with its scores, oldest first; last seen some days before the day. */
function ground(scores: readonly (readonly number[])[], fields: Partial<ReadinessGround> & { readonly ago?: number } = {}): ReadinessGround {
  const { ago = 0, ...rest } = fields;
  const attempts = attemptsByQuestion(scores.flatMap((own, index) => own.map((score) => anAttempt({ question: `q${index}`, score }))));
  const seen = new Date(Date.parse(`${day}T00:00:00Z`) - ago * 86_400_000).toISOString().slice(0, 10);
  const cards = new Map(scores.map((_, index) => [`q${index}`, nextCard(undefined, { question: `q${index}`, day: seen, rating: "good" }, { retention: 0.9 })]));
  return { attempts, cards, day, misjudged: 0, ...rest };
}

describe("readiness", () => {
  test("is no number without an answer, and as wide as a guess", () => {
    const estimate = estimateOf(tested(5), ground([]));
    expect(estimate).toMatchObject({ value: undefined, state: "untested", answers: 0, tried: 0, recall: undefined, why: "None of 5 questions answered yet." });
    expect([estimate.low, estimate.high].map((end) => Math.round(end * 100))).toEqual([13, 87]);
  });

  test("is worked out as the page says: two answers of the prior, each question once, the latest answer twice the one before", () => {
    // (1 + (0.9 + 0.3 / 2) / 1.5 + 0.6) / (2 + 2), all of it recalled.
    const { value, low, high } = estimateOf(tested(2), ground([[0.3, 0.9], [0.6]]));
    expect(value).toBeCloseTo((1 + 0.7 + 0.6) / 4, 9);
    const half = 1.2816 * Math.sqrt((0.575 * 0.425) / 5);
    expect([low, high]).toEqual([expect.closeTo(0.575 - half, 9), expect.closeTo(0.575 + half, 9)]);
  });

  test("says in a sentence what it rests on, and in one what would narrow it", () => {
    const { why, next } = estimateOf(tested(6), ground([[0.4], [0.8, 0.9]]));
    expect(why).toBe("2 of 6 questions answered, 3 answers, latest 65 % on average; chance to recall them on 2026-12-15: 100 %.");
    expect(next).toBe("1 more question would narrow it most.");
    expect(estimateOf(tested(0), ground([])).why).toBe("No question of the library tests it.");
  });

  test("is ready when its answers are proven and will be there on the day, and not when they will be forgotten", () => {
    const proven = [[0.9], [0.9], [0.85]];
    expect(estimateOf(tested(6), ground(proven)).state).toBe("ready");
    expect(estimateOf(tested(6), ground(proven, { ago: 200 }))).toMatchObject({
      state: "shaky",
      next: "Another look before the day would keep what was learned.",
    });
    expect(estimateOf(tested(6), ground([[0.9], [0.4], [0.85]])).state).toBe("shaky");
  });

  const anyScores = fc.array(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 6 }), { maxLength: 12 });

  test("lies between its ends, and those between 0 and 1", () => {
    fc.assert(
      fc.property(anyScores, fc.integer({ min: 0, max: 400 }), fc.double({ min: 0, max: 1, noNaN: true }), (scores, ago, misjudged) => {
        const { value, low, high } = estimateOf(tested(12), ground(scores, { ago, misjudged }));
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        if (value !== undefined) expect(low <= value && value <= high).toBe(true);
      }),
    );
  });

  test("is narrower with more questions of the same kind, wider for who misjudges, and lower the longer it is ago", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.2, max: 0.8, noNaN: true }), fc.integer({ min: 1, max: 10 }), (score, count) => {
        const of = (questions: number, fields = {}) =>
          estimateOf(
            tested(12),
            ground(
              Array.from({ length: questions }, () => [score]),
              fields,
            ),
          );
        const width = ({ low, high }: { readonly low: number; readonly high: number }): number => high - low;
        expect(width(of(count + 1))).toBeLessThan(width(of(count)) + 1e-9);
        expect(width(of(count, { misjudged: 0.3 }))).toBeGreaterThan(width(of(count)));
        expect(of(count, { ago: 60 }).value ?? 1).toBeLessThan(of(count).value ?? 0);
      }),
    );
  });

  test("rises with a better latest answer, and more by it than by a better older one", () => {
    const [worse, later, earlier] = [[[0.5, 0.5]], [[0.5, 0.9]], [[0.9, 0.5]]].map((scores) => estimateOf(tested(3), ground(scores)).value ?? 0);
    expect(later).toBeGreaterThan(earlier ?? 0);
    expect(earlier).toBeGreaterThan(worse ?? 0);
  });
});

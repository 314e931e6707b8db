// Room: tests. The cards of some questions, from what was kept and what came since: the same as from all of the history, whatever came and when.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CardGround, cardsAmong } from "../../../src/cli/runs/kept-cards.ts";
import type { Attempt, HistoryEntry } from "../../../src/domain/attempt.ts";
import { addDays } from "../../../src/domain/calendar.ts";
import { entriesIn } from "../../../src/journal/entries.ts";
import { type History, standingHistory } from "../../../src/journal/standing.ts";
import { cardsOf } from "../../../src/scheduling/cards.ts";
import { aCorrection, anAttempt, aRescore, aStory } from "../../support/attempts.ts";
import { aMemory, type Kept } from "../../support/memory.ts";

const questions = ["a/0", "a/1", "a/2", "frameworks/x/recall"];
const first = "2026-11-01";
const tonight = { retention: 0.9, dayEnds: 4, today: "2026-12-24" };

interface Drawn {
  readonly type: string;
  readonly of: number;
  readonly more: number;
  readonly after: number;
}

const drawn: fc.Arbitrary<readonly Drawn[]> = fc.array(
  fc.record({
    type: fc.constantFrom("attempt", "attempt", "attempt", "rating", "correction", "rescore", "story", "undo"),
    of: fc.nat({ max: 6 }),
    more: fc.nat({ max: 5 }),
    after: fc.nat({ max: 6 }),
  }),
  { maxLength: 24 },
);

/** Entries on days that follow each other; what is about another names one of the first seven. */
function entriesOf(all: readonly Drawn[]): readonly HistoryEntry[] {
  let day = first;
  return all.map(({ type, of, more, after }, index) => {
    day = addDays(day, after);
    const about = { id: `e${index}`, at: `${day}T${String(more * 4).padStart(2, "0")}:00:00+01:00` };
    if (type === "rating") return { ...about, type, attempt: `e${of}`, rating: "again" };
    if (type === "correction") return aCorrection({ ...about, attempt: `e${of}`, score: more / 5 });
    if (type === "rescore") return aRescore({ ...about, attempt: `e${of}`, score: more / 5 });
    if (type === "story") return aStory(about);
    if (type === "undo") return { ...about, type, of: `e${of}` };
    return anAttempt({ ...about, question: [...questions, "b/else"][of] ?? "a/0", score: more / 5, interrupted: of === 6 && more === 2 });
  });
}

/** A history of which the first so many entries stand in a digest. */
function historyOf(entries: readonly HistoryEntry[], kept: number, name = `digest of ${kept}`): History {
  const digest = { name, later: entries.slice(kept) };
  return standingHistory({ entries: entriesIn(entries), problems: [], digest, attemptAt: (index) => entries[index] as Attempt });
}

/** Cards, and how many questions the history was asked for, call by call. */
function asked(ground: Omit<CardGround, "name" | "questions">, settings = tonight, name = "a") {
  const counts: number[] = [];
  const history: CardGround["history"] = {
    digest: ground.history.digest,
    some(by, among) {
      if (by === "question") counts.push(among.size);
      return ground.history.some(by, among);
    },
  };
  return { cards: [...cardsAmong({ ...ground, history, name, questions }, settings)], counts };
}

const wholly = (history: History, settings = tonight) => [...cardsOf(history.entries, { ...settings, among: new Set(questions) })];

describe("the cards of some questions", () => {
  test("are those of the whole history, whatever was kept, came since or was taken back", () => {
    const evening = fc.record({ days: fc.nat({ max: 160 }), retention: fc.constantFrom(0.8, 0.9), dayEnds: fc.constantFrom(0, 4), seen: fc.nat() });
    fc.assert(
      fc.property(drawn, fc.nat({ max: 24 }), fc.array(evening, { minLength: 1, maxLength: 4 }), (all, kept, evenings) => {
        const entries = entriesOf(all);
        const memory = aMemory();
        for (const { days, retention, dayEnds, seen } of evenings) {
          const settings = { retention, dayEnds, today: addDays(first, days) };
          // What another device wrote comes between what was seen before.
          const some = entries.filter((_, index) => index < kept || ((seen >> (index - kept)) & 1) === 1);
          const history = historyOf(some, kept);
          expect(asked({ library: { memory }, history }, settings).cards).toEqual(wholly(history, settings));
        }
      }),
      { numRuns: 500 },
    );
  });

  const attempts = questions.map((question, index) => anAttempt({ id: `e${index}`, question, at: `2026-11-0${index + 1}T20:00:00+01:00`, score: 0.9 }));
  const later = anAttempt({ id: "later", question: "a/2", at: "2026-12-24T20:00:00+01:00", score: 0.2 });
  const rating: HistoryEntry = { type: "rating", id: "r", at: "2026-12-24T20:01:00+01:00", attempt: "e1", rating: "again" };

  test("are gone through once, then only those that were answered or rated since", () => {
    const library = { memory: aMemory() };
    expect(asked({ library, history: historyOf(attempts, 4) }).counts).toEqual([4, 0]);
    expect(asked({ library, history: historyOf(attempts, 4) }).counts).toEqual([0]);
    expect(asked({ library, history: historyOf([...attempts, later], 4) }).counts).toEqual([1]);
    expect(asked({ library, history: historyOf([...attempts, later, rating], 4) }).counts).toEqual([2]);
    expect(asked({ library, history: historyOf([...attempts, later], 4) }, { ...tonight, today: "2027-01-03" }).counts).toEqual([1]);
  });

  test("are gone through again for other settings, another role, another digest", () => {
    const library = { memory: aMemory() };
    const history = historyOf(attempts, 4);
    asked({ library, history });
    expect(asked({ library, history }, { ...tonight, retention: 0.85 }).counts).toEqual([4, 0]);
    expect(asked({ library, history }, { ...tonight, dayEnds: 3 }).counts).toEqual([4, 0]);
    expect(asked({ library, history }, tonight, "b").counts).toEqual([4, 0]);
    expect(asked({ library, history: historyOf(attempts, 4, "another") }, tonight, "b").counts).toEqual([4, 0]);
    expect(asked({ library, history: historyOf(attempts, 4, "another") }, tonight, "b").counts).toEqual([0]);
  });

  test("are gone through again where a look lies on this day or later: tomorrow it may be another card", () => {
    const kept: Kept = new Map();
    const library = { memory: aMemory(kept) };
    const history = historyOf([...attempts, later], 5);
    expect(asked({ library, history }).counts).toEqual([4, 0]);
    expect(kept.size).toBe(0);
    const tomorrow = { ...tonight, today: "2026-12-25" };
    asked({ library, history }, tomorrow);
    expect(asked({ library, history }, tomorrow).counts).toEqual([0]);
    expect(asked({ library, history }).counts).toEqual([4, 0]);
  });

  test("are gone through where something was taken back, where there is no digest, and where nothing can be kept", () => {
    const kept: Kept = new Map();
    const undo: HistoryEntry = { type: "undo", id: "u", at: "2026-12-24T20:02:00+01:00", of: "e1" };
    const library = { memory: aMemory(kept) };
    expect(asked({ library, history: historyOf([...attempts, undo], 4) }).counts).toEqual([4]);
    expect(asked({ library, history: { ...historyOf(attempts, 4), digest: undefined } }).counts).toEqual([4]);
    expect(asked({ library: {}, history: historyOf(attempts, 4) }).counts).toEqual([4]);
    expect(kept.size).toBe(0);
  });
});

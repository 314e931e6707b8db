// Room: tests. What stands of a history, whichever part of it is asked for: the same as of the whole.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Attempt, HistoryEntry } from "../../../src/domain/attempt.ts";
import type { CoachError } from "../../../src/domain/errors.ts";
import { withoutTakenBack } from "../../../src/domain/taken-back.ts";
import { entriesIn, joined } from "../../../src/journal/entries.ts";
import { standingHistory } from "../../../src/journal/standing.ts";
import { toldIn, toldOf } from "../../support/columns.ts";
import { aCorrection, anAttempt } from "../../support/attempts.ts";

const moment = (minute: number): string => new Date(Date.UTC(2026, 10, 1, 19, minute)).toISOString();

/** Some attempts, things kept about them, and undos of either and of undos: what is named may be missing. */
const history: fc.Arbitrary<readonly HistoryEntry[]> = fc
  .array(fc.record({ type: fc.constantFrom("attempt", "attempt", "correction", "rating", "undo"), of: fc.nat({ max: 12 }), more: fc.nat({ max: 5 }) }), {
    maxLength: 30,
  })
  .map((drawn) => drawn.map((one, index) => entryOf(one, index)));

function entryOf({ type, of, more }: { readonly type: string; readonly of: number; readonly more: number }, index: number): HistoryEntry {
  const about = { id: `e${index}`, at: moment(index) };
  if (type === "correction") return aCorrection({ ...about, attempt: `e${of}` });
  if (type === "rating") return { ...about, type: "rating", attempt: `e${of}`, rating: "hard" };
  if (type === "undo") return { ...about, type: "undo", of: `e${of}` };
  const confidence = more === 0 ? undefined : (more as 1 | 2 | 3 | 4 | 5);
  return anAttempt({ ...about, question: `q${of}`, session: `s${more}`, confidence, score: more / 5, interrupted: of === 3, unscored: of === 5 });
}

const standingIn = (entries: readonly HistoryEntry[]) =>
  standingHistory({ entries: entriesIn(entries), problems: [], digest: undefined, attemptAt: (index) => entries[index] as Attempt });

describe("what stands of a history", () => {
  test("is the same whether all of it is asked for or a part", () => {
    fc.assert(
      fc.property(history, fc.subarray(["q0", "q1", "q2", "q3", "q5"]), fc.subarray(["s0", "s1", "s4"]), (entries, questions, sessions) => {
        const { entries: standing, takenBack } = withoutTakenBack(entries);
        const found = standingIn(entries);
        expect(found.entries).toEqual(standing);
        expect(found.takenBack).toEqual(takenBack);
        const attempts = standing.filter((entry) => entry.type === "attempt");
        expect(found.attempts).toBe(attempts.length);
        expect([...found.newest()]).toEqual(standing.toReversed());
        const columns = found.columns();
        expect(toldIn(columns).filter((_, index) => columns.stands(index))).toEqual(attempts.map(toldOf));
        const some = (by: "question" | "session", among: readonly string[]) =>
          standing.filter((entry) => entry.type !== "attempt" || among.includes(entry[by]));
        expect(found.some("question", new Set(questions))).toEqual(some("question", questions));
        expect(found.some("session", new Set(sessions))).toEqual(some("session", sessions));
        const sure = attempts.filter(({ confidence, unscored, interrupted }) => confidence !== undefined && !unscored && !interrupted);
        expect([...found.sure()].map(({ id }) => id)).toEqual(sure.map(({ id }) => id));
      }),
    );
  });

  test("gives an attempt by its id, also one that was taken back", () => {
    const entries = [anAttempt({ id: "a" }), anAttempt({ id: "b", seed: 7 }), { type: "undo", id: "u", at: moment(3), of: "b" } as const];
    expect(standingIn(entries).attempt({ id: "b" })).toBe(entries[1]);
    expect(standingIn(entries).attempts).toBe(1);
  });

  test("tells of an attempt that is not there any more, and what to do", () => {
    let error: unknown;
    try {
      expect(standingIn([anAttempt({ id: "a" })]).attempt({ id: "none" })).toBe("never found");
    } catch (fault) {
      error = fault;
    }
    expect(error).toMatchObject({
      message: "the attempt none is not in the history any more",
      fault: "failure",
      advice: "Run the command again.",
    } satisfies Partial<CoachError>);
  });

  test("is told apart once, however often all of it is asked for", () => {
    const found = standingIn([anAttempt({ id: "a" }), anAttempt({ id: "b" }), { type: "undo", id: "u", at: moment(3), of: "b" }]);
    expect(found.entries).toHaveLength(1);
    expect(found.entries).toBe(found.entries);
  });
});

describe("entries that were read in two parts", () => {
  test("are picked as if they were one", () => {
    fc.assert(
      fc.property(history, fc.nat({ max: 30 }), fc.subarray(["q0", "q1", "q2"]), (entries, cut, questions) => {
        const [one, two] = [entriesIn(entries), joined(entriesIn(entries.slice(0, cut)), entriesIn(entries.slice(cut)))];
        expect(two.all()).toEqual(one.all());
        expect(two.all()).toBe(two.all());
        expect([two.length, two.attempts]).toEqual([one.length, one.attempts]);
        expect([...two.newest()]).toEqual([...one.newest()]);
        expect(toldIn(two.columns())).toEqual(toldIn(one.columns()));
        const heads = entries.filter((entry) => entry.type === "attempt");
        expect(heads.map((_, index) => two.columns().head(index))).toEqual(heads);
        expect([...two.sure()]).toEqual([...one.sure()]);
        expect(two.some("question", new Set(questions))).toEqual(one.some("question", new Set(questions)));
        expect(entries.map((_, index) => two.idAt(index))).toEqual(entries.map(({ id }) => id));
      }),
    );
  });
});

import { describe, expect, test } from "vitest";
import type { JournalEntry } from "../../../src/domain/attempt.ts";
import { withoutTakenBack } from "../../../src/domain/taken-back.ts";
import { aCorrection, anAttempt, aStory } from "../../support/attempts.ts";

const at = "2026-11-21T20:00:00+01:00";
const undo = (id: string, of: string) => ({ type: "undo", id, at, of }) as const;
const idsIn = (entries: readonly JournalEntry[]): readonly string[] => withoutTakenBack(entries).entries.map(({ id }) => id);

describe("what was taken back", () => {
  const attempt = anAttempt({ id: "a" });
  const correction = aCorrection({ id: "c", attempt: "a" });
  const rating = { type: "rating", id: "r", at, attempt: "a", rating: "hard" } as const;
  const other = anAttempt({ id: "b" });

  test("does not stand, nor does what was kept about it", () => {
    const parted = withoutTakenBack([attempt, correction, rating, other, undo("u", "a")]);
    expect(parted.entries).toEqual([other]);
    expect(parted.takenBack.map(({ entry, by }) => [entry.id, by.id])).toEqual([
      ["a", "u"],
      ["c", "u"],
      ["r", "u"],
    ]);
  });

  test("is that record alone where nothing hangs on it", () => {
    expect(idsIn([attempt, rating, undo("u", "r")])).toEqual(["a"]);
  });

  test("takes the story along that was told in an attempt, with its later words", () => {
    const story = aStory({ id: "s", attempt: "a" });
    const anew = aStory({ id: "t", of: "s", attempt: "" });
    expect(idsIn([attempt, story, anew, other, undo("u", "a")])).toEqual(["b"]);
  });

  test("stands again once its undo is taken back, however often", () => {
    const history = [attempt, other, undo("u", "a")];
    expect(idsIn([...history, undo("v", "u")])).toEqual(["a", "b"]);
    expect(idsIn([...history, undo("v", "u"), undo("w", "v")])).toEqual(["b"]);
    expect(idsIn([...history, undo("v", "u"), undo("w", "a")])).toEqual(["b"]);
  });

  test("is nothing for an undo of what is not there", () => {
    expect(idsIn([attempt, undo("u", "elsewhere")])).toEqual(["a"]);
  });
});

// Room: tests. What a newer reading of an answer moves.
import { describe, expect, test } from "vitest";
import { hasMoved, looksForTheSame, moveBetween } from "../../../src/domain/move.ts";
import { anAttempt } from "../../support/attempts.ts";
import { aGrade, aMark } from "../../support/builders.ts";

const kept = anAttempt({ score: 0.5, marks: [{ id: "metric", status: "found", strength: 0.9 }], levels: { coverage: 3 }, flags: ["too-short"] });
const coverage = (level: 2 | 3) => ({ dimension: "coverage" as const, level, anchor: "", receipts: [], next: undefined });
const short = { id: "too-short", reason: "", cap: 0.5 };
const same = aGrade({ score: 0.5, marks: [aMark({ status: "found", strength: 0.4 })], levels: [coverage(3)], flags: [short] });

describe("a move", () => {
  test("is none when only a strength, or the last digit of a score, differs", () => {
    expect(hasMoved(moveBetween(kept, { ...same, score: 0.5 + 1e-9 }))).toBe(false);
  });

  test.each([
    ["the score", { score: 0.51 }, { from: 0.5, to: 0.51 }],
    ["a mark", { marks: [aMark({ status: "partly" })] }, { marks: [{ id: "metric", text: aMark().text, from: "found", to: "partly" }] }],
    ["a level", { levels: [coverage(2)] }, { levels: [{ dimension: "coverage", from: 3, to: 2 }] }],
    ["a flag that is gone", { flags: [] }, { flagsLost: ["too-short"] }],
    ["a flag that is new", { flags: [short, { ...short, id: "repeated" }] }, { flagsGained: ["repeated"] }],
  ])("is told for %s", (_, fields, told) => {
    const move = moveBetween(kept, { ...same, ...fields });
    expect(move).toMatchObject(told);
    expect(hasMoved(move)).toBe(true);
  });

  test("is no move when an older record knew no levels", () => {
    expect(hasMoved(moveBetween({ ...kept, levels: {} }, same))).toBe(false);
  });
});

describe("the same question", () => {
  test.each([
    ["the same key points", [aMark()], true],
    ["one more", [aMark(), aMark({ id: "dollars" })], false],
    ["one less", [], false],
    ["another in its place", [aMark({ id: "dollars" })], false],
  ])("with %s", (_, marks, isSame) => {
    expect(looksForTheSame(kept, { marks })).toBe(isSame);
  });
});

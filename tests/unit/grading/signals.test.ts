// Room: tests. What a company looks for, read from levels and marks as its loop weighs them.
import { describe, expect, it } from "vitest";
import type { Grade, Mark, Status } from "../../../src/domain/grade.ts";
import type { Signal, SignalWeight } from "../../../src/domain/loop.ts";
import type { Dimension, Judged, Level } from "../../../src/domain/rubric.ts";
import { signalsOf } from "../../../src/grading/signals.ts";

const signal = (...weights: readonly SignalWeight[]): Signal => ({ id: "impact", name: "Impact", about: "", shownBy: [], weights, sources: [] });
const judged = (dimension: Dimension, level: Level): Judged => ({ dimension, level, anchor: "", receipts: [], next: undefined });
const mark = (id: string, status: Status): Mark => ({ id, text: `point ${id}`, weight: 2, status, strength: 1, evidence: [] });

function gradeWith(levels: readonly Judged[], marks: readonly Mark[] = []): Grade {
  return { score: 0.5, band: "getting there", marks, pitfalls: [], flags: [], levels, workings: [], next: undefined, rules: 1 };
}

describe("a signal", () => {
  it("is the weighted mean of the levels and the key points that it names", () => {
    const grade = gradeWith([judged("evidence", 5), judged("judgment", 3)], [mark("dollars", "not-found"), mark("other", "found")]);
    const [reading] = signalsOf(grade, [
      signal({ dimension: "evidence", weight: 3 }, { dimension: "judgment", weight: 1 }, { keyPoint: "dollars", weight: 1 }),
    ]);
    expect(reading).toEqual({
      id: "impact",
      name: "Impact",
      share: 0.7,
      level: 4,
      from: [
        { of: "evidence", weight: 3, share: 1 },
        { of: "judgment", weight: 1, share: 0.5 },
        { of: "point dollars", weight: 1, share: 0 },
      ],
    });
  });

  it.each([
    [1, 1],
    [2, 2],
    [5, 5],
  ] as const)("at level %i alone is at %i", (level, expected) => {
    expect(signalsOf(gradeWith([judged("ownership", level)]), [signal({ dimension: "ownership", weight: 2 })])[0]?.level).toBe(expected);
  });

  it("stands at most a level above coverage", () => {
    const weights = signal({ dimension: "evidence", weight: 1 });
    const levelBeside = (coverage: Level) => signalsOf(gradeWith([judged("coverage", coverage), judged("evidence", 5)]), [weights])[0]?.level;
    expect(([1, 2, 3, 4, 5] as const).map(levelBeside)).toEqual([2, 3, 4, 5, 5]);
  });

  it("is not read where less than half of its dimensions apply and no key point speaks", () => {
    const weights = signal({ dimension: "ownership", weight: 3 }, { dimension: "judgment", weight: 1 }, { keyPoint: "partners", weight: 1 });
    expect(signalsOf(gradeWith([judged("judgment", 5)]), [weights])).toEqual([]);
    expect(signalsOf(gradeWith([judged("ownership", 5)]), [weights])).toHaveLength(1);
    expect(signalsOf(gradeWith([judged("judgment", 5)], [mark("partners", "partly")]), [weights])[0]?.share).toBe(0.75);
  });

  it("is not held down by another dimension where nothing is covered", () => {
    const weights = signal({ dimension: "evidence", weight: 1 }, { dimension: "judgment", weight: 1 });
    expect(signalsOf(gradeWith([judged("evidence", 1), judged("judgment", 5)]), [weights])[0]?.share).toBe(0.5);
  });

  it("is read where half of its dimensions apply, whatever key points other questions have", () => {
    const half = signal({ dimension: "evidence", weight: 1 }, { dimension: "ownership", weight: 1 }, { keyPoint: "elsewhere", weight: 9 });
    expect(signalsOf(gradeWith([judged("evidence", 5)]), [half])).toHaveLength(1);
    const less = signal({ dimension: "evidence", weight: 1 }, { dimension: "judgment", weight: 1 }, { dimension: "ownership", weight: 3 });
    expect(signalsOf(gradeWith([judged("evidence", 5), judged("judgment", 5)]), [less])).toEqual([]);
  });

  it("is not read from an answer that was marked exactly, nor without weights", () => {
    expect(signalsOf(gradeWith([], [mark("dollars", "found")]), [signal({ keyPoint: "dollars", weight: 1 })])).toEqual([]);
    expect(signalsOf(gradeWith([judged("evidence", 5)]), [signal()])).toEqual([]);
  });
});

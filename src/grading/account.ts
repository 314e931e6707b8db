// Room: grading. How a score came about, step by step. Pure.
import type { Account } from "../domain/account.ts";
import type { Grade } from "../domain/grade.ts";
import type { Kind } from "../domain/question.ts";
import { ceilingOf, creditOf, weightOf } from "./marking.ts";
import { mostTelling, otherLevels, tellingFactor } from "./total.ts";

/** The account of a grade in sentences: its steps give the grade's score again. Undefined for kinds that are marked exactly, whose marks say it all. */
export function accountOf(kind: Kind, grade: Grade): Account | undefined {
  if (kind !== "open" && kind !== "star" && kind !== "rewrite") return undefined;
  const { marks, levels, pitfalls, flags, score } = grade;
  const ceiling = ceilingOf(kind, pitfalls);
  return {
    points: marks.map((mark) => ({ id: mark.id, counts: weightOf(mark) * creditOf(mark), of: weightOf(mark) })),
    telling: otherLevels(levels).map(({ dimension, level }) => ({ dimension, level })),
    factor: tellingFactor(levels),
    most: mostTelling,
    limits: [...(ceiling < 1 ? [{ why: "a pitfall", most: ceiling }] : []), ...flags.map(({ id, cap }) => ({ why: id, most: cap }))],
    score,
  };
}

// Room: grading. How a score came about, step by step. Pure.
import type { Account } from "../domain/account.ts";
import type { Grade } from "../domain/grade.ts";
import type { Kind } from "../domain/question.ts";
import { ceilingOf, weightOf, worth } from "./marking.ts";
import { mostTelling, otherLevels, tellingFactor } from "./total.ts";

/** The account of a grade in sentences: its steps give the grade's score again. Undefined for kinds that are marked exactly, whose marks say it all. */
export function accountOf(kind: Kind, grade: Grade): Account | undefined {
  if (kind !== "open" && kind !== "star" && kind !== "rewrite") return undefined;
  const { marks, levels, pitfalls, flags, score } = grade;
  const ceiling = ceilingOf(kind, pitfalls);
  return {
    found: marks.reduce((sum, mark) => sum + weightOf(mark) * worth[mark.status], 0),
    of: marks.reduce((sum, mark) => sum + weightOf(mark), 0),
    telling: otherLevels(levels).map(({ dimension, level }) => ({ dimension, level })),
    factor: tellingFactor(levels),
    most: mostTelling,
    limits: [...(ceiling < 1 ? [{ why: "a pitfall", most: ceiling }] : []), ...flags.map(({ id, cap }) => ({ why: id, most: cap }))],
    score,
  };
}

// Room: grading. The marks of a telling that has no room for every key point. Pure.
import type { Mark } from "../domain/grade.ts";
import { type StarQuestion, starParts } from "../domain/question.ts";
import { creditOf, weightOf } from "./marking.ts";

/** Of each part as many marks as there is room for, in their order: those told best, of equals the heaviest. Which of its points a short story tells is the teller's choice. */
export function heldMarks({ holds }: StarQuestion, marks: readonly Mark[]): readonly Mark[] {
  if (!holds) return marks;
  const best = starParts.flatMap((part) =>
    marks
      .filter((mark) => mark.part === part)
      .toSorted((a, b) => creditOf(b) - creditOf(a) || weightOf(b) - weightOf(a))
      .slice(0, holds[part]),
  );
  const kept = new Set(best);
  return marks.filter((mark) => kept.has(mark));
}

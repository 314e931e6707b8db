// Room: grading. From marks and levels to one number: what was said, times how it was told. Pure.
import type { Mark } from "../domain/grade.ts";
import type { Judged } from "../domain/rubric.ts";
import { weightedShare } from "./marking.ts";

/** What a mark has to say of the total. */
export type Counting = Pick<Mark, "weight" | "credit" | "status">;

/** The most that the telling can take from what was said: content decides, and words about another question stay worth nothing however well told. */
export const mostTelling = 0.25;

/** The score before any cap, 0 to 1: the share of the key points that was found, less what the other dimensions leave to be had. */
export function totalOf(marks: readonly Counting[], levels: readonly Judged[]): number {
  return weightedShare(marks) * tellingFactor(levels);
}

/** What the telling leaves of the key points' share, from `1 - mostTelling` to 1. */
export function tellingFactor(levels: readonly Judged[]): number {
  return 1 - mostTelling + mostTelling * toldShare(levels);
}

/** The levels that tell how it was told: all but coverage, which the key points speak for themselves. */
export function otherLevels(levels: readonly Judged[]): readonly Judged[] {
  return levels.filter((judged) => judged.dimension !== "coverage");
}

/** The other dimensions, equally weighted: 0 when all are at level 1, 1 at level 5, and where none applies. */
function toldShare(levels: readonly Judged[]): number {
  const others = otherLevels(levels);
  return others.length === 0 ? 1 : others.reduce((sum, judged) => sum + (judged.level - 1) / 4, 0) / others.length;
}

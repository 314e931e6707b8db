// Room: grading. From marks and levels to one number: what was said, times how it was told. Pure.
import type { Mark } from "../domain/grade.ts";
import type { Judged } from "../domain/rubric.ts";
import { weightedShare } from "./marking.ts";

/** The most that the telling can take from what was said: content decides, and words about another question stay worth nothing however well told. */
const telling = 0.25;

/** The score before any cap, 0 to 1: the share of the key points that was found, less what the other dimensions leave to be had. */
export function totalOf(marks: readonly Mark[], levels: readonly Judged[]): number {
  return weightedShare(marks) * (1 - telling + telling * toldShare(levels));
}

/** The dimensions but coverage, equally weighted: 0 when all are at level 1, 1 at level 5, and where none applies. */
function toldShare(levels: readonly Judged[]): number {
  const others = levels.filter((judged) => judged.dimension !== "coverage");
  return others.length === 0 ? 1 : others.reduce((sum, judged) => sum + (judged.level - 1) / 4, 0) / others.length;
}

// Room: scheduling. From an attempt and its score to a rating. Pure.
import type { Attempt } from "../domain/attempt.ts";
import { bandOf } from "../domain/grade.ts";
import type { Rating } from "../domain/memory.ts";

/** What of an attempt decides how it is rated. */
type Rated = Pick<Attempt, "score" | "confidence" | "hints" | "timedOut">;

/** From this confidence down a person did not trust the answer: it was recalled with trouble, if not guessed. */
const shaky = 2;
/** Effort shows in no score; only who says that it came at once did not have to search. */
const effortless = 5;

/**
 * The rating that the grade gives (docs/scheduling.md has the table). "Easy" asks for more than marks: FSRS puts such a question out of sight for
 * more than a week, a third of what there is before an interview.
 */
export function ratingOf({ score, confidence, hints, timedOut }: Rated): Rating {
  const band = bandOf(score);
  if (band === "not yet") return "again";
  if (band === "getting there" || hints > 0 || timedOut) return "hard";
  if (confidence !== undefined && confidence <= shaky) return "hard";
  return band === "strong" && confidence === effortless ? "easy" : "good";
}

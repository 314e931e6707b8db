// Room: practice. After a correction: the person's own words for what was not seen in them, to be known next time.
import type { Correction } from "../domain/grade.ts";
import type { Stage, Turn } from "./ports.ts";

/** Key points asked about after one answer; more would be a chore. */
const mostAsked = 3;

/** Offers, for each mark that the person raised to found, to keep the sentence that said it as a phrasing of their own. */
export async function offerPhrasings(stage: Stage, turn: Turn, correction: Correction): Promise<void> {
  const raised = turn.grade.marks.filter(({ id }) => correction[id] === "found").slice(0, mostAsked);
  if (raised.length === 0) return;
  const { stretchesNear } = await import("../grading/own-words.ts");
  for (const mark of raised) {
    const words = await stage.interviewer.phrase(mark, stretchesNear(turn.asked, turn.answer.body, mark));
    if (words !== undefined) await stage.log.accept({ question: turn.attempt.question, keyPoint: mark.id, words });
  }
}

// Room: grading. The written anchors of each dimension: one sentence a level, in the words of a person. Pure.
import type { Dimension, Level } from "../domain/rubric.ts";

/**
 * Behaviourally anchored levels, 1 to 5: what an interviewer would have seen the person do. Five levels with a sentence each, equal weights
 * (US Office of Personnel Management, "Structured Interviews: A Practical Guide", 2008).
 */
const anchors: Readonly<Record<Dimension, readonly [string, string, string, string, string]>> = {
  coverage: [
    "Says none of what a good answer holds.",
    "Touches a part of it; most is left out.",
    "Says about half of what matters.",
    "Says most of what matters; a piece or two is missing.",
    "Says everything that a strong answer holds.",
  ],
  structure: [
    "No shape that a listener could follow.",
    "One part of the shape; the others are missing.",
    "Some parts are there, out of proportion or out of order.",
    "Every part is there, one of them thin or late.",
    "Every part is there, in order, with the weight where it belongs.",
  ],
  evidence: [
    "Claims only: nothing is counted.",
    "A number stands alone, and nothing says what came of it.",
    "A number with its unit is tied to an outcome.",
    "A change from a baseline, in a unit that the business feels.",
    "Baseline, change, and what it was worth, with how it was measured.",
  ],
  ownership: [
    "Nobody acts: things happened.",
    '"We" throughout; what was yours cannot be told.',
    "Some of it is yours; who else did what stays open.",
    "It is clear what you did, and a partner is named.",
    "It is clear what you decided and did, who did the rest, and what you owed them.",
  ],
  judgment: [
    "Steps into what the interviewer was waiting for, more than once.",
    "Steps into one known pitfall.",
    "No pitfall, and no cost or limit named either.",
    "No pitfall; a cost, a risk or a limit is named.",
    "No pitfall; a choice is weighed against its cost, and it is said what would change your mind.",
  ],
  delivery: [
    "Cannot be followed, or is far too short or too long for the time.",
    "Can be followed with effort: over the time, or full of fillers and hedges.",
    "Can be followed; some of it is said twice or hedged.",
    "Clear and within the time, a long sentence or two.",
    "Clear, short sentences, well within the time, nothing said twice.",
  ],
};

/** The sentence that defines a level of a dimension. */
export function anchorOf(dimension: Dimension, level: Level): string {
  return anchors[dimension][level - 1] ?? "";
}

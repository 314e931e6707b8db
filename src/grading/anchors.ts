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
    "A piece of the shape only, or no story where one was asked for.",
    "Some parts are there, or all of them with the weight in the wrong place.",
    "Every part is there; one of them is thin, late or too long.",
    "Every part is there, in order, with the weight where it belongs.",
  ],
  evidence: [
    "Claims only: nothing is counted.",
    "A number stands alone, and nothing says what came of it.",
    "A number with its unit says what came of it.",
    "The number has one thing beside it: where it started, what it was worth, or how it is known.",
    "The number has company: two of where it started, what it was worth, and how it is known.",
  ],
  ownership: [
    "Nobody acts: things happened.",
    '"We" throughout; what was yours cannot be told.',
    "Some of it is yours; what you decided and who did the rest stay open.",
    "It is clear what you did, and either who else was in it or what was yours to decide.",
    "It is clear what you did and decided, and who did the rest.",
  ],
  judgment: [
    "Steps into more than one of the pitfalls that the interviewer waits for.",
    "Steps into one known pitfall.",
    "No pitfall, and nothing weighed: no cost, no other choice, no doubt.",
    "No pitfall, and one thing weighed: a cost, a choice, a doubt or a lesson; in a short rewrite, no pitfall.",
    "No pitfall; a choice is weighed against its cost, or it is said what would change your mind or what it taught you.",
  ],
  delivery: [
    "Cannot be followed, or is far too long for the time.",
    "Hard to follow: over the time, or full of fillers and hedges.",
    "Can be followed, with more than one habit that gets in the way.",
    "Clear but for one habit: fillers, hedges, something said twice, sentences without a breath, or a hurried pace.",
    "Clear, in short sentences, within the time, nothing said twice.",
  ],
};

/** The sentence that defines a level of a dimension. */
export function anchorOf(dimension: Dimension, level: Level): string {
  return anchors[dimension][level - 1] ?? "";
}

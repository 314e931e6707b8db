// Room: grading. Answers to another question, and talk about none. Pure.
import type { Flag } from "../../domain/grade.ts";
import type { Read } from "./read.ts";

/**
 * Below the first an answer is one to another question, from the second on it belongs here; a story is told in words that fewer questions
 * foresee. Of 229 complete answers that were written to their question none lies below the first, and 9 between the two; of model answers
 * to unrelated questions 98 in 100 are held to a quarter. Two halves of the questions measured alike.
 */
const strange = { story: 2.3, other: 2.8 } as const;
const belongs = { story: 2.5, other: 3.2 } as const;
/** What any answer has of any question: its words by chance. */
const byChance = 1;
/** The most for words by chance, for what is all but strange, and for what belongs. Straight lines between them, so that no word decides alone. */
const most = { byChance: 0.1, strange: 0.25, belongs: 1 } as const;

export function offTopic({ found: { belonging, missing }, against: { isStory } }: Read): Flag | undefined {
  const kind = isStory ? "story" : "other";
  if (belonging === undefined || belonging >= belongs[kind]) return undefined;
  const below = most.byChance + (most.strange - most.byChance) * shareOf(belonging, byChance, strange[kind]);
  const above = (most.belongs - most.strange) * shareOf(belonging, strange[kind], belongs[kind]);
  return { id: "off-topic", reason: reasonFor(isStory, missing), cap: Math.round((below + above) * 100) / 100 };
}

/** How far a value has come from one end to the other, 0 to 1. */
function shareOf(value: number, from: number, to: number): number {
  return Math.min(1, Math.max(0, (value - from) / (to - from)));
}

function reasonFor(isStory: boolean, missing: string | undefined): string {
  const seems = isStory
    ? "Little of what this prompt asks for was found in the story"
    : "Few of its words belong to this question: it reads as an answer to another";
  return missing === undefined ? `${seems}.` : `${seems}; not in it: "${missing}".`;
}

// Room: grading. Answers that are too short or too long to be marked as one. Pure.
import type { Flag } from "../../domain/grade.ts";
import { foldSpelling } from "../../language/spelling.ts";
import type { Read } from "./read.ts";

/** Fewer words than this say nothing that could be marked. */
const fewestWords = 3;
/** Where right answers are short, two words may say it. */
const fewestOfReference = 2;
/** Twice the fastest speech, 200 words a minute. */
const mostWordsAMinute = 400;

export function tooShort({ tokens, against }: Read): Flag | undefined {
  if (tokens.length >= (against.references.length > 0 ? fewestOfReference : fewestWords)) return undefined;
  // Where one word is right, one word is enough.
  const said = tokens.map((token) => foldSpelling(token.text));
  if (against.references.some(({ words }) => said.every((word) => words.some((right) => foldSpelling(right) === word)))) return undefined;
  return { id: "too-short", reason: `${tokens.length === 1 ? "One word is" : `${tokens.length} words are`} too few to mark.`, cap: 0.2 };
}

export function tooLong({ tokens, against: { minutes } }: Read): Flag | undefined {
  if (minutes === undefined || tokens.length <= minutes * mostWordsAMinute) return undefined;
  return { id: "too-long", reason: `Nobody can say ${tokens.length} words in ${minutes} ${minutes === 1 ? "minute" : "minutes"}.`, cap: 0.35 };
}

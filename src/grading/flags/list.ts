// Room: grading. Words without sentences: a list of what an answer might be about. Pure.
import type { Flag } from "../../domain/grade.ts";
import type { Read } from "./read.ts";

/** Function words are 0.35 to 0.55 of English prose and 0.15 to 0.3 of terse notes; under this share there is a list. */
const listShare = 0.12;
/** Words between two commas, on average: under this it is a list, whatever the words. */
const brokenWords = 1.6;
/** Sums have few small words too: from so many figures, and this share of them, nothing is a list of words. */
const sumFigures = 4;
const sumShare = 0.25;
/** Shorter answers have too few words for a share to mean anything. */
const fewestWords = 10;
const fewestOfReference = 4;

export function keywordList({ text, tokens, functionShare, against }: Read): Flag | undefined {
  const isBroken = tokens.length / text.split(/[,;\n]+/).length < brokenWords;
  const fewest = against.references.length > 0 ? fewestOfReference : fewestWords;
  if (tokens.length < fewest || (functionShare >= listShare && !isBroken)) return undefined;
  const figures = tokens.filter((token) => /^\p{Nd}/u.test(token.text)).length;
  if (figures >= sumFigures && figures >= tokens.length * sumShare) return undefined;
  return { id: "keyword-list", reason: "These are words without sentences: say how they belong together.", cap: 0.15 };
}

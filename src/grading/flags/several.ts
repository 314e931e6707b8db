// Room: grading. Several answers given as one, in the hope that one of them is right. Pure.
import type { Flag } from "../../domain/grade.ts";
import type { Read } from "./read.ts";

/** As many times as long as a full answer is, nothing is one answer: of 4,500 good answers of students one in 500, of 1,000 times twelve pasted together 97 in 100. */
const lengths = 5;
/** Full answers that are shorter than this count as this long, in words. */
const shortest = 20;

/** Words that put one answer beside another. */
const orWords = new Set(["or", "either", "maybe", "perhaps", "possibly"]);
/** So many more of them than in any right answer, one in so many words at the least: of 4,500 good answers one in 500. */
const orMore = 2;
const orEvery = 18;

export function severalAnswers({ tokens, against: { model, references } }: Read): Flag | undefined {
  const full = [...references, ...(model ? [model] : [])].map(({ words }) => words.length);
  if (full.length === 0) return undefined;
  const times = tokens.length / full.reduce((longest, words) => Math.max(longest, words), shortest);
  if (times < lengths) return undefined;
  return { id: "several-answers", reason: `This is ${Math.floor(times)} times as long as a full answer: it reads as several.`, cap: 0.15 };
}

/** For short answers only: who discusses a case may weigh one thing against another. */
export function hedged({ tokens, against: { references } }: Read): Flag | undefined {
  const isOr = tokens.filter((token) => orWords.has(token.text));
  const right = references.map(({ words }) => words.filter((word) => orWords.has(word)).length);
  const isFew = references.length === 0 || isOr.length < Math.max(...right) + orMore || isOr.length * orEvery < tokens.length;
  if (isFew) return undefined;
  return { id: "hedged", reason: "This offers one answer or another: settle on one.", cap: 0.35, evidence: isOr.map(({ start, end }) => ({ start, end })) };
}

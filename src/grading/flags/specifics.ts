// Room: grading. Stories in which nothing happens that anybody could check. Pure.
import type { Flag } from "../../domain/grade.ts";
import { readNumbers } from "../../language/numbers.ts";
import { sentencesOf } from "../../language/sentences.ts";
import type { Read } from "./read.ts";

/** A story with fewer numbers and names than this could be anybody's: of 67 good stories the least had 5, of 12 that were only written to sound well none had more than 1. */
const fewest = 2;
/** Shorter stories may have had no room. */
const fewestWords = 50;

export function nothingSpecific(read: Read): Flag | undefined {
  if (!read.against.isStory || read.tokens.length < fewestWords || numbersIn(read.text) + namesIn(read) >= fewest) return undefined;
  return { id: "nothing-specific", reason: "This story has no number, no name and no day in it: it could be anybody's.", cap: 0.45 };
}

/** "One" is seldom an amount. */
function numbersIn(text: string): number {
  return readNumbers(text).filter((quantity) => quantity.value !== 1).length;
}

/** Words with a capital within a sentence, but "I". */
function namesIn({ text, tokens }: Read): number {
  const begins = new Set(sentencesOf(text).map(({ start }) => start));
  return tokens.filter((token) => !begins.has(token.start) && !/^i(?:'|$)/.test(token.text) && /^\p{Lu}/u.test(text.slice(token.start, token.end))).length;
}

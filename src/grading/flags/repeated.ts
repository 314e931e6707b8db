// Room: grading. Answers that say the same again and again. Pure.
import type { Flag } from "../../domain/grade.ts";
import { isFunctionWord } from "../../language/common-words.ts";
import { type Read, runsOf, spansOf } from "./read.ts";

/** Words in a row that make an echo. */
const run = 3;
/**
 * From this share of echoed words, and up to this share of new ones among the words that carry meaning, an answer repeats itself.
 * Two and three times the same sentence are always seen; of 4,300 good answers of students, one in 300 ("bulb B is in a closed path, bulb C is in a closed path").
 */
const echoShare = 0.4;
const newShare = 0.65;
/** Fewer words cannot repeat a sentence. */
const fewestWords = 8;

export function repeated({ tokens }: Read): Flag | undefined {
  const words = tokens.map((token) => token.text);
  if (words.length < fewestWords || newWordShare(words) > newShare) return undefined;
  const isEcho = echoesIn(words);
  if (isEcho.reduce((sum, echo) => sum + echo, 0) < words.length * echoShare) return undefined;
  return { id: "repeated", reason: "The same sentence stands there again and again.", cap: 0.15, evidence: spansOf(tokens, isEcho).slice(0, 1) };
}

function newWordShare(words: readonly string[]): number {
  const content = words.filter((word) => !isFunctionWord(word));
  return new Set(content).size / Math.max(1, content.length);
}

/** 1 for each word of a run that stood there before, not counting runs that overlap it. */
function echoesIn(words: readonly string[]): Uint8Array {
  const first = new Map<string, number>();
  const isEcho = new Uint8Array(words.length);
  runsOf(words, run).forEach((words, at) => {
    const before = first.get(words);
    if (before === undefined) first.set(words, at);
    else if (at - before >= run) isEcho.fill(1, at, at + run);
  });
  return isEcho;
}

// Room: grading. How near an answer comes to one or more reference answers: the marking of questions that have no key points. Pure.
import { isFunctionWord, isLightWord } from "../language/common-words.ts";
import { indexOf, likenessOf, type TermIndex, termsOf } from "../language/likeness.ts";
import { type Word, wordsOf } from "../language/words.ts";

export interface AskedByReferences {
  /** The question's wording: its words prove little when they come back. */
  readonly question: string;
  readonly references: readonly string[];
}

/** References taken apart, once for many answers. */
export interface ReadReferences {
  readonly asked: ReadonlySet<string>;
  readonly references: readonly ReadReference[];
}

interface ReadReference {
  readonly index: TermIndex;
  readonly words: number;
  /** Log-odds of an answer that has nothing of it, and of one that is this reference. */
  readonly none: number;
  readonly whole: number;
}

/** What tells right answers from wrong ones, each 0 to 1. */
interface Signs {
  /** How much of the reference is in the answer. */
  readonly recall: number;
  /** The harmonic mean of that and of how much of the answer is the reference's and not the question's. */
  readonly overlap: number;
  /** The answer's length by the reference's. */
  readonly length: number;
}

/**
 * Log-odds of being right: a logistic regression over 10,000 student answers to 200 questions of three public collections, its weights rounded to halves.
 * The base is where right and wrong answers to school questions are told apart best. docs/marking.md has the measurements.
 */
const odds = { base: -1.6, recall: 2.5, overlap: 3.5, length: 1, size: -0.5, choice: -1 } as const;
/** More references than this raise the chance of a match by accident no further. */
const mostChoices = 4;
/** A reference that is hardly more than its question still leaves this much between nothing and all of it. */
const leastRange = 0.5;

// Weights of words. The question's words left out altogether did worse on held-out questions: 0.2 was the safe weight.
const questionWord = 0.2;
const functionWord = 0.2;
const lightWord = 0.5;

/** Takes a question's references apart. */
export function readReferences({ question, references }: AskedByReferences): ReadReferences {
  const asked = new Set(wordsOf(question).flatMap((word) => word.stems));
  return { asked, references: references.map((text) => readReference(text, { asked, choices: references.length })) };
}

function readReference(text: string, { asked, choices }: { readonly asked: ReadonlySet<string>; readonly choices: number }): ReadReference {
  const words = wordsOf(text);
  const index = indexOf(termsOf(words, (word) => weightOf(word, asked)));
  // Even good answers say little of a long reference, and one of many references is met by chance.
  const none = odds.base + odds.size * tidyLog(1 + index.weight) + odds.choice * tidyLog(Math.min(mostChoices, choices));
  const whole = oddsOf(none, signsOf({ recall: 1, confirmed: index.weight, spoken: spokenWeight(words), length: 1 }));
  return { index, words: words.length, none, whole };
}

/** To six decimals: the last digits of a logarithm are the machine's own. */
function tidyLog(value: number): number {
  return Math.round(Math.log(value) * 1e6) / 1e6;
}

function spokenWeight(words: readonly Word[]): number {
  return words.reduce((sum, word) => sum + ownWeight(word), 0);
}

interface Compared {
  readonly recall: number;
  /** Weight of the answer's words that are in the reference, the question's words counting little, and of all its words by themselves. */
  readonly confirmed: number;
  readonly spoken: number;
  readonly length: number;
}

function signsOf({ recall, confirmed, spoken, length }: Compared): Signs {
  const precision = spoken === 0 ? 0 : confirmed / spoken;
  return { recall, overlap: recall + precision === 0 ? 0 : (2 * recall * precision) / (recall + precision), length };
}

function oddsOf(none: number, { recall, overlap, length }: Signs): number {
  return none + odds.recall * recall + odds.overlap * overlap + odds.length * length;
}

/** How right an answer of these words seems by the reference that it comes nearest to: 0 nothing of it, 1 the reference itself, from 0.5 rather right than wrong. */
export function scoreAgainst({ asked, references }: ReadReferences, words: readonly Word[]): number {
  const terms = termsOf(words, (word) => weightOf(word, asked));
  const spoken = spokenWeight(words);
  const scores = references.map((reference) => {
    const { ofIndexed, ofOther } = likenessOf(reference.index, terms);
    const length = Math.min(1, words.length / Math.max(1, reference.words));
    return scaled(oddsOf(reference.none, signsOf({ recall: ofIndexed, confirmed: ofOther * terms.weight, spoken, length })), reference);
  });
  return Math.max(0, ...scores);
}

/** Log-odds as a score: straight from nothing to the middle, and from there to all of it. */
function scaled(found: number, { none, whole }: ReadReference): number {
  const share = found > 0 ? 0.5 + (0.5 * found) / Math.max(leastRange, whole) : 0.5 - (0.5 * found) / none;
  return Math.min(1, Math.max(0, share));
}

function weightOf(word: Word, asked: ReadonlySet<string>): number {
  return word.stems.every((stem) => asked.has(stem)) ? questionWord * ownWeight(word) : ownWeight(word);
}

function ownWeight(word: Word): number {
  if (isFunctionWord(word.text)) return functionWord;
  return isLightWord(word.text) ? lightWord : 1;
}

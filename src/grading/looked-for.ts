// Room: grading. What is looked for in the answers to one question, read once and kept as long as the question. Pure but for that memory.
import type { Abbreviation, KeyPoint, OpenQuestion, Pitfall, RewriteQuestion, StarQuestion } from "../domain/question.ts";
import { starParts } from "../domain/question.ts";
import { isFunctionWord, isLightWord } from "../language/common-words.ts";
import { type Reference, referenceOf, type Vocabulary } from "../language/similarity.ts";
import { type Word, wordsOf } from "../language/words.ts";

/** Kinds that are answered in sentences. */
export type Discussed = OpenQuestion | StarQuestion | RewriteQuestion;

/** A key point or a pitfall with its accepted phrasings, or its samples. */
export interface Target<T> {
  readonly of: T;
  readonly references: readonly Reference[];
}

export interface LookedFor {
  readonly vocabulary: Vocabulary;
  readonly keyPoints: readonly Target<KeyPoint>[];
  readonly pitfalls: readonly Target<Pitfall>[];
  readonly expansions: readonly Expansion[];
}

/** Both ways to write an abbreviation, as words. */
export interface Expansion {
  readonly short: readonly Word[];
  readonly long: readonly Word[];
}

/** Words that the question itself says prove little. Left out altogether they did worse on held-out questions; 0.2 was the safe weight. */
const questionWord = 0.2;
const functionWord = 0.2;
const lightWord = 0.5;

const memory = new WeakMap<Discussed, LookedFor>();

/** What is looked for in answers to this question. Made at the first answer. */
export function lookedForIn(question: Discussed): LookedFor {
  const known = memory.get(question);
  if (known) return known;
  const made = read(question);
  memory.set(question, made);
  return made;
}

/** The key points of a question, for STAR in the order of its parts. */
function keyPointsOf(question: Discussed): readonly KeyPoint[] {
  return question.kind === "star" ? starParts.flatMap((part) => question.parts[part].keyPoints) : question.keyPoints;
}

function read(question: Discussed): LookedFor {
  const vocabulary: Vocabulary = new Map();
  const said = [question.prompt, question.title, question.kind === "rewrite" ? question.weak : ""].join("\n");
  const questionStems = new Set(wordsOf(said).flatMap((word) => word.stems));
  const weightOf = (word: Word) => (isAsked(word, questionStems) ? questionWord : ownWeight(word));
  const keyPoints = keyPointsOf(question).map((point) => ({ of: point, references: referencesOf(point.phrasings, point.text, { vocabulary, weightOf }) }));
  // A pitfall is often said in the question's own words: they keep their weight.
  const pitfalls = question.pitfalls.map((pitfall) => ({
    of: pitfall,
    references: referencesOf(pitfall.samples, undefined, { vocabulary, weightOf: ownWeight }),
  }));
  return { vocabulary, keyPoints, pitfalls, expansions: question.abbreviations.map(expansionOf) };
}

function isAsked(word: Word, questionStems: ReadonlySet<string>): boolean {
  return !isFunctionWord(word.text) && word.stems.every((stem) => questionStems.has(stem));
}

function ownWeight(word: Word): number {
  if (isFunctionWord(word.text)) return functionWord;
  return isLightWord(word.text) ? lightWord : 1;
}

/** A key point without phrasings is looked for by its own text. */
function referencesOf(phrasings: readonly string[], text: string | undefined, into: Parameters<typeof referenceOf>[2]): readonly Reference[] {
  const texts = phrasings.length === 0 && text !== undefined ? [text] : phrasings;
  return texts.map((phrasing) => referenceOf(phrasing, wordsOf(phrasing), into));
}

function expansionOf(abbreviation: Abbreviation): Expansion {
  return { short: wordsOf(abbreviation.short), long: wordsOf(abbreviation.long) };
}

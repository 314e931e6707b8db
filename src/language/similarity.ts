// Room: language. How much of a short reference text is in a stretch of another text. Pure.
// The measure is recall: half by stems, half by the words' letter trigrams (which forgives endings and slips of spelling).
import type { Word } from "./words.ts";

/** Numbers for the stems and trigrams of all references of one question, so that comparing is array reading. */
export type Vocabulary = Map<string, number>;

/** What is looked for. Made once, used for many answers. */
export interface Reference {
  readonly text: string;
  readonly words: readonly Word[];
  readonly stems: Weighted;
  readonly trigrams: Weighted;
}

interface Weighted {
  readonly ids: readonly number[];
  readonly weights: readonly number[];
  readonly total: number;
}

/** What a stretch of an answer has of a vocabulary, and how many words it took. */
export interface Presence {
  readonly has: Uint8Array;
  readonly words: number;
}

/** How much a word counts, 0 to 1. */
export type WeightOf = (word: Word) => number;

/**
 * Added to a reference's weight, so that one of three words counts for less than its share: short references are met by chance.
 * 1 was the best of 0, 0.5, 1 and 2 on the student answers and the decks together.
 */
const smoothing = 1;
/** Words a stretch may have before its length counts against it, and how fast: long stretches meet anything by chance. */
const freeWords = 15;
const lengthPenalty = 0.3;
/** Share of a number's weight for being the right kind of number; the rest is for the right value. */
const kindOfNumber = 0.7;

/** Reads a reference and enters its stems and trigrams in the vocabulary. */
export function referenceOf(text: string, words: readonly Word[], into: { readonly vocabulary: Vocabulary; readonly weightOf: WeightOf }): Reference {
  const stems = new Map<string, number>();
  const trigrams = new Map<string, number>();
  for (const word of words) {
    const weight = into.weightOf(word);
    word.stems.forEach((stem, index) => raise(stems, stem, weight * shareOfStem(word, index)));
    for (const trigram of word.trigrams) raise(trigrams, trigram, weight);
  }
  return { text, words, stems: weighted(stems, into.vocabulary), trigrams: weighted(trigrams, into.vocabulary) };
}

function shareOfStem(word: Word, index: number): number {
  if (word.stems.length === 1) return 1;
  return index === 0 ? kindOfNumber : (1 - kindOfNumber) / (word.stems.length - 1);
}

function raise(weights: Map<string, number>, key: string, weight: number): void {
  weights.set(key, Math.max(weights.get(key) ?? 0, weight));
}

function weighted(weights: ReadonlyMap<string, number>, vocabulary: Vocabulary): Weighted {
  const ids = [...weights.keys()].map((key) => idOf(vocabulary, key));
  const values = [...weights.values()];
  return { ids, weights: values, total: values.reduce((sum, weight) => sum + weight, 0) };
}

function idOf(vocabulary: Vocabulary, key: string): number {
  const known = vocabulary.get(key);
  if (known !== undefined) return known;
  vocabulary.set(key, vocabulary.size);
  return vocabulary.size - 1;
}

/** What these words have of the vocabulary. `count` is the number of words as written, when some were added. */
export function presenceOf(words: readonly Word[], vocabulary: Vocabulary, count = words.length): Presence {
  const has = new Uint8Array(vocabulary.size);
  for (const word of words) {
    enter(has, word.stems, vocabulary);
    enter(has, word.trigrams, vocabulary);
  }
  return { has, words: count };
}

function enter(has: Uint8Array, keys: readonly string[], vocabulary: Vocabulary): void {
  for (const key of keys) {
    const id = vocabulary.get(key);
    if (id !== undefined) has[id] = 1;
  }
}

/** Two neighbouring stretches as one. */
export function joinPresences(first: Presence, second: Presence): Presence {
  const has = first.has.slice();
  for (let id = 0; id < has.length; id += 1) if (second.has[id] === 1) has[id] = 1;
  return { has, words: first.words + second.words };
}

/** How much of the reference is there: 0 to below 1. A short reference cannot reach 1, nor can one in a long stretch. */
export function strengthOf(reference: Reference, presence: Presence): number {
  if (reference.stems.total === 0) return 0;
  const trust = reference.stems.total / (reference.stems.total + smoothing);
  const length = 1 + (lengthPenalty * Math.max(0, presence.words - freeWords)) / freeWords;
  // A reference of numbers alone has no trigrams.
  const stems = recall(reference.stems, presence);
  const both = reference.trigrams.total === 0 ? stems : (stems + recall(reference.trigrams, presence)) / 2;
  return (trust * both) / length;
}

function recall(part: Weighted, presence: Presence): number {
  let found = 0;
  for (let index = 0; index < part.ids.length; index += 1) {
    if (presence.has[part.ids[index] ?? -1] === 1) found += part.weights[index] ?? 0;
  }
  return found / part.total;
}

// Room: language. How near the words of one text come to those of another, word by word, in both directions. Pure but for a memory of words that were taken apart.
import { synonymsOf } from "./synonyms.ts";
import { isQuantity, trigramsOf, type Word } from "./words.ts";

/** A different word of a text, with what all its places count together. */
interface Term {
  readonly word: Word;
  /** Each once. */
  readonly trigrams: readonly string[];
  readonly weight: number;
}

/** A text's different words. Made once, compared with many. */
export interface Terms {
  readonly terms: readonly Term[];
  readonly weight: number;
}

/** Terms that others are held against, found by what they have in common. */
export interface TermIndex extends Terms {
  readonly byStem: Postings;
  readonly bySynonym: Postings;
  readonly byTrigram: Postings;
}

type Postings = ReadonlyMap<string, readonly number[]>;

/** How much of each text's weight the other one has, 0 to 1. */
export interface Likeness {
  readonly ofIndexed: number;
  readonly ofOther: number;
}

const none: readonly never[] = [];

/** A word that can stand for another says half of it at least. */
const synonym = 0.5;
/** Words that share fewer of their letters are no slips of each other: "higher" and "lower" have no more than an ending in common. .2 to .35 measured alike. */
const leastSpelling = 0.3;
/** A number of the right kind with another value: 20 % for 8 %. */
const otherValue = 0.4;

/** The different words of a text; a word counts once for each place. */
export function termsOf(words: readonly Word[], weightOf: (word: Word) => number): Terms {
  const weights = new Map<string, { readonly word: Word; weight: number }>();
  for (const word of words) {
    const known = weights.get(word.text);
    if (known) known.weight += weightOf(word);
    else weights.set(word.text, { word, weight: weightOf(word) });
  }
  const terms = [...weights.values()].map(({ word, weight }) => ({ word, weight, trigrams: partsOf(word) }));
  return { terms, weight: terms.reduce((sum, term) => sum + term.weight, 0) };
}

/** So many words are remembered, and forgotten all together: some five megabytes of trigrams. */
const remembered = 5000;
const parts = new Map<string, readonly string[]>();

/** The trigrams of a word, each once. */
function partsOf(word: Word): readonly string[] {
  if (isQuantity(word)) return none;
  const known = parts.get(word.text);
  if (known) return known;
  const made = [...new Set(trigramsOf(word))];
  if (parts.size >= remembered) parts.clear();
  parts.set(word.text, made);
  return made;
}

/** Makes terms ready to be compared with many others. */
export function indexOf({ terms, weight }: Terms): TermIndex {
  const stemsOf = ({ word }: Term): readonly string[] => word.stems.slice(0, 1);
  return {
    terms,
    weight,
    byStem: postingsOf(terms, stemsOf),
    bySynonym: postingsOf(terms, (term) => stemsOf(term).flatMap(synonymsOf)),
    byTrigram: postingsOf(terms, (term) => term.trigrams),
  };
}

function postingsOf(terms: readonly Term[], keysOf: (term: Term) => readonly string[]): Postings {
  const postings = new Map<string, number[]>();
  terms.forEach((term, index) => {
    for (const key of keysOf(term)) {
      const known = postings.get(key);
      if (known) known.push(index);
      else postings.set(key, [index]);
    }
  });
  return postings;
}

/**
 * How much of two texts is in each other: every word by the one of the other text that is most like it. The same stem is 1, a synonym a half, and other words
 * are as like as their letter trigrams (Dice, from `leastSpelling`), which forgives endings and slips of spelling. Linear in the length of `other`.
 */
export function likenessOf(index: TermIndex, other: Terms): Likeness {
  const nearest = new Float64Array(index.terms.length);
  const likes = new Float64Array(index.terms.length);
  let said = 0;
  for (const term of other.terms) {
    let best = 0;
    for (const at of likesOf(index, term, likes)) {
      const like = likes[at] ?? 0;
      best = Math.max(best, like);
      nearest[at] = Math.max(nearest[at] ?? 0, like);
      likes[at] = 0;
    }
    said += term.weight * best;
  }
  const had = index.terms.reduce((sum, term, at) => sum + term.weight * (nearest[at] ?? 0), 0);
  return { ofIndexed: shareOf(had, index.weight), ofOther: shareOf(said, other.weight) };
}

function shareOf(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

/** The places of the indexed terms that may be like a term; how like each is goes into `likes`, which comes in as zeros. */
function likesOf(index: TermIndex, term: Term, likes: Float64Array): readonly number[] {
  const places = spellingLikes(index, term, likes);
  const stem = term.word.stems[0] ?? "";
  for (const at of placesOf(index.bySynonym, stem)) {
    places.push(at);
    likes[at] = Math.max(likes[at] ?? 0, synonym);
  }
  for (const at of placesOf(index.byStem, stem)) {
    places.push(at);
    likes[at] = sameStem(index.terms[at]?.word.stems ?? [], term.word.stems);
  }
  return places;
}

/** Dice's coefficient of the trigrams, twice those shared by all, where it is more than an ending. */
function spellingLikes(index: TermIndex, { trigrams }: Term, likes: Float64Array): number[] {
  const places: number[] = [];
  for (const trigram of trigrams) {
    for (const at of placesOf(index.byTrigram, trigram)) {
      const shared = likes[at] ?? 0;
      if (shared === 0) places.push(at);
      likes[at] = shared + 1;
    }
  }
  for (const at of places) {
    const like = (2 * (likes[at] ?? 0)) / (trigrams.length + (index.terms[at]?.trigrams.length ?? 0));
    likes[at] = like < leastSpelling ? 0 : like;
  }
  return places;
}

function placesOf(postings: Postings, key: string): readonly number[] {
  return postings.get(key) ?? none;
}

/** Words of one stem are the same; numbers of one kind have a value in common, or they have not. */
function sameStem([, ...values]: readonly string[], [, ...others]: readonly string[]): number {
  return values.length === 0 || values.some((value) => others.includes(value)) ? 1 : otherValue;
}

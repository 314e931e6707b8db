// Room: language. Numbers for the keys that are looked for, and which of them a stretch of text has. Pure.
import { nearestSlip, type SlipIndex, slipIndexOf } from "./slips.ts";
import { isQuantity, type Word } from "./words.ts";

/** Numbers for the stems of all that is looked for in answers to one question, so that comparing is array reading. */
export interface Vocabulary {
  readonly ids: Map<string, number>;
  /** The words as written, with their stems: what a slip of spelling may have meant. */
  readonly words: Map<string, readonly string[]>;
  /** Made with the first word that is not known. */
  slips: SlipIndex | undefined;
}

/** What a stretch of an answer has of a vocabulary, and how many words it took. */
export interface Presence {
  /** The numbers of the keys that are there, each once. */
  readonly ids: readonly number[];
  readonly words: number;
}

/** A vocabulary without a word. */
export function newVocabulary(): Vocabulary {
  return { ids: new Map(), words: new Map(), slips: undefined };
}

/** The number of a key, given now if it has none. */
export function idIn({ ids }: Vocabulary, key: string): number {
  const known = ids.get(key);
  if (known !== undefined) return known;
  ids.set(key, ids.size);
  return ids.size - 1;
}

/** Lets words be known by a slip of spelling too. */
export function learnSpelling(vocabulary: Vocabulary, words: readonly Word[]): void {
  for (const word of words) vocabulary.words.set(word.text, word.stems);
  vocabulary.slips = undefined;
}

/** What these words have of the vocabulary. `count` is the number of words as written, when some were added. */
export function presenceOf(words: readonly Word[], { ids }: Vocabulary, count = words.length): Presence {
  // Stretches are short: looking through a list is then faster than a set.
  const found: number[] = [];
  for (const word of words) {
    for (const stem of word.stems) {
      const id = ids.get(stem);
      if (id !== undefined && !found.includes(id)) found.push(id);
    }
  }
  return { ids: found, words: count };
}

/** The word, with the stems of the known word that it is a slip for where none of its own is known. */
export function meantWord(word: Word, vocabulary: Vocabulary): Word {
  if (isQuantity(word) || word.stems.some((stem) => vocabulary.ids.has(stem))) return word;
  vocabulary.slips ??= slipIndexOf(vocabulary.words.keys());
  const meant = nearestSlip(word.text, vocabulary.slips);
  const stems = meant === undefined ? undefined : vocabulary.words.get(meant);
  return stems ? { text: word.text, stems, start: word.start, end: word.end } : word;
}

/** Two stretches as one. */
export function joinPresences(first: Presence, second: Presence): Presence {
  const ids = first.ids.slice();
  for (const id of second.ids) if (!first.ids.includes(id)) ids.push(id);
  return { ids, words: first.words + second.words };
}

/** Any number of stretches as one. */
export function joinAll(presences: readonly Presence[]): Presence {
  const ids = new Set<number>();
  let words = 0;
  for (const presence of presences) {
    for (const id of presence.ids) ids.add(id);
    words += presence.words;
  }
  return { ids: Array.from(ids), words };
}

// Room: grading. An answer cut into the stretches that are compared with key points. Pure.
import type { Span } from "../domain/span.ts";
import { massesIn } from "../language/bag.ts";
import { joinPresences, meantWord, type Presence, presenceOf } from "../language/vocabulary.ts";
import type { Word } from "../language/words.ts";
import type { Expansion, LookedFor } from "./looked-for.ts";
import type { Sentence } from "./told.ts";

/** A sentence, a part of a long one, or two neighbours of these. */
export interface Window {
  readonly words: readonly Word[];
  readonly presence: Presence;
  /** What it holds of each key point, in their order. */
  readonly masses: Float64Array;
  /** True for two neighbours taken together. */
  readonly isPair: boolean;
}

/** Longest piece in words: who speaks without full stops is still read in pieces. 20 to 40 measured alike. */
const longestPiece = 30;
/** Scraps are read together up to this length: a hundred thousand one-word sentences must not make as many windows. */
const shortPiece = 8;

/** The windows of some sentences, in their order. */
export function windowsOf(sentences: readonly Sentence[], lookedFor: LookedFor): readonly Window[] {
  const windows: Window[] = [];
  const expansions = expansionsFor(sentences, lookedFor);
  let last: Window | undefined;
  for (const piece of piecesOf(sentences)) {
    const words = expand(piece, expansions).map((word) => meantWord(word, lookedFor.vocabulary));
    const presence = presenceOf(words, lookedFor.vocabulary, piece.length);
    const window = { words, presence, masses: massesIn(lookedFor.index, presence), isPair: false };
    windows.push(window);
    if (last) windows.push(pairOf(last, window, lookedFor));
    last = window;
  }
  return windows;
}

function pairOf(first: Window, second: Window, { index }: LookedFor): Window {
  const presence = joinPresences(first.presence, second.presence);
  return { words: [...first.words, ...second.words], presence, masses: massesIn(index, presence), isPair: true };
}

function piecesOf(sentences: readonly Sentence[]): readonly (readonly Word[])[] {
  const pieces: (readonly Word[])[] = [];
  for (const { words } of sentences) {
    const last = pieces.at(-1);
    if (last && last.length + words.length <= shortPiece) pieces[pieces.length - 1] = [...last, ...words];
    else if (words.length > 0) pieces.push(...cut(words));
  }
  return pieces;
}

/** In equal pieces, so that no rest of two words is left over. */
function cut(words: readonly Word[]): readonly (readonly Word[])[] {
  const size = Math.ceil(words.length / Math.ceil(words.length / longestPiece));
  const pieces: (readonly Word[])[] = [];
  for (let at = 0; at < words.length; at += size) pieces.push(words.slice(at, at + size));
  return pieces;
}

/** The abbreviations that some sentences can have, by the first words of both ways to write them. */
function expansionsFor(sentences: readonly Sentence[], { expansions, expandable }: LookedFor): readonly Expansion[] {
  if (expansions.length === 0) return expansions;
  const said = new Set<string | undefined>();
  for (const { words } of sentences) for (const { stems } of words) if (expandable.has(stems[0])) said.add(stems[0]);
  return said.size === 0 ? [] : expansions.filter(({ firsts }) => firsts.some((first) => said.has(first)));
}

/** Adds the other way to write each abbreviation, at the place of the way that was used. */
function expand(words: readonly Word[], expansions: readonly Expansion[]): readonly Word[] {
  if (expansions.length === 0) return words;
  const added = expansions.flatMap(({ short, long }) => [...otherWay(words, short, long), ...otherWay(words, long, short)]);
  return added.length === 0 ? words : [...words, ...added];
}

function otherWay(words: readonly Word[], said: readonly Word[], meant: readonly Word[]): readonly Word[] {
  if (said.length === 0) return [];
  const at = words.findIndex((_, index) => said.every((word, step) => words[index + step]?.stems[0] === word.stems[0]));
  const first = words[at];
  const last = words[at + said.length - 1];
  return first && last ? meant.map((word) => ({ ...word, start: first.start, end: last.end })) : [];
}

/** Where some words stand, from the first to the end of the last. */
export function spanOf(words: readonly Word[]): Span {
  return { start: words[0]?.start ?? 0, end: words.reduce((last, word) => Math.max(last, word.end), 0) };
}

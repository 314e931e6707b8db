// Room: grading. An answer cut into the stretches that are compared with key points. Pure.
import type { Span } from "../domain/span.ts";
import { joinPresences, type Presence, presenceOf } from "../language/vocabulary.ts";
import { sentencesOf } from "../language/sentences.ts";
import { type Word, wordsOf } from "../language/words.ts";
import type { Expansion, LookedFor } from "./looked-for.ts";
import { longestRead } from "./told.ts";

/** A sentence, a part of a long one, or two neighbours of these. */
export interface Window {
  readonly words: readonly Word[];
  readonly presence: Presence;
  /** True for two neighbours taken together. */
  readonly isPair: boolean;
}

/** Longest piece in words: who speaks without full stops is still read in pieces. 20 to 40 measured alike. */
const longestPiece = 30;
/** Scraps are read together up to this length: a hundred thousand one-word sentences must not make as many windows. */
const shortPiece = 8;

/** The windows of a text in its order; places are those of the text plus `offset`. */
export function windowsOf(text: string, lookedFor: LookedFor, offset = 0): readonly Window[] {
  const windows: Window[] = [];
  let last: Window | undefined;
  for (const piece of piecesOf(text, offset)) {
    const words = expand(piece, lookedFor.expansions);
    const window = { words, presence: presenceOf(words, lookedFor.vocabulary, piece.length), isPair: false };
    windows.push(window);
    if (last) windows.push({ words: [...last.words, ...words], presence: joinPresences(last.presence, window.presence), isPair: true });
    last = window;
  }
  return windows;
}

/** Words of the text behind the windows. */
export function wordCount(windows: readonly Window[]): number {
  return windows.reduce((count, window) => count + (window.isPair ? 0 : window.presence.words), 0);
}

function piecesOf(text: string, offset: number): readonly (readonly Word[])[] {
  const pieces: (readonly Word[])[] = [];
  for (const { start, end } of sentencesOf(text.slice(0, longestRead))) {
    const from = start + offset;
    const words = wordsOf(text.slice(start, end)).map((word) => ({ ...word, start: word.start + from, end: word.end + from }));
    const last = pieces.at(-1);
    if (last && last.length + words.length <= shortPiece) pieces[pieces.length - 1] = [...last, ...words];
    else pieces.push(...cut(words));
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

/** Adds the other way to write each abbreviation, at the place of the way that was used. */
function expand(words: readonly Word[], expansions: readonly Expansion[]): readonly Word[] {
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

// Room: language. Words of a text with their places. Pure.

/** A stretch of a text: UTF-16 offsets, end exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** One word. `text` is folded: lower case, no accents, plain apostrophes; the offsets are those of the text as written. */
export interface Token extends Stretch {
  readonly text: string;
}

// A figure keeps its points and commas (8.5, 1,200) and what hangs on it (130k); a word keeps an inner apostrophe.
// No part can be matched in two ways, so that the time is linear for any input.
const tokenPattern = /\p{Nd}+(?:[.,]\p{Nd}+)*[\p{L}\p{M}\p{N}]*|[\p{L}\p{M}\p{N}]+(?:['’ʼ][\p{L}\p{M}\p{N}]+)*/gu;
// The same for texts in ASCII alone, at half the time.
const plainPattern = /[0-9]+(?:[.,][0-9]+)*[A-Za-z0-9]*|[A-Za-z0-9]+(?:'[A-Za-z0-9]+)*/g;
const plainText = /^[\0-\x7f]*$/;
const plainWord = /^[a-z0-9.,']*$/;
const accents = /\p{M}+/gu;
const apostrophes = /[’ʼ]/g;

/** The words of a text in their order. Linear in its length; lone surrogates and symbols are passed over. */
export function tokensOf(text: string): readonly Token[] {
  const isPlain = plainText.test(text);
  return Array.from(text.matchAll(isPlain ? plainPattern : tokenPattern), ({ 0: word, index }) => ({
    text: isPlain ? word.toLowerCase() : foldWord(word),
    start: index,
    end: index + word.length,
  }));
}

/** One word in the form that is compared: lower case, compatibility forms made plain (`Ｎaïve` is `naive`). */
function foldWord(word: string): string {
  const lower = word.toLowerCase();
  return plainWord.test(lower) ? lower : lower.normalize("NFKD").replace(accents, "").replace(apostrophes, "'");
}

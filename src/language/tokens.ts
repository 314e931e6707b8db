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

const plainText = /^[\0-\x7f]*$/;
const plainWord = /^[a-z0-9.,']*$/;
const accents = /\p{M}+/gu;
const apostrophes = /[’ʼ]/g;

/** The words of a text in their order. Linear in its length; lone surrogates and symbols are passed over. */
export function tokensOf(text: string): readonly Token[] {
  if (plainText.test(text)) return plainTokens(text.toLowerCase());
  // A figure keeps its points and commas (8.5, 1,200) and what hangs on it (130k); a word keeps an inner apostrophe.
  // No part can be matched in two ways, so that the time is linear for any input. Here, since a start that has only ASCII need not make it: that takes 1 ms.
  const tokenPattern = /\p{Nd}+(?:[.,]\p{Nd}+)*[\p{L}\p{M}\p{N}]*|[\p{L}\p{M}\p{N}]+(?:['’ʼ][\p{L}\p{M}\p{N}]+)*/gu;
  return Array.from(text.matchAll(tokenPattern), ({ 0: word, index }) => ({ text: foldWord(word), start: index, end: index + word.length }));
}

/** What the pattern finds in a text of small ASCII letters, read letter by letter: most texts are of this kind, and a pattern takes twice the time. */
function plainTokens(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const first = text.charCodeAt(at);
    if (!isPlainLetter(first)) {
      at += 1;
      continue;
    }
    const end = isPlainDigit(first) ? endOfFigure(text, at) : endOfWord(text, at);
    tokens.push({ text: text.slice(at, end), start: at, end });
    at = end;
  }
  return tokens;
}

/** Where the letters and digits from a place on end. */
function endOfRun(text: string, from: number): number {
  let at = from;
  while (isPlainLetter(text.charCodeAt(at))) at += 1;
  return at;
}

function endOfWord(text: string, from: number): number {
  let end = endOfRun(text, from);
  while (text.charCodeAt(end) === apostrophe && isPlainLetter(text.charCodeAt(end + 1))) end = endOfRun(text, end + 1);
  return end;
}

function endOfFigure(text: string, from: number): number {
  let at = from;
  while (isPlainDigit(text.charCodeAt(at)) || (isPoint(text.charCodeAt(at)) && isPlainDigit(text.charCodeAt(at + 1)))) at += 1;
  return endOfRun(text, at);
}

const apostrophe = 0x27;

/** A point or a comma. */
function isPoint(code: number): boolean {
  return code === 0x2e || code === 0x2c;
}

function isPlainDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** A small letter or a digit. */
function isPlainLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || isPlainDigit(code);
}

/** One word in the form that is compared: lower case, compatibility forms made plain (`Ｎaïve` is `naive`). */
function foldWord(word: string): string {
  const lower = word.toLowerCase();
  return plainWord.test(lower) ? lower : lower.normalize("NFKD").replace(accents, "").replace(apostrophes, "'");
}

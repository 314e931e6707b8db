// Room: language. Words that are one slip of the keyboard away from a known word. Pure.

/** Known words by the code of their first letter, in the order in which they became known. */
export type SlipIndex = ReadonlyMap<number, readonly string[]>;

const none: readonly never[] = [];

/** Shorter words have neighbours that mean something else: "stuff" and "staff", "price" and "prize". */
const shortestWord = 6;
/** One letter for another is a slip only in long words: "retail" and "retain" are two words, "retentian" is one. */
const shortestExchange = 9;
/** Words longer than this are no words of a person. */
const longestWord = 30;

/** The index of some words; those too short to tell a slip are left out. */
export function slipIndexOf(words: Iterable<string>): SlipIndex {
  const index = new Map<number, string[]>();
  for (const word of words) {
    if (!isTellable(word)) continue;
    const others = index.get(word.charCodeAt(0));
    if (others) others.push(word);
    else index.set(word.charCodeAt(0), [word]);
  }
  return index;
}

/**
 * The known word that this one is a slip for: a letter missing, doubled or out of turn, in long words a wrong one. The first letter is right, so only the
 * few words that begin with it are looked at. A missing letter goes before the others, and of these the one that stands nearest to the beginning.
 */
export function nearestSlip(word: string, index: SlipIndex): string | undefined {
  const known = isTellable(word) ? (index.get(word.charCodeAt(0)) ?? none) : none;
  let nearest: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const other of known) {
    if (other.length === word.length + 1 && placeTooMuch(other, word) > 0) return other;
    const rank = rankOf(word, other);
    if (rank < least) [nearest, least] = [other, rank];
  }
  return nearest;
}

function isTellable(word: string): boolean {
  return word.length >= shortestWord && word.length <= longestWord;
}

/** How soon a word shows what it is a slip for, where it is one: by the place of its slip, a letter too much before a wrong one. */
function rankOf(word: string, other: string): number {
  const isExchange = other.length === word.length;
  const place = isExchange ? placeExchanged(word, other) : placeTooMuch(word, other);
  return place > 0 ? 2 * place + (isExchange ? 1 : 0) : Number.POSITIVE_INFINITY;
}

/** Where a word has one letter more than the other; 0 where that is not all. */
function placeTooMuch(word: string, other: string): number {
  if (word.length !== other.length + 1) return 0;
  const at = firstDifference(word, other);
  return isEndOf(word, at + 1, other) ? startOfRun(word, at) : 0;
}

/** Where two letters are out of turn, or in long words one is wrong; 0 where that is not all. Both words have the same length. */
function placeExchanged(word: string, other: string): number {
  const at = firstDifference(word, other);
  if (at === word.length) return 0;
  const isWrong = word.length >= shortestExchange && isEndOf(word, at + 1, other);
  const isSwap = word[at] === other[at + 1] && word[at + 1] === other[at] && isEndOf(word, at + 2, other);
  return isWrong || isSwap ? startOfRun(word, at) : 0;
}

function firstDifference(word: string, other: string): number {
  let at = 0;
  while (at < word.length && word.charCodeAt(at) === other.charCodeAt(at)) at += 1;
  return at;
}

/** True where the rest of a word, from a place on, is the end of the other. */
function isEndOf(word: string, from: number, other: string): boolean {
  const shift = other.length - word.length;
  let at = from;
  while (at < word.length && word.charCodeAt(at) === other.charCodeAt(at + shift)) at += 1;
  return at >= word.length;
}

/** Which letter of a run is too much cannot be told: it is the first, but for the first of the word. */
function startOfRun(word: string, at: number): number {
  let start = at;
  while (start > 1 && word[start - 1] === word[start]) start -= 1;
  return start;
}

// Room: language. Numbers written in words, and the words that multiply. Pure.

const small: Readonly<Record<string, number>> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};

const multipliers: Readonly<Record<string, number>> = {
  dozen: 12,
  hundred: 100,
  thousand: 1e3,
  k: 1e3,
  million: 1e6,
  mn: 1e6,
  mio: 1e6,
  mm: 1e6,
  m: 1e6,
  billion: 1e9,
  bn: 1e9,
  b: 1e9,
  trillion: 1e12,
  tn: 1e12,
  t: 1e12,
};

const parts: Readonly<Record<string, number>> = {
  half: 1 / 2,
  halves: 1 / 2,
  third: 1 / 3,
  thirds: 1 / 3,
  quarter: 1 / 4,
  quarters: 1 / 4,
  fifth: 1 / 5,
  fifths: 1 / 5,
  tenth: 1 / 10,
  tenths: 1 / 10,
};

/** Fractions that are one character. */
export const fractionSigns: Readonly<Record<string, number>> = { "½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5, "⅛": 1 / 8 };

/** The words that a number can begin with, and those that make one of "a" and "an". */
export const firstWords: readonly string[] = [...Object.keys(small), "half"];
export const articleWords: readonly string[] = [...Object.keys(multipliers), ...Object.keys(parts)];

function lookUp(table: Readonly<Record<string, number>>, word: string): number | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined;
}

/** What a word after a number multiplies it by: `k`, `million`, `dozen`. Small letters. */
export function multiplierOf(word: string): number | undefined {
  return lookUp(multipliers, word);
}

/** A part of one by its name: `half`, `thirds`. */
export function partOf(word: string): number | undefined {
  return lookUp(parts, word);
}

/** True where a number in words can begin: `ninety`, `a million`. */
export function beginsNumber(word: string, next: string): boolean {
  if (word === "a" || word === "an") return multiplierOf(next) !== undefined;
  return lookUp(small, word) !== undefined;
}

/** What was read and how many words it took. */
export interface WordNumber {
  readonly value: number;
  readonly words: number;
}

interface Sum {
  total: number;
  group: number;
  /** The last word's own size: what follows must be smaller, or it is another number ("two three"). */
  last: number;
  words: number;
}

/** Longest run of number words that is read as one number. */
const longestRun = 12;

/** Reads a number in words at the start of the list: `two hundred and fifty thousand`, `twenty five`, `a million`. Hyphens are taken out before. */
export function readNumberWords(words: readonly string[]): WordNumber | undefined {
  const sum: Sum = { total: 0, group: 0, last: Number.POSITIVE_INFINITY, words: 0 };
  const isArticle = words[0] === "a" || words[0] === "an";
  if (isArticle && multiplierOf(words[1] ?? "") === undefined) return undefined;
  if (isArticle) addSmall(sum, 1);
  while (sum.words < longestRun && addWord(sum, words)) continue;
  return sum.words > (isArticle ? 1 : 0) ? { value: sum.total + sum.group, words: sum.words } : undefined;
}

function addSmall(sum: Sum, value: number): void {
  sum.group += value;
  sum.last = value;
  sum.words += 1;
}

function addWord(sum: Sum, words: readonly string[]): boolean {
  const word = words[sum.words] ?? "";
  const next = words[sum.words + 1] ?? "";
  if (word === "and" && canGoOn(sum, next)) {
    sum.words += 1;
    return true;
  }
  const value = lookUp(small, word);
  if (value !== undefined) return addUnit(sum, value);
  const multiplier = word.length > 2 ? multiplierOf(word) : undefined;
  return multiplier !== undefined && sum.words > 0 && multiply(sum, multiplier);
}

/** The "and" of `two hundred and fifty`. */
function canGoOn(sum: Sum, next: string): boolean {
  return sum.last >= 100 && sum.last !== Number.POSITIVE_INFINITY && lookUp(small, next) !== undefined;
}

/** `twenty` takes `five` but not `twelve`; `hundred` takes both. */
function addUnit(sum: Sum, value: number): boolean {
  const fits = sum.last >= 100 || (sum.last >= 20 && sum.last < 100 && value < 10 && value > 0);
  if (fits) addSmall(sum, value);
  return fits;
}

function multiply(sum: Sum, multiplier: number): boolean {
  if (sum.group === 0) return false;
  if (multiplier === 100 || multiplier === 12) {
    sum.group *= multiplier;
  } else {
    sum.total += sum.group * multiplier;
    sum.group = 0;
  }
  sum.last = multiplier;
  sum.words += 1;
  return true;
}

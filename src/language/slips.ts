// Room: language. Words that are one slip of the keyboard away from a known word. Pure.
// The index is that of SymSpell (Garbe 2012): two words one edit apart share a form with one letter left out.

/** Known words, and the forms that they take when one letter is left out. */
export interface SlipIndex {
  readonly words: ReadonlySet<string>;
  readonly shortened: ReadonlyMap<string, readonly string[]>;
}

/** Shorter words have neighbours that mean something else: "stuff" and "staff", "price" and "prize". */
const shortestWord = 6;
/** One letter for another is a slip only in long words: "retail" and "retain" are two words, "retentian" is one. */
const shortestExchange = 9;
/** Words longer than this are no words of a person. */
const longestWord = 30;

/** The index of some words; those too short to tell a slip are left out. */
export function slipIndexOf(words: Iterable<string>): SlipIndex {
  const known = new Set<string>();
  const shortened = new Map<string, string[]>();
  for (const word of words) {
    if (!isTellable(word)) continue;
    known.add(word);
    for (const form of shortenedForms(word)) {
      const others = shortened.get(form);
      if (others) others.push(word);
      else shortened.set(form, [word]);
    }
  }
  return { words: known, shortened };
}

/** The known word that this one is a slip for: a letter missing, doubled or out of turn, in long words a wrong one. The first letter is right. */
export function nearestSlip(word: string, { words, shortened }: SlipIndex): string | undefined {
  if (!isTellable(word)) return undefined;
  const missing = shortened.get(word)?.[0];
  if (missing !== undefined) return missing;
  for (const form of shortenedForms(word)) {
    if (words.has(form)) return form;
    const other = shortened.get(form)?.find((candidate) => candidate.length === word.length && isExchange(word, candidate));
    if (other !== undefined) return other;
  }
  return undefined;
}

function isTellable(word: string): boolean {
  return word.length >= shortestWord && word.length <= longestWord;
}

/** The word with one letter left out, each but the first. */
function shortenedForms(word: string): readonly string[] {
  const forms: string[] = [];
  for (let at = 1; at < word.length; at += 1) if (at === 1 || word[at] !== word[at - 1]) forms.push(word.slice(0, at) + word.slice(at + 1));
  return forms;
}

/** Two letters out of turn; in long words one letter for another. Both words have the same length. */
function isExchange(word: string, other: string): boolean {
  const differing = [...word].flatMap((letter, at) => (letter === other[at] ? [] : [at]));
  const [first, second] = differing;
  if (first === undefined || first === 0) return false;
  if (differing.length === 1) return word.length >= shortestExchange;
  return differing.length === 2 && second === first + 1 && word[first] === other[second] && word[second] === other[first];
}

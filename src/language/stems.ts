// Room: language. Stems of English words. Pure but for a memory of words that were cut.
// The algorithm is M. F. Porter's, "An algorithm for suffix stripping", Program 14(3), 1980, pages 130-137,
// with the two departures that the author's own later versions make (bli, logi).

type Rule = readonly [suffix: string, replacement: string];
/** Most words have none of the suffixes, which their last letter tells. */
type Rules = ReadonlyMap<string, readonly Rule[]>;

function byLastLetter(rules: readonly Rule[]): Rules {
  const groups = new Map<string, Rule[]>();
  for (const rule of rules) {
    const last = rule[0].slice(-1);
    groups.set(last, [...(groups.get(last) ?? []), rule]);
  }
  return groups;
}

const plurals: readonly Rule[] = [
  ["sses", "ss"],
  ["ies", "i"],
  ["ss", "ss"],
  ["s", ""],
];

const doubles = byLastLetter([
  ["ational", "ate"],
  ["tional", "tion"],
  ["enci", "ence"],
  ["anci", "ance"],
  ["izer", "ize"],
  ["bli", "ble"],
  ["alli", "al"],
  ["entli", "ent"],
  ["eli", "e"],
  ["ousli", "ous"],
  ["ization", "ize"],
  ["ation", "ate"],
  ["ator", "ate"],
  ["alism", "al"],
  ["iveness", "ive"],
  ["fulness", "ful"],
  ["ousness", "ous"],
  ["aliti", "al"],
  ["iviti", "ive"],
  ["biliti", "ble"],
  ["logi", "log"],
]);

const adjectives = byLastLetter([
  ["icate", "ic"],
  ["ative", ""],
  ["alize", "al"],
  ["iciti", "ic"],
  ["ical", "ic"],
  ["ful", ""],
  ["ness", ""],
]);

// Longest first where one ends in another: "ement" before "ment" before "ent".
const endings = byLastLetter(
  ["ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ion", "ism", "ate", "iti", "ous", "ive", "ize", "al", "er", "ic", "ou"].map(
    (ending): Rule => [ending, ""],
  ),
);

/** Longer words than any dictionary holds are left alone, so that hostile input costs nothing. */
const longest = 40;
const englishWord = /^[a-z]{3,}$/;

/** Words that are remembered, and forgotten all together, so that hostile input fills nothing. */
const remembered = 10_000;
const known = new Map<string, string>();

/** The stem of a folded word. Words that are short, long, or not of a to z come back as they are, without a possessive `'s`. */
export function stemOf(word: string): string {
  const bare = word.endsWith("'s") ? word.slice(0, -2) : word;
  if (bare.length > longest) return bare;
  const found = known.get(bare);
  if (found !== undefined) return found;
  const stem = englishWord.test(bare) ? stripped(bare) : bare;
  if (known.size >= remembered) known.clear();
  known.set(bare, stem);
  return stem;
}

function stripped(bare: string): string {
  const stem = replaceLongest(endY(dropPast(replaceFirst(bare, plurals))), doubles);
  return dropE(dropEnding(replaceLongest(stem, adjectives)));
}

function isConsonant(word: string, index: number): boolean {
  const letter = word.charAt(index);
  if (letter === "y") return index === 0 || !isConsonant(word, index - 1);
  return !"aeiou".includes(letter);
}

/** Porter's m: how many times vowels are followed by consonants. */
function measure(stem: string): number {
  let count = 0;
  for (let index = 1; index < stem.length; index += 1) {
    if (isConsonant(stem, index) && !isConsonant(stem, index - 1)) count += 1;
  }
  return count;
}

function hasVowel(stem: string): boolean {
  for (let index = 0; index < stem.length; index += 1) if (!isConsonant(stem, index)) return true;
  return false;
}

function endsDouble(stem: string): boolean {
  const last = stem.length - 1;
  return last > 0 && stem.charAt(last) === stem.charAt(last - 1) && isConsonant(stem, last);
}

/** Consonant, vowel, consonant at the end, and the last is not w, x or y: hop, but not snow. */
function endsShort(stem: string): boolean {
  const last = stem.length - 1;
  return last > 1 && isConsonant(stem, last) && !isConsonant(stem, last - 1) && isConsonant(stem, last - 2) && !"wxy".includes(stem.charAt(last));
}

function replaceFirst(word: string, rules: readonly Rule[]): string {
  const rule = rules.find(([suffix]) => word.endsWith(suffix));
  return rule ? word.slice(0, -rule[0].length) + rule[1] : word;
}

/** The longest suffix decides, and changes the word only after a stem with m above 0. */
function replaceLongest(word: string, rules: Rules): string {
  let best: Rule | undefined;
  for (const rule of rulesFor(word, rules)) if (word.endsWith(rule[0]) && rule[0].length > (best?.[0].length ?? 0)) best = rule;
  if (!best) return word;
  const stem = word.slice(0, -best[0].length);
  return measure(stem) > 0 ? stem + best[1] : word;
}

function rulesFor(word: string, rules: Rules): readonly Rule[] {
  return rules.get(word.charAt(word.length - 1)) ?? [];
}

function dropPast(word: string): string {
  if (word.endsWith("eed")) return measure(word.slice(0, -3)) > 0 ? word.slice(0, -1) : word;
  const suffix = ["ed", "ing"].find((ending) => word.endsWith(ending));
  if (suffix === undefined) return word;
  const stem = word.slice(0, -suffix.length);
  return hasVowel(stem) ? mendPast(stem) : word;
}

function mendPast(stem: string): string {
  if (/(?:at|bl|iz)$/.test(stem)) return `${stem}e`;
  if (endsDouble(stem) && !/[lsz]$/.test(stem)) return stem.slice(0, -1);
  return measure(stem) === 1 && endsShort(stem) ? `${stem}e` : stem;
}

function endY(word: string): string {
  return word.endsWith("y") && hasVowel(word.slice(0, -1)) ? `${word.slice(0, -1)}i` : word;
}

function dropEnding(word: string): string {
  const [ending] = rulesFor(word, endings).find(([suffix]) => word.endsWith(suffix)) ?? [];
  if (ending === undefined) return word;
  const stem = word.slice(0, -ending.length);
  if (ending === "ion" && !/[st]$/.test(stem)) return word;
  return measure(stem) > 1 ? stem : word;
}

function dropE(word: string): string {
  const stem = word.slice(0, -1);
  const isSpare = word.endsWith("e") && (measure(stem) > 1 || (measure(stem) === 1 && !endsShort(stem)));
  const bare = isSpare ? stem : word;
  return bare.endsWith("ll") && measure(bare) > 1 ? bare.slice(0, -1) : bare;
}

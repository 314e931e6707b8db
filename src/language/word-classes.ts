// Room: language. Kinds of words by what may stand beside them: the classes of the word-order table. Pure but for a memory of words that were looked at.

/** Words that keep the same company are one class: a small corpus then says enough about each. In the order of the table's rows. */
const named: readonly string[] = [
  "the",
  "a an",
  "my your his our their its",
  "her",
  "i i'd i'll i've i'm",
  "we we'd we'll we've",
  "he she they they'd they'll they're she'd he'd",
  "you you'd you'll",
  "it it's that's there's",
  "me him us",
  "them",
  "this that",
  "these those",
  "there here",
  "and",
  "or nor",
  "but",
  "if because while although though since unless whether",
  "so then",
  "as",
  "than",
  "of",
  "to",
  "in into within",
  "for",
  "with without",
  "on onto upon",
  "at",
  "by",
  "from",
  "about over under between after before during until against through across per",
  "up down out off away back",
  "is was isn't wasn't",
  "are were aren't weren't",
  "be",
  "been being",
  "do did does",
  "don't didn't doesn't can't couldn't won't wouldn't isn't",
  "have had has haven't hadn't",
  "will would can could should may might must shall",
  "not never",
  "no",
  "who which",
  "what",
  "when where",
  "how why",
  "all both each every any some",
  "many much most more few less fewer several",
  "one two three four five six seven eight nine ten twenty thirty forty fifty hundred thousand million half",
  "same other own next last first only second third such",
  "just also still even now always once again already",
  "very too really quite rather almost",
  "another",
  "day days week weeks month months year years hour hours minute minutes time times",
  "percent cent",
  "make made take took get got give gave put set keep kept use used find found",
  "go went come came",
  "say said tell told ask asked know knew known think thought mean means",
  "see saw show showed look looked want wanted need needed try tried start started let help helped",
  "thing things way people part lot kind number end point",
];

const figure = named.length;
/** A letter that is a name: bulb B, event A. */
export const loneLetter = figure + 1;
const byEnding = loneLetter + 1;

/** Endings that tell what a word does in a sentence, tried in this order on words of five letters and more. */
const endings: readonly RegExp[] = [
  /ing$/,
  /ed$/,
  /ly$/,
  /(?:[ts]ion|ment|ness|ity|ance|ence|ism|ship)s?$/,
  /[eo]rs?$/,
  /(?:al|ive|ous|ful|ic|able|ible|ary|less|[ae]nt)$/,
  /[^s]s$/,
];

const byLength = byEnding + endings.length;

/** A pause within a sentence. */
export const pause = byLength + 3;
/** Where a sentence begins or ends. */
export const stop = pause + 1;
/** What could be either of two classes: it says nothing. */
export const unsure = stop + 1;
/** How many classes there are. */
export const classCount = unsure + 1;

const classesByName: ReadonlyMap<string, number> = new Map(named.flatMap((names, index) => names.split(" ").map((name): [string, number] => [name, index])));

/** True for the classes of words that are known by their look alone: figures, names, most nouns, verbs and adjectives. */
export function isContent(wordClass: number): boolean {
  return wordClass >= figure && wordClass < pause;
}

/** True for the words that have a class by name. Takes a folded word. */
export function isNamed(word: string): boolean {
  return classesByName.has(word);
}

/** So many words are remembered by their look, and forgotten all together, so that hostile input fills nothing; longer ones are not. */
const remembered = 10_000;
const longest = 40;
const classesByLook = new Map<string, number>();

/** The class of a folded word. */
export function classOf(word: string): number {
  const known = classesByName.get(word) ?? classesByLook.get(word);
  if (known !== undefined) return known;
  const made = classByLook(word);
  if (classesByLook.size >= remembered) classesByLook.clear();
  if (word.length <= longest) classesByLook.set(word, made);
  return made;
}

function classByLook(word: string): number {
  if (word <= ":") return figure;
  if (word.length === 1) return loneLetter;
  const ending = word.length > 4 ? endings.findIndex((end) => end.test(word)) : -1;
  if (ending >= 0) return byEnding + ending;
  if (word.length <= 4) return byLength;
  return word.length <= 7 ? byLength + 1 : byLength + 2;
}

// Room: language. English words that say little by themselves. Pure.

const functionWords = new Set(
  (
    "a an the and or but if so as at by for from in into of on onto to up with without about over under than then that this these those there here it its it's is are was were be been being am " +
    "do does did done don't doesn't didn't have has had having will would can could can't should may might must shall not no nor i i'd i'm i've i'll me my we we'd we've we'll our us you your he she " +
    "they them their his her who whom which what when where why how all any each every some more most much many few such only own same too very just also both between out off down again once because " +
    "while before after during through until against"
  ).split(" "),
);

// The verbs and nouns of any talk about work. Half a weight to them: measured on 64 deck questions, it lets fewer answers to
// other questions through at the same share of right ones found.
const lightWords = new Set(
  (
    "make made making take took taken taking get got getting use used using work works worked working say says said tell told know knew known think thought want wanted need needs needed see saw seen look " +
    "looked go goes went going come came give gave given put start started set keep kept let try tried ask asked find found show showed shown mean means meant time times way ways thing things people " +
    "person team teams day days week weeks month months year years first last next new good better best well number numbers part parts kind lot little big small bit even still never always now back " +
    "really able right sure whole end side point points one two three four five half someone something everyone everything nobody nothing anyone anything change changed help helped call called run ran plan"
  ).split(" "),
);

/** True for articles, pronouns, prepositions, auxiliaries: the words that hold a sentence together. Takes a folded word. */
export function isFunctionWord(word: string): boolean {
  return functionWords.has(word);
}

/** True for content words that occur in talk about anything: `make`, `team`, `week`. Takes a folded word. */
export function isLightWord(word: string): boolean {
  return lightWords.has(word);
}

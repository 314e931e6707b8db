// Room: grading. What kind of answer was given to a question about the past: a story, an opinion or a self-description. Pure but for a memory of questions.
import type { Span } from "../domain/span.ts";
import type { Discussed } from "./looked-for.ts";
import type { Sentence } from "./told.ts";

/**
 * What people answer when asked for something that happened: of 62 real interviews' answers to such questions only 23 % were stories
 * (A. Bangerter, P. Corvalan & C. Cavin, "Storytelling in the selection interview? How applicants respond to past behavior questions",
 * Journal of Business and Psychology 29, 2014).
 */
export type AnswerKind = "story" | "opinion" | "self-description";

interface Reading {
  readonly kind: AnswerKind;
  /** The sentences that show it. */
  readonly evidence: readonly Span[];
}

/** `-ed` words that tell of no past. */
const noPast = new Set(
  "need based used related need supposed indeed speed feed exceed succeed proceed breed seed embed bed red shed hundred unneeded detailed experienced motivated passionate dedicated organized interested skilled".split(
    " ",
  ),
);
const pastVerbs = new Set(
  (
    "was were wasn't weren't had hadn't did didn't went made took got gave found told said wrote ran saw knew thought brought kept left met sent fell rose grew led lost won spent chose began became came drew held sat " +
    "stood understood taught bought sold paid felt heard broke spoke built rebuilt couldn't could caught threw wore"
  ).split(" "),
);
const opinion =
  /\b(?:in my (?:opinion|view)|it(?:'s| is) (?:\w+ )?(?:important|essential|crucial|key|vital)|(?:you|one|people|teams|companies|everyone) (?:should|must|need to|have to|ought)|i (?:would|'d)|i['’]d|i (?:think|believe|feel) (?:that )?(?:it|you|one|people|teams|every))\b/i;
const selfDescription =
  /\b(?:i(?:['’]m| am) (?:an? |very |quite |really |always |someone |the (?:kind|type|sort) |good at |known |passionate|driven|hands-on)|i (?:\w+ )?(?:always|usually|often|generally|typically|tend to|like to|love|enjoy|pride)|my (?:style|approach|strength|philosophy|colleagues|team) (?:\w+ )?(?:is|are|would)|i have (?:always|strong|good|great|excellent))\b/i;

/** A sentence in four that tells of the past makes a story: people explain and look back within theirs. */
const pastShare = 0.25;

/** The kind of answer that these sentences make. In doubt it is a story: a false alarm is worse than a miss. */
export function answerKindOf(sentences: readonly Sentence[]): Reading {
  const past = sentences.filter(tellsPast);
  const opinions = sentences.filter((sentence) => opinion.test(sentence.text));
  const selves = sentences.filter((sentence) => selfDescription.test(sentence.text));
  const others = opinions.length + selves.length;
  if (others === 0 || past.length >= sentences.length * pastShare) return { kind: "story", evidence: spansOf(past) };
  return opinions.length >= selves.length ? { kind: "opinion", evidence: spansOf(opinions) } : { kind: "self-description", evidence: spansOf(selves) };
}

/** How a sentence says what kind it is: `an opinion`. */
export function tellAnswerKind(kind: AnswerKind): string {
  return { story: "a story", opinion: "an opinion", "self-description": "a description of yourself" }[kind];
}

/** True for a verb of the past: `told`, `asked`. Takes a folded word. */
function isPastVerb(word: string): boolean {
  return pastVerbs.has(word) || (word.length > 3 && word.endsWith("ed") && !noPast.has(word));
}

/** `Was`, `had` and `wanted` tell how things stood. */
const states = new Set("was were had wasn't weren't hadn't could couldn't wanted needed thought felt knew".split(" "));

/** True for a verb of the past that tells a deed. Takes a folded word. */
export function isDeedVerb(word: string): boolean {
  return isPastVerb(word) && !states.has(word);
}

/** What asks for something that the person did: not `describe a metric that you would use`. */
const askedForPast =
  /\b(?:(?:tell (?:me|us) about|talk (?:me through|about)|describe|give (?:me |us )?(?:an?|one) (?:\w+ )?example of)\b[^.?!]{1,80}\byou(?:r|['’]ve)?\b(?! (?:would|will|could|can|might|should|do|are|want|need)\b)|a time (?:when|that|you)|have you ever|what did you do|your (?:part|role) in)\b/i;
const toldOfOneself = /\bI(?: \w+ly)? (\w+)/g;

const memory = new WeakMap<Discussed, boolean>();

/** True where a story about oneself is asked for: STAR, a prompt that asks for the past, a weak answer that tells of own deeds. */
export function asksForStory(question: Discussed): boolean {
  const known = memory.get(question);
  if (known !== undefined) return known;
  const asks = readsAsStory(question);
  memory.set(question, asks);
  return asks;
}

function readsAsStory(question: Discussed): boolean {
  if (question.kind === "star") return true;
  if (question.kind === "open") return askedForPast.test(`${question.title}\n${question.prompt}`);
  return Array.from(question.weak.matchAll(toldOfOneself)).some(([, verb = ""]) => isDeedVerb(verb));
}

function tellsPast({ words }: Sentence): boolean {
  return words.some(({ text }) => isPastVerb(text));
}

function spansOf(sentences: readonly Sentence[]): readonly Span[] {
  return sentences.map(({ start, end }) => ({ start, end }));
}

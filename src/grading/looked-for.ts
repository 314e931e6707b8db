// Room: grading. What is looked for in the answers to one question, read once and kept as long as the question. Pure but for that memory.
import type { Abbreviation, KeyPoint, OpenQuestion, Pitfall, RewriteQuestion, StarQuestion } from "../domain/question.ts";
import { keyPointsOf } from "../domain/question.ts";
import { type Bag, type BagIndex, bagOf, indexBags, type Way } from "../language/bag.ts";
import { isFunctionWord } from "../language/common-words.ts";
import { newVocabulary, type Vocabulary } from "../language/vocabulary.ts";
import { type Word, wordsOf } from "../language/words.ts";
import { type Subject, subjectOf } from "./subject.ts";

/** Kinds that are answered in sentences. */
export type Discussed = OpenQuestion | StarQuestion | RewriteQuestion;

/** A key point or a pitfall with the words of its accepted phrasings, or of its samples. */
export interface Target<T> {
  readonly of: T;
  readonly bag: Bag;
}

export interface LookedFor {
  readonly vocabulary: Vocabulary;
  readonly keyPoints: readonly Target<KeyPoint>[];
  /** Of the bags of the key points, in their order. */
  readonly index: BagIndex;
  readonly pitfalls: readonly Target<Pitfall>[];
  readonly subject: Subject;
  readonly expansions: readonly Expansion[];
  /** The stems that an abbreviation begins with, either way. */
  readonly expandable: ReadonlySet<string | undefined>;
}

/** Both ways to write an abbreviation, as words, and the stems that they begin with. */
export interface Expansion {
  readonly short: readonly Word[];
  readonly long: readonly Word[];
  readonly firsts: readonly (string | undefined)[];
}

/** Words that the question itself says prove little. Left out altogether they did worse on held-out questions; 0.2 was the safe weight. */
const questionWord = 0.2;
/** Articles and prepositions tell a little of how a thing is said: 0.15 was the best of 0 to 0.3 on the labelled answers, by little. */
const functionWord = 0.15;

const memory = new WeakMap<Discussed, LookedFor>();
const wordings = new WeakMap<Discussed, Wording>();

/** What is looked for in answers to this question. Made at the first answer. */
export function lookedForIn(question: Discussed): LookedFor {
  return remembered(memory, question, read);
}

/** The subject of a question alone, without what its key points are found by: for questions that an answer is only compared with. */
export function subjectIn(question: Discussed): Subject {
  return (memory.get(question) ?? remembered(wordings, question, wordingOf)).subject;
}

function remembered<T>(known: WeakMap<Discussed, T>, question: Discussed, make: (question: Discussed) => T): T {
  const found = known.get(question);
  if (found !== undefined) return found;
  const made = make(question);
  known.set(question, made);
  return made;
}

/** A question and its key points, taken apart into words. Kept only until all that is looked for is read. */
interface Wording {
  readonly said: readonly Word[];
  readonly points: readonly { readonly of: KeyPoint; readonly ways: readonly Way[]; readonly heading: Way }[];
  readonly subject: Subject;
}

function wordingOf(question: Discussed): Wording {
  const said = wordsOf([question.prompt, question.title, question.kind === "rewrite" ? question.weak : ""].join("\n"));
  const points = keyPointsOf(question).map((point) => ({ of: point, ways: point.phrasings.map(wayOf).filter(saysSomething), heading: wayOf(point.text) }));
  const known = points.flatMap(({ ways, heading }) => [...ways, heading]).flatMap(({ words }) => words);
  return { said, points, subject: subjectOf({ asked: said, known: [...said, ...known] }) };
}

function read(question: Discussed): LookedFor {
  const vocabulary = newVocabulary();
  const { said, points, subject } = wordings.get(question) ?? wordingOf(question);
  // All that is still wanted of it is the subject, and that goes over.
  wordings.delete(question);
  const questionStems = new Set(said.flatMap((word) => word.stems));
  const weightOf = (word: Word) => (isFunctionWord(word.text) ? functionWord : word.stems.every((stem) => questionStems.has(stem)) ? questionWord : 1);
  const into = { vocabulary, weightOf };
  const keyPoints = points.map(({ of, ways, heading }) => ({ of, bag: bagOf({ ways, heading: saysSomething(heading) ? heading : undefined }, into) }));
  // A pitfall is often said in the question's own words: they keep their weight.
  const pitfalls = question.pitfalls.map((pitfall) => ({ of: pitfall, bag: bagOf({ ways: pitfall.samples.map(wayOf) }, { vocabulary, weightOf: ownWeight }) }));
  const index = indexBags(keyPoints.map(({ bag }) => bag));
  const expansions = question.abbreviations.map(expansionOf);
  return { vocabulary, keyPoints, index, pitfalls, subject, expansions, expandable: new Set(expansions.flatMap(({ firsts }) => firsts)) };
}

function ownWeight(word: Word): number {
  return isFunctionWord(word.text) ? functionWord : 1;
}

function wayOf(text: string): Way {
  return { text, words: wordsOf(text) };
}

/** A phrasing of articles and prepositions would be met by any answer, and make those beside it easier to meet: it does not count. */
function saysSomething({ words }: Way): boolean {
  return words.some((word) => !isFunctionWord(word.text));
}

function expansionOf(abbreviation: Abbreviation): Expansion {
  const short = wordsOf(abbreviation.short);
  const long = wordsOf(abbreviation.long);
  return { short, long, firsts: [short[0]?.stems[0], long[0]?.stems[0]] };
}

// Room: grading. Whether an answer fits another question of the same stock far better than the one that was asked. Pure but for a memory of the stock.
import type { Stock } from "../domain/case.ts";
import { questionsOf } from "../domain/framework-practice.ts";
import { keyPointsOf, type Question, type QuestionId } from "../domain/question.ts";
import { eachRoot, rootsOf } from "../language/roots.ts";
import { meanStrength, storyReading, usualReading } from "./key-points.ts";
import { type Discussed, lookedForIn } from "./looked-for.ts";
import { stemsOf, timesChance } from "./subject.ts";
import type { Said } from "./told.ts";
import { windowsOf } from "./windows.ts";

/** A question that an answer fits better than the one that was asked. */
export interface BetterFit {
  readonly id: QuestionId;
  readonly title: string;
  /** By how much, in what `fitOf` gives; greater than 0. */
  readonly lead: number;
}

/** The questions of a stock that are answered in sentences, and which of them know a root. */
interface Index {
  readonly questions: readonly Discussed[];
  /** The square roots of their numbers of roots. */
  readonly norms: Float64Array;
  /** The places of the questions that know a root, in their order. */
  readonly having: ReadonlyMap<number, readonly number[]>;
}

/** So many questions are read whole; of 287 model answers 286 have their own among the first two. */
const mostRead = 4;
/** What the mean strength of the points counts beside the words in common. 2 to 4 measured alike, see docs/marking.md. */
const strengthCounts = 3;

const memory = new WeakMap<Stock, Index>();

/** The question of the stock that the answer fits best, where that is not the one that was asked. The same on every machine with the same stock. */
export function betterFit(asked: Discussed, said: Said, stock: Stock): BetterFit | undefined {
  const likely = likelierThan(asked, rootsOf(said.text), stock);
  if (likely.length === 0) return undefined;
  const stems = stemsOf(said.words);
  const own = timesOf(asked, stems);
  const nearer = likely.map((question) => ({ question, times: timesOf(question, stems) })).filter(({ times }) => times > own);
  if (nearer.length === 0) return undefined;
  const ownFit = fitOf({ question: asked, times: own }, said);
  return nearer
    .map((near) => ({ id: near.question.id, title: near.question.title, lead: Math.round((fitOf(near, said) - ownFit) * 1e9) / 1e9 }))
    .reduce<BetterFit | undefined>((best, one) => (one.lead > (best?.lead ?? 0) ? one : best), undefined);
}

interface Near {
  readonly question: Discussed;
  /** Words in common, in multiples of chance. */
  readonly times: number;
}

function timesOf(question: Discussed, said: ReadonlySet<string>): number {
  return timesChance(lookedForIn(question).subject, said) ?? 0;
}

/** How far an answer fits a question. Stories are read whole here: who answers another question does not tell it by the parts of this one. */
function fitOf({ question, times }: Near, { sentences }: Said): number {
  const lookedFor = lookedForIn(question);
  return times + strengthCounts * meanStrength(lookedFor, windowsOf(sentences, lookedFor), question.kind === "star" ? storyReading : usualReading);
}

/** The questions that share more with the answer than the one that was asked, the likeliest first. */
function likelierThan(asked: Discussed, said: ReadonlySet<number>, stock: Stock): readonly Discussed[] {
  const index = indexOf(stock);
  const { questions } = index;
  const likely = likeliness(said, index);
  return placesOver(likely[questions.indexOf(asked)] ?? likelinessOf(asked, said, index), likely)
    .toSorted((a, b) => (likely[b] ?? 0) - (likely[a] ?? 0))
    .flatMap((at) => questions[at] ?? [])
    .filter(({ id }) => !isMadeOf(asked.id, id))
    .slice(0, mostRead);
}

/** What each question shares with the answer, for its size. Plain loops: every answer goes through all questions here. */
function likeliness(said: ReadonlySet<number>, { questions, norms, having }: Index): Float64Array {
  const likely = new Float64Array(questions.length);
  for (const root of said) {
    const those = having.get(root) ?? [];
    const counts = rarity(those.length, questions.length);
    // What half of the questions know tells nothing, and is most of what there is to go through.
    if (counts === 0) continue;
    for (const at of those) likely[at] = (likely[at] ?? 0) + counts;
  }
  for (let at = 0; at < likely.length; at += 1) likely[at] = (likely[at] ?? 0) / (norms[at] ?? 1);
  return likely;
}

function placesOver(least: number, likely: Float64Array): readonly number[] {
  const places: number[] = [];
  for (let at = 0; at < likely.length; at += 1) if ((likely[at] ?? 0) > least) places.push(at);
  return places;
}

/** The same of a question that is not in the stock as it stands: one that was drawn, or made of another. */
function likelinessOf(asked: Discussed, said: ReadonlySet<number>, { questions, having }: Index): number {
  const own = rootsOf(wordsKnown(asked));
  let shared = 0;
  for (const root of said) if (own.has(root)) shared += rarity(having.get(root)?.length ?? 1, questions.length);
  return shared / Math.sqrt(own.size);
}

/** What a root counts that so many of all questions have: one more each time that it is half as frequent. In whole numbers, which are the same everywhere. */
function rarity(having: number, all: number): number {
  return Math.clz32(having) - Math.clz32(all);
}

/** The short form of a story's prompt is made of the prompt, and is no other question. */
function isMadeOf(asked: QuestionId, other: QuestionId): boolean {
  return asked === other || asked.startsWith(`${other}/`);
}

function indexOf(stock: Stock): Index {
  const known = memory.get(stock);
  if (known) return known;
  const made = indexed([...stock.decks.flatMap((deck) => deck.questions), ...stock.frameworks.flatMap(questionsOf)].filter(isDiscussed));
  memory.set(stock, made);
  return made;
}

function isDiscussed(question: Question): question is Discussed {
  return question.kind === "open" || question.kind === "star" || question.kind === "rewrite";
}

/** Each root is noted with the questions that know it; one whose last question is this one was noted for it before. */
function indexed(questions: readonly Discussed[]): Index {
  const having = new Map<number, number[]>();
  const norms = Float64Array.from(questions, (question, at) => {
    let roots = 0;
    eachRoot(wordsKnown(question), (root) => {
      const known = having.get(root);
      if (known?.at(-1) === at) return;
      roots += 1;
      if (known) known.push(at);
      else having.set(root, [at]);
    });
    return Math.sqrt(roots);
  });
  return { questions, norms, having };
}

/** The question, and all that is looked for in its answers. */
function wordsKnown(question: Discussed): string {
  const points = keyPointsOf(question).flatMap(({ text, phrasings }) => [text, ...phrasings]);
  return [question.prompt, question.title, question.kind === "rewrite" ? question.weak : "", ...points].join("\n");
}

// Room: grading. Whether an answer fits another question of the same stock far better than the one that was asked. Pure but for a memory of the stock.
import type { Stock } from "../domain/case.ts";
import { questionsOf } from "../domain/framework-practice.ts";
import { keyPointsOf, type Question, type QuestionId } from "../domain/question.ts";
import { rootsOf } from "../language/roots.ts";
import { markKeyPoints, storyReading, usualReading } from "./key-points.ts";
import { type Discussed, lookedForIn } from "./looked-for.ts";
import { weightOf } from "./marking.ts";
import { toldBy } from "./subject.ts";
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
  readonly roots: readonly ReadonlySet<string>[];
  /** The square roots of their numbers of roots. */
  readonly norms: Float64Array;
  readonly having: ReadonlyMap<string, readonly number[]>;
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
  const own = fitOf(asked, said);
  return likely
    .map((question) => ({ question, fit: fitOf(question, said) }))
    .filter(({ fit }) => fit.times > own.times)
    .map(({ question: { id, title }, fit }) => ({ id, title, lead: Math.round((totalFit(fit) - totalFit(own)) * 1e9) / 1e9 }))
    .reduce<BetterFit | undefined>((best, one) => (one.lead > (best?.lead ?? 0) ? one : best), undefined);
}

interface Fit {
  /** Words in common, in multiples of chance. */
  readonly times: number;
  /** The mean strength of the points, by weight, 0 to 1. */
  readonly strength: number;
}

function totalFit({ times, strength }: Fit): number {
  return times + strengthCounts * strength;
}

/** How far an answer fits a question. Stories are read whole here: who answers another question does not tell it by the parts of this one. */
function fitOf(question: Discussed, { sentences }: Said): Fit {
  const lookedFor = lookedForIn(question);
  const { met } = markKeyPoints(lookedFor, windowsOf(sentences, lookedFor), question.kind === "star" ? storyReading : usualReading);
  const weight = met.reduce((sum, { mark }) => sum + weightOf(mark), 0);
  const strength = met.reduce((sum, { mark }) => sum + weightOf(mark) * mark.strength, 0) / Math.max(1, weight);
  const { times = 0 } = toldBy(
    lookedFor.subject,
    sentences.flatMap(({ words }) => words),
  );
  return { times, strength };
}

/** The questions that share more with the answer than the one that was asked, the likeliest first. */
function likelierThan(asked: Discussed, said: ReadonlySet<string>, stock: Stock): readonly Discussed[] {
  const index = indexOf(stock);
  const { questions, roots } = index;
  const own = roots[questions.indexOf(asked)] ?? rootsOf(wordsKnown(asked));
  const likely = likeliness(said, index);
  return placesOver(sharedOf(own, said, index) / Math.sqrt(own.size), likely)
    .toSorted((a, b) => (likely[b] ?? 0) - (likely[a] ?? 0))
    .flatMap((at) => questions[at] ?? [])
    .filter(({ id }) => !isMadeOf(asked.id, id))
    .slice(0, mostRead);
}

/** What each question shares with the answer, for its size. Plain loops: every answer goes through all questions here. */
function likeliness(said: ReadonlySet<string>, { questions, norms, having }: Index): Float64Array {
  const likely = new Float64Array(questions.length);
  for (const root of said) {
    const those = having.get(root) ?? [];
    const counts = rarity(those.length, questions.length);
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

function sharedOf(own: ReadonlySet<string>, said: ReadonlySet<string>, { questions, having }: Index): number {
  let shared = 0;
  for (const root of said) if (own.has(root)) shared += rarity(having.get(root)?.length ?? 1, questions.length);
  return shared;
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

function indexed(questions: readonly Discussed[]): Index {
  const having = new Map<string, number[]>();
  const roots = questions.map((question) => rootsOf(wordsKnown(question)));
  roots.forEach((those, at) => {
    for (const root of those) {
      const known = having.get(root);
      if (known) known.push(at);
      else having.set(root, [at]);
    }
  });
  return { questions, roots, norms: Float64Array.from(roots, ({ size }) => Math.sqrt(size)), having };
}

/** The question, and all that is looked for in its answers. */
function wordsKnown(question: Discussed): string {
  const points = keyPointsOf(question).flatMap(({ text, phrasings }) => [text, ...phrasings]);
  return [question.prompt, question.title, question.kind === "rewrite" ? question.weak : "", ...points].join("\n");
}

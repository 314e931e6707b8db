// Room: grading. Whether an answer fits another question of the same stock far better than the one that was asked. Pure but for a memory of the stock.
import type { Stock } from "../domain/case.ts";
import type { QuestionId } from "../domain/question.ts";
import { rootsOf } from "../language/roots.ts";
import { meanStrength, storyReading, usualReading } from "./key-points.ts";
import { type Discussed, lookedForIn, subjectIn } from "./looked-for.ts";
import { type RootIndex, rootIndexOf, rowOf, stretchOf, wordsKnown } from "./root-index.ts";
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

/** So many questions are read whole; of 287 model answers 286 have their own among the first two. */
const mostRead = 4;
/** What the mean strength of the points counts beside the words in common. 2 to 4 measured alike, see docs/marking.md. */
const strengthCounts = 3;

const memory = new WeakMap<Stock, RootIndex>();

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
  return timesChance(subjectIn(question), said) ?? 0;
}

/** How far an answer fits a question. Stories are read whole here: who answers another question does not tell it by the parts of this one. */
function fitOf({ question, times }: Near, { sentences }: Said): number {
  const lookedFor = lookedForIn(question);
  return times + strengthCounts * meanStrength(lookedFor, windowsOf(sentences, lookedFor), question.kind === "star" ? storyReading : usualReading);
}

/** The questions that share more with the answer than the one that was asked, the likeliest first. */
function likelierThan(asked: Discussed, said: ReadonlySet<number>, stock: Stock): readonly Discussed[] {
  const index = indexOf(stock);
  const likely = likeliness(said, index);
  const rows = rowsOver(likely[rowOf(index, asked.id)] ?? likelinessOf(asked, said, index), likely).toSorted((a, b) => (likely[b] ?? 0) - (likely[a] ?? 0));
  const found: Discussed[] = [];
  for (const row of rows) {
    const question = index.question(row);
    if (question && !isMadeOf(asked.id, question.id)) found.push(question);
    if (found.length === mostRead) break;
  }
  return found;
}

/** What each question shares with the answer, for its size. Plain loops: every answer goes through all questions here. */
function likeliness(said: ReadonlySet<number>, index: RootIndex): Float64Array {
  const { sizes, rows } = index;
  const likely = new Float64Array(sizes.length);
  for (const root of said) {
    const { from, to } = stretchOf(index, root);
    const counts = rarity(to - from, sizes.length);
    // What half of the questions know tells nothing, and is most of what there is to go through.
    if (counts === 0) continue;
    for (let at = from; at < to; at += 1) likely[rows[at] as number] = (likely[rows[at] as number] as number) + counts;
  }
  for (let row = 0; row < likely.length; row += 1) likely[row] = (likely[row] as number) / Math.sqrt(sizes[row] as number);
  return likely;
}

function rowsOver(least: number, likely: Float64Array): readonly number[] {
  const rows: number[] = [];
  for (let row = 0; row < likely.length; row += 1) if ((likely[row] as number) > least) rows.push(row);
  return rows;
}

/** The same of a question that is not in the stock as it stands: one that was made of another. */
function likelinessOf(asked: Discussed, said: ReadonlySet<number>, index: RootIndex): number {
  const own = rootsOf(wordsKnown(asked));
  let shared = 0;
  for (const root of said) {
    const { from, to } = stretchOf(index, root);
    // A root that the stock does not know is known to this question alone.
    if (own.has(root)) shared += rarity(Math.max(1, to - from), index.sizes.length);
  }
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

function indexOf(stock: Stock): RootIndex {
  const known = memory.get(stock);
  if (known) return known;
  const made = rootIndexOf(stock);
  memory.set(stock, made);
  return made;
}

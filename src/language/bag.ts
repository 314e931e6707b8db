// Room: language. The words of several ways to say one thing, so that an answer may mix them. Pure.
import { idIn, learnSpelling, type Presence, type Vocabulary } from "./vocabulary.ts";
import type { Word } from "./words.ts";

/** One way to say it. */
export interface Way {
  readonly text: string;
  readonly words: readonly Word[];
}

/** A way as the bag has it. */
interface WayIn {
  readonly text: string;
  /** The numbers of its stems, each once. */
  readonly ids: readonly number[];
  /** What they weigh in the bag. */
  readonly mass: number;
}

/** Stems of all the ways together. Made once, used for many answers. */
export interface Bag {
  readonly ways: readonly WayIn[];
  /** The numbers of its stems, each once. */
  readonly ids: readonly number[];
  /** By the number of a stem; 0 for stems of others. */
  readonly weights: Float64Array;
  /** What one way weighs on average. */
  readonly usual: number;
  /** What all of them weigh together. */
  readonly total: number;
}

/** How much a word counts, 0 to 1. */
export type WeightOf = (word: Word) => number;

/** A stem that several ways have counts more, by this power of their number. 0 to 1 measured alike on 42 labelled questions; a half was among the best. */
const shared = 0.5;
/** Share of a number's weight for being the right kind of number; the rest is for the right value. */
const kindOfNumber = 0.7;
/** Words a stretch may have before its length counts against it, and how fast: long stretches meet anything by chance. */
const freeWords = 15;
const lengthPenalty = 0.3;

/** The bag of some ways to say one thing. `heading` names it in words that may come back too; alone, it is the one way. */
export function bagOf(
  { ways, heading }: { readonly ways: readonly Way[]; readonly heading?: Way | undefined },
  { vocabulary, weightOf }: { readonly vocabulary: Vocabulary; readonly weightOf: WeightOf },
): Bag {
  const all = heading ? [...ways, heading] : ways;
  const known = new Map<string, StemIn>();
  const stemsOfWays = all.map((way, index) => stemsIn(way.words, { known, way: index, vocabulary, weightOf }));
  for (const { words } of all) learnSpelling(vocabulary, words);
  const stems = [...known.values()];
  for (const stem of stems) stem.weight *= stem.times ** shared;
  const masses = stemsOfWays.map(massOfStems);
  const usual = masses.slice(0, Math.max(1, ways.length));
  return {
    ways: all.map(({ text }, index) => ({ text, ids: (stemsOfWays[index] ?? []).map(idOf), mass: masses[index] ?? 0 })),
    ids: stems.map(idOf),
    weights: byId(stems),
    usual: usual.length === 0 ? 0 : usual.reduce((sum, mass) => sum + mass, 0) / usual.length,
    total: massOfStems(stems),
  };
}

/** A stem while its bag is made. */
interface StemIn {
  readonly id: number;
  /** The most that it counts in any way. */
  weight: number;
  /** The ways that have it, and the last of them. */
  times: number;
  last: number;
}

interface Making {
  readonly known: Map<string, StemIn>;
  readonly way: number;
  readonly vocabulary: Vocabulary;
  readonly weightOf: WeightOf;
}

/** The stems of a way, each once. */
function stemsIn(words: readonly Word[], making: Making): readonly StemIn[] {
  const own: StemIn[] = [];
  for (const word of words) {
    const weight = making.weightOf(word);
    for (let index = 0; index < word.stems.length; index += 1) {
      const stem = stemIn(word.stems[index] ?? "", making);
      stem.weight = Math.max(stem.weight, weight * shareOfStem(word, index));
      if (stem.last === making.way) continue;
      stem.last = making.way;
      stem.times += 1;
      own.push(stem);
    }
  }
  return own;
}

function stemIn(text: string, { known, vocabulary }: Making): StemIn {
  const found = known.get(text);
  if (found) return found;
  const made = { id: idIn(vocabulary, text), weight: 0, times: 0, last: -1 };
  known.set(text, made);
  return made;
}

function idOf({ id }: StemIn): number {
  return id;
}

function massOfStems(stems: readonly StemIn[]): number {
  let mass = 0;
  for (const { weight } of stems) mass += weight;
  return mass;
}

function byId(stems: readonly StemIn[]): Float64Array {
  const dense = new Float64Array(1 + stems.reduce((most, { id }) => Math.max(most, id), -1));
  for (const { id, weight } of stems) dense[id] = weight;
  return dense;
}

function shareOfStem(word: Word, index: number): number {
  if (word.stems.length === 1) return 1;
  return index === 0 ? kindOfNumber : (1 - kindOfNumber) / (word.stems.length - 1);
}

/** Several bags by the stems that they have: most stems of an answer are in few bags. */
export interface BagIndex {
  readonly count: number;
  /** Where in `bags` and `weights` the entries of a stem begin, by its number; those of the next begin where they end. */
  readonly starts: Int32Array;
  readonly bags: Int32Array;
  readonly weights: Float64Array;
}

/** The index of some bags of one vocabulary. */
export function indexBags(bags: readonly Bag[]): BagIndex {
  const starts = startsOf(bags);
  const next = starts.slice();
  const size = starts.at(-1) ?? 0;
  const index = { count: bags.length, starts, bags: new Int32Array(size), weights: new Float64Array(size) };
  for (const [at, bag] of bags.entries()) {
    for (const id of bag.ids) {
      const place = next[id] ?? 0;
      index.bags[place] = at;
      index.weights[place] = weightIn(bag, id);
      next[id] = place + 1;
    }
  }
  return index;
}

function startsOf(bags: readonly Bag[]): Int32Array {
  const starts = new Int32Array(1 + bags.reduce((most, { weights }) => Math.max(most, weights.length), 0));
  for (const { ids } of bags) for (const id of ids) starts[id + 1] = (starts[id + 1] ?? 0) + 1;
  for (let id = 1; id < starts.length; id += 1) starts[id] = (starts[id] ?? 0) + (starts[id - 1] ?? 0);
  return starts;
}

/** What a stretch holds of each bag, in their order. */
export function massesIn({ count, starts, bags, weights }: BagIndex, { ids }: Presence): Float64Array {
  const masses = new Float64Array(count);
  for (const id of ids) {
    const end = starts[id + 1] ?? 0;
    for (let at = starts[id] ?? 0; at < end; at += 1) {
      const bag = bags[at] ?? 0;
      masses[bag] = (masses[bag] ?? 0) + (weights[at] ?? 0);
    }
  }
  return masses;
}

/** How much of one usual way a stretch holds: 0 for none of its words, about 1 for a whole phrasing, above where ways are mixed. `mass` is what it holds of the bag. */
export function nearnessOf(bag: Bag, presence: Presence, mass = massOf(bag, presence.ids)): number {
  if (bag.usual === 0) return 0;
  const length = 1 + (lengthPenalty * Math.max(0, presence.words - freeWords)) / freeWords;
  return mass / bag.usual / length;
}

/** A stretch, and how much a word counts that stands in it, 0 to 1. */
export interface Counted {
  readonly presence: Presence;
  readonly worth: number;
}

/** Share of the whole bag that the stretches hold between them, 0 to 1; each word counts as in the best place that it stands in. */
export function shareOf(bag: Bag, stretches: readonly Counted[]): number {
  const worths = new Map<number, number>();
  for (const { presence, worth } of stretches) {
    for (const id of presence.ids) if (weightIn(bag, id) > 0) worths.set(id, Math.max(worth, worths.get(id) ?? 0));
  }
  let mass = 0;
  for (const [id, worth] of worths) mass += worth * weightIn(bag, id);
  return bag.total === 0 ? 0 : mass / bag.total;
}

/** What a stem counts in a bag: 0 when it is not in it. */
export function weightIn({ weights }: Bag, id: number): number {
  return id < weights.length ? (weights[id] ?? 0) : 0;
}

function massOf(bag: Bag, ids: readonly number[]): number {
  let mass = 0;
  for (const id of ids) mass += weightIn(bag, id);
  return mass;
}

/** Shares this near are the same: the first way then stands for all. */
const tie = 1e-9;

/** The way that has most of its own words in the stretch; undefined where none has any. The weights are those of the bag. */
export function nearestWay(bag: Bag, { ids }: Presence): Pick<Way, "text"> | undefined {
  const isThere = new Uint8Array(bag.weights.length);
  for (const id of ids) if (id < isThere.length) isThere[id] = 1;
  let best: { readonly way: WayIn; readonly share: number } | undefined;
  for (const way of bag.ways) {
    const share = massThere(way, bag, isThere) / way.mass;
    if (share > (best?.share ?? 0) + tie) best = { way, share };
  }
  return best?.way;
}

function massThere(way: WayIn, { weights }: Bag, isThere: Uint8Array): number {
  let mass = 0;
  for (const id of way.ids) if (isThere[id] === 1) mass += weights[id] ?? 0;
  return mass;
}

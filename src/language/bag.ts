// Room: language. The words of several ways to say one thing, so that an answer may mix them. Pure.
import { idIn, learnSpelling, type Presence, type Vocabulary } from "./vocabulary.ts";
import type { Word } from "./words.ts";

/** One way to say it. */
export interface Way {
  readonly text: string;
  readonly words: readonly Word[];
}

/** A way as the bag has it. */
interface WayIn extends Way {
  /** What its stems weigh in the bag. */
  readonly mass: number;
}

/** Stems of all the ways together. Made once, used for many answers. */
export interface Bag {
  readonly ways: readonly WayIn[];
  /** By the number of a stem; 0 for stems of others. */
  readonly weights: Float64Array;
  /** The indexes of the ways that have a stem, by its number. */
  readonly waysWith: readonly (readonly number[] | undefined)[];
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
  into: { readonly vocabulary: Vocabulary; readonly weightOf: WeightOf },
): Bag {
  const all = heading ? [...ways, heading] : ways;
  const stemsOfWays = all.map(({ words }) => weighed(words, into.weightOf));
  const weights = new Map<string, number>();
  const times = new Map<string, number>();
  for (const stems of stemsOfWays) {
    for (const [stem, weight] of stems) {
      weights.set(stem, Math.max(weights.get(stem) ?? 0, weight));
      times.set(stem, (times.get(stem) ?? 0) + 1);
    }
  }
  for (const { words } of all) learnSpelling(into.vocabulary, words);
  for (const [stem, weight] of weights) weights.set(stem, weight * (times.get(stem) ?? 1) ** shared);
  const masses = stemsOfWays.map((stems) => sum([...stems.keys()].map((stem) => weights.get(stem) ?? 0)));
  const usual = masses.slice(0, Math.max(1, ways.length));
  return {
    ways: all.map((way, index) => ({ ...way, mass: masses[index] ?? 0 })),
    weights: byId(weights, into.vocabulary),
    waysWith: waysById(stemsOfWays, into.vocabulary),
    usual: usual.length === 0 ? 0 : sum(usual) / usual.length,
    total: sum([...weights.values()]),
  };
}

function waysById(stemsOfWays: readonly ReadonlyMap<string, number>[], vocabulary: Vocabulary): Bag["waysWith"] {
  const ways: (number[] | undefined)[] = [];
  for (const [index, stems] of stemsOfWays.entries()) {
    for (const stem of stems.keys()) {
      const id = idIn(vocabulary, stem);
      while (ways.length <= id) ways.push(undefined);
      const known = ways[id];
      if (known) known.push(index);
      else ways[id] = [index];
    }
  }
  return ways;
}

function byId(weights: ReadonlyMap<string, number>, vocabulary: Vocabulary): Float64Array {
  const known = [...weights].map(([stem, weight]) => [idIn(vocabulary, stem), weight] as const);
  const dense = new Float64Array(1 + known.reduce((most, [id]) => Math.max(most, id), -1));
  for (const [id, weight] of known) dense[id] = weight;
  return dense;
}

function weighed(words: readonly Word[], weightOf: WeightOf): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  for (const word of words) {
    const weight = weightOf(word);
    word.stems.forEach((stem, index) => weights.set(stem, Math.max(weights.get(stem) ?? 0, weight * shareOfStem(word, index))));
  }
  return weights;
}

function shareOfStem(word: Word, index: number): number {
  if (word.stems.length === 1) return 1;
  return index === 0 ? kindOfNumber : (1 - kindOfNumber) / (word.stems.length - 1);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
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
  const size = bags.reduce((most, { weights }) => Math.max(most, weights.length), 0);
  const starts = new Int32Array(size + 1);
  const entries: { readonly bag: number; readonly weight: number }[] = [];
  for (let id = 0; id < size; id += 1) {
    bags.forEach((bag, index) => {
      const weight = weightIn(bag, id);
      if (weight > 0) entries.push({ bag: index, weight });
    });
    starts[id + 1] = entries.length;
  }
  return { count: bags.length, starts, bags: Int32Array.from(entries, ({ bag }) => bag), weights: Float64Array.from(entries, ({ weight }) => weight) };
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
export function nearestWay(bag: Bag, presence: Presence): Way | undefined {
  const there = massesOf(bag, presence);
  let best: { readonly way: Way; readonly share: number } | undefined;
  for (const [index, way] of bag.ways.entries()) {
    const share = (there[index] ?? 0) / way.mass;
    if (share > (best?.share ?? 0) + tie) best = { way, share };
  }
  return best?.way;
}

/** What each way has of its own in the stretch. */
function massesOf(bag: Bag, presence: Presence): Float64Array {
  const masses = new Float64Array(bag.ways.length);
  for (const id of presence.ids) {
    const ways = id < bag.waysWith.length ? bag.waysWith[id] : undefined;
    if (ways === undefined) continue;
    const weight = weightIn(bag, id);
    for (const way of ways) masses[way] = (masses[way] ?? 0) + weight;
  }
  return masses;
}

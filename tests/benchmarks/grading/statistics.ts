// Room: tests. The statistics of agreement, and how sure they are. Pure; chance comes from a seed.
import { chanceFrom, drawIndex } from "../../../src/domain/chance.ts";

/** A mark beside what a person gave. */
export interface Pair {
  readonly mark: number;
  readonly given: number;
}

/** A statistic with the middle 95 % of what it is when questions are drawn anew. */
export interface Interval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Pearson's correlation, -1 to 1; 0 when one side does not vary. */
export function pearson(pairs: readonly Pair[]): number {
  const marks = mean(pairs.map(({ mark }) => mark));
  const given = mean(pairs.map((pair) => pair.given));
  const sum = (of: (pair: Pair) => number): number => pairs.reduce((total, pair) => total + of(pair), 0);
  const both = sum((pair) => (pair.mark - marks) * (pair.given - given));
  const spread = Math.sqrt(sum((pair) => (pair.mark - marks) ** 2) * sum((pair) => (pair.given - given) ** 2));
  return spread === 0 ? 0 : both / spread;
}

/** The mean of the F1 of right and of wrong, 0 to 1, where marks from 0.5 say right. */
export function macroF1(pairs: readonly Pair[]): number {
  const f1 = (isRight: boolean): number => {
    const said = pairs.filter(({ mark }) => mark >= 0.5 === isRight).length;
    const are = pairs.filter(({ given }) => given >= 0.5 === isRight).length;
    const both = pairs.filter(({ mark, given }) => mark >= 0.5 === isRight && given >= 0.5 === isRight).length;
    return said + are === 0 ? 0 : (2 * both) / (said + are);
  };
  return (f1(true) + f1(false)) / 2;
}

/** Two readings of one thing, each a step on the same scale from 0. */
export type Readings = readonly [first: number, second: number];

/** How far two steps are apart: 0 the same, 1 as far as can be. */
export type Distance = (first: number, second: number) => number;

/** Cohen's kappa, weighted by a distance (0/1: the plain one): 1 full agreement, 0 what chance would give; 1 when there is nothing to disagree about. */
export function kappa(readings: readonly Readings[], distance: Distance): number {
  const count = (side: 0 | 1): ReadonlyMap<number, number> => {
    const counts = new Map<number, number>();
    for (const reading of readings) counts.set(reading[side], (counts.get(reading[side]) ?? 0) + 1 / readings.length);
    return counts;
  };
  const seconds = [...count(1)];
  const expected = [...count(0)].reduce(
    (sum, [first, share]) => sum + seconds.reduce((part, [second, other]) => part + share * other * distance(first, second), 0),
    0,
  );
  const observed = mean(readings.map(([first, second]) => distance(first, second)));
  return expected === 0 ? 1 : 1 - observed / expected;
}

const draws = 1000;
const seed = 1;

/** A statistic over groups (questions) with its 95 % interval: whole groups are drawn anew, as answers to one question are not independent. Needs a group. */
export function bootstrap<T>(groups: readonly (readonly T[])[], statistic: (items: readonly T[]) => number): Interval {
  const chance = chanceFrom(seed);
  const drawn = Array.from({ length: draws }, () => statistic(groups.flatMap(() => groups[drawIndex(chance, groups.length)] ?? [])));
  const sorted = drawn.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(draws - 1, Math.floor(share * draws))] ?? Number.NaN;
  return { value: statistic(groups.flat()), low: at(0.025), high: at(0.975) };
}

/** Items in groups of the same name, in the order of their first. */
export function groupBy<T>(items: readonly T[], nameOf: (item: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const known = groups.get(nameOf(item));
    if (known) known.push(item);
    else groups.set(nameOf(item), [item]);
  }
  return [...groups.values()];
}

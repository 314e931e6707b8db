// Room: progress. Whether readiness before real rounds told how they would end. Pure.
import { type Ended, fewestEnded, type Prediction } from "../domain/prediction.ts";

/** Compares rounds that went through with those that did not. */
export function predictionOf(ended: readonly Ended[]): Prediction | undefined {
  const through = ended.filter(({ isThrough }) => isThrough).map(({ before }) => before);
  const not = ended.filter(({ isThrough }) => !isThrough).map(({ before }) => before);
  if (ended.length < fewestEnded || through.length === 0 || not.length === 0) return undefined;
  const rightPairs = through.reduce((sum, high) => sum + not.reduce((part, low) => part + (Math.sign(high - low) + 1) / 2, 0), 0);
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    through,
    not,
    meanThrough: mean(through),
    meanNot: mean(not),
    pairs: through.length * not.length,
    rightPairs,
    byChance: atLeast(rightPairs, through.length, not.length),
  };
}

/** The share of all orders of so many rounds in which at least so many pairs are right. */
function atLeast(right: number, through: number, not: number): number {
  const ways = waysTo(through, not);
  const all = ways.reduce((sum, count) => sum + count, 0);
  return ways.slice(Math.ceil(right)).reduce((sum, count) => sum + count, 0) / all;
}

/** How many orders of `first` and `second` things have 0, 1, 2, … pairs in which one of the first stands higher: built up by the thing that stands highest. */
function waysTo(first: number, second: number): readonly number[] {
  // Row by row of `first`; each cell holds the counts for that many of `second`.
  let rows: readonly (readonly number[])[] = Array.from({ length: second + 1 }, () => [1]);
  for (let count = 1; count <= first; count += 1) {
    const next: (readonly number[])[] = [[1]];
    for (let others = 1; others <= second; others += 1) {
      const highestIsFirst = [...Array.from({ length: others }, () => 0), ...(rows[others] ?? [])];
      const highestIsSecond = next[others - 1] ?? [];
      next.push(Array.from({ length: count * others + 1 }, (_, pairs) => (highestIsFirst[pairs] ?? 0) + (highestIsSecond[pairs] ?? 0)));
    }
    rows = next;
  }
  return rows[second] ?? [];
}

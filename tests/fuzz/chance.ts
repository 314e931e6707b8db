// Room: tests. Chance that is the same again from the same seed, and quick.

/** A whole number from 0 to below its argument. */
export type Chance = (below: number) => number;

/** Marsaglia's xorshift32. */
export function createChance(seed: number): Chance {
  let state = seed | 0 || 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return Math.floor(((state >>> 0) / 2 ** 32) * below);
  };
}

export function pick<T>(from: readonly T[], chance: Chance): T {
  return from[chance(from.length)] as T;
}

// Room: domain. Chance as an argument: the same seed gives the same draw on any machine.

/** Gives a number from 0 (inclusive) to 1 (exclusive). */
export type Chance = () => number;

/** Mulberry32 (Tommy Ettinger, public domain): 32 bits of state, good enough to shuffle and draw. `seed` is taken modulo 2^32. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A whole number from 0 to below `count`. */
export function drawIndex(chance: Chance, count: number): number {
  return Math.floor(chance() * count);
}

/** A shuffled copy (Fisher-Yates). */
export function shuffle<T>(items: readonly T[], chance: Chance): T[] {
  const copy = [...items];
  for (let last = copy.length - 1; last > 0; last -= 1) {
    const other = drawIndex(chance, last + 1);
    const held = copy[last] as T;
    copy[last] = copy[other] as T;
    copy[other] = held;
  }
  return copy;
}

/** A seed made of a text and a number, so that each question of a session draws its own case (FNV-1a, 32 bits). */
export function seedOf(text: string, seed: number): number {
  let hash = (0x811c9dc5 ^ seed) >>> 0;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return hash;
}

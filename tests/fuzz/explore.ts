// Room: tests. One reader tried with texts that grow out of those which reached something new.
import type { Chance } from "./chance.ts";
import { invent, longest, mutate } from "./mutate.ts";
import type { Target } from "./target.ts";

/** A text for which a claim did not hold, and why. */
export interface Fault {
  readonly target: string;
  readonly text: string;
  readonly why: string;
}

/** How often each branch of src was taken since the last text; the bundle counts into it. */
export interface Counts {
  readonly counts: Uint8Array;
}

/** What a text is tried with. */
export interface Trial extends Counts {
  /** Milliseconds of processor time so far. */
  time(): number;
  /** Learns the text before it is tried. */
  before(text: string): void;
}

/** One reader on its way. */
export interface Exploration {
  readonly target: Target;
  /** Those to make new ones from. */
  readonly texts: string[];
  /** For each branch, which numbers of times it was taken so far: a bit each for 1, 2, 3, 4 to 7 and so on. */
  readonly seen: Uint8Array;
  tried: number;
  /** Milliseconds of processor time, in all and for the slowest text. */
  spent: number;
  slowest: number;
}

/** Most texts kept of a reader: an old one gives way. */
const mostKept = 400;
/** Milliseconds of processor time that no text may take. */
const longestTime = 1_000;

/** Begins with the texts of the corpus. */
export async function openExploration(target: Target, corpus: readonly string[], { counts }: Counts): Promise<Exploration> {
  const exploration: Exploration = { target, texts: [], seen: new Uint8Array(counts.length), tried: 0, spent: 0, slowest: 0 };
  for (const text of ["", ...corpus]) {
    counts.fill(0);
    await target.run(text);
    if (reachesNew(exploration.seen, counts) || exploration.texts.length === 0) exploration.texts.push(text);
  }
  return exploration;
}

/** Tries one new text; the fault, where one is found. */
export async function tryOne(exploration: Exploration, chance: Chance, { counts, time, before }: Trial): Promise<Fault | undefined> {
  const { target, texts, seen } = exploration;
  const material = { texts, words: target.words };
  const text = chance(20) === 0 ? invent(material, chance) : mutate(material, chance);
  before(text);
  counts.fill(0);
  const { why: fault, took } = await runOnce(target, text, time);
  exploration.tried += 1;
  exploration.spent += took;
  exploration.slowest = Math.max(exploration.slowest, took);
  const why = fault ?? (await tooSlow(target, text, { took, time }));
  if (why !== undefined) return { target: target.name, text, why };
  if (text.length < longest / 2 && reachesNew(seen, counts)) {
    if (texts.length < mostKept) texts.push(text);
    else texts[1 + chance(mostKept - 1)] = text;
  }
  return undefined;
}

async function runOnce({ run }: Target, text: string, time: () => number): Promise<{ readonly why: string | undefined; readonly took: number }> {
  const began = time();
  let why: string | undefined;
  try {
    await run(text);
  } catch (error) {
    why = error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
  return { why, took: time() - began };
}

/** Why the text is too slow; undefined where it is not. It is read again twice: what disturbs a reading makes it longer, never shorter. */
async function tooSlow(target: Target, text: string, first: { readonly took: number; readonly time: () => number }): Promise<string | undefined> {
  let { took } = first;
  for (let left = 2; left > 0 && took > longestTime; left -= 1) took = Math.min(took, (await runOnce(target, text, first.time)).took);
  return took > longestTime ? `took ${Math.round(took)} ms for ${text.length} letters` : undefined;
}

/** True when a branch was taken that never was, or a new number of times. */
function reachesNew(seen: Uint8Array, counts: Uint8Array): boolean {
  let isNew = false;
  for (let index = 0; index < counts.length; index += 1) {
    const count = counts[index] as number;
    if (count === 0) continue;
    const bit = bitOf(count);
    if (((seen[index] as number) & bit) !== 0) continue;
    seen[index] = (seen[index] as number) | bit;
    isNew = true;
  }
  return isNew;
}

function bitOf(count: number): number {
  if (count < 4) return 1 << (count - 1);
  return count < 8 ? 8 : count < 16 ? 16 : count < 32 ? 32 : count < 128 ? 64 : 128;
}

/** The fault's text made shorter while it stays a fault. */
export async function shorten(target: Target, fault: Fault): Promise<string> {
  let text = fault.text;
  for (let piece = Math.ceil(text.length / 2); piece >= 1; piece = piece === 1 ? 0 : Math.ceil(piece / 2)) {
    for (let start = 0; start < text.length;) {
      const shorter = text.slice(0, start) + text.slice(start + piece);
      if (await fails(target, shorter)) text = shorter;
      else start += piece;
    }
  }
  return text;
}

async function fails({ run }: Target, text: string): Promise<boolean> {
  try {
    await run(text);
    return false;
  } catch {
    return true;
  }
}

// Room: language. Whether words stand in an order that English has, by what stands beside what. Pure.
import type { Token } from "./tokens.ts";
import { classCount, classOf, isNamed, loneLetter, pause, stop, unsure } from "./word-classes.ts";
import { neighbours } from "./word-order-table.ts";

/** The table's steps to one nat (a factor of e). */
const steps = 4;
/** The letter that stands for 0 in the table. */
const zero = "i".charCodeAt(0);
/** At least what two words are worth side by side that are known to stand so, and what it costs when known words stand otherwise; in steps. */
const knownPair = 6;
const brokenPair = 3;

/** Words of texts on the same matter, and which of them follow each other there. */
export interface Neighbours {
  readonly words: ReadonlySet<string>;
  readonly pairs: ReadonlySet<string>;
}

/** A word or a mark between words, and its class. */
interface Bead {
  readonly class: number;
  /** Folded; empty for a mark. */
  readonly word: string;
}

const edge: Bead = { class: stop, word: "" };

/** Reads which words stand side by side in some texts. Takes each text as its folded words. */
export function neighboursIn(texts: readonly (readonly string[])[]): Neighbours {
  return { words: new Set(texts.flat()), pairs: new Set(texts.flatMap((words) => words.slice(1).map((word, at) => `${words[at] ?? ""} ${word}`))) };
}

/**
 * How much likelier the words are in this order than shuffled, as a logarithm (nats): the sum over neighbours of log P(both) / (P(one) P(other)).
 * Each kind of neighbourhood counts once, so that a list of like items is not held against its writer. Linear in the text's length.
 */
export function orderOf(text: string, tokens: readonly Token[], known?: Neighbours): number {
  const beads = beadsOf(text, tokens);
  // By the pair of classes: most answers have most of the frequent ones, and a set of numbers took a third of the time.
  const isSeen = new Uint8Array(classCount * classCount);
  const seen = new Set<string>();
  let sum = 0;
  let last = edge;
  for (let at = 0; at <= beads.length; at += 1) {
    const next = beads[at] ?? edge;
    const pair = last.class * classCount + next.class;
    const likelihood = isSeen[pair] === 1 ? 0 : likelihoodOf(last.class, next.class);
    sum += known === undefined ? likelihood : inKnownOrder(likelihood, [last.word, next.word], { known, seen });
    isSeen[pair] = 1;
    last = next;
  }
  return sum / steps;
}

/** In the table's steps, -8 to 8; 0 where nothing is known. */
function likelihoodOf(first: number, second: number): number {
  return (neighbours[first]?.charCodeAt(second) ?? zero) - zero;
}

/** The likelihood made surer by what is known of the two words; once for each two. */
function inKnownOrder(
  likelihood: number,
  [first, second]: readonly [string, string],
  { known, seen }: { readonly known: Neighbours; readonly seen: Set<string> },
): number {
  if (!known.words.has(first) || !known.words.has(second)) return likelihood;
  const words = `${first} ${second}`;
  if (seen.has(words)) return likelihood;
  seen.add(words);
  return known.pairs.has(words) ? Math.max(likelihood, knownPair) : likelihood - brokenPair;
}

/** The words, pauses and stops of a text as they follow each other, without the stops at both ends. */
export function beadsOf(text: string, tokens: readonly Token[]): readonly Bead[] {
  const namesLetters = tokens.some((token) => isLoneLetter(token.text));
  const beads: Bead[] = [];
  let end = 0;
  for (const token of tokens) {
    const mark = beads.length === 0 ? stop : markBetween(text, end, token);
    if (mark !== undefined && beads.length > 0) beads.push({ class: mark, word: "" });
    const isName = token.text === "a" && mark !== stop && text[token.start] === "A";
    beads.push({ class: isName ? loneLetter : token.text === "a" && namesLetters ? unsure : classOf(token.text), word: token.text });
    end = token.end;
  }
  return beads;
}

/** Who writes of B and C may mean a name by A. */
function isLoneLetter(word: string): boolean {
  return word.length === 1 && word !== "a" && word !== "i" && word >= "a" && word <= "z";
}

/** The stop or pause between a word and the one before it; undefined when there is none. */
function markBetween(text: string, end: number, token: Token): number | undefined {
  if (isCapital(text, token) && (isNamed(token.text) || text.slice(end, token.start).includes("\n"))) return stop;
  if (token.start === end + 1 && text[end] === " ") return undefined;
  const gap = text.slice(end, token.start);
  if (/[.!?:;…•]|\n\s*\n|\n\s*[-*–]/.test(gap)) return stop;
  return /[,()–—"“”]|\s-/.test(gap) ? pause : undefined;
}

/** True for `The` and `We` but not for `I`: such a word begins a sentence, whatever stands before it. */
function isCapital(text: string, { start, end }: Token): boolean {
  const first = text.charCodeAt(start);
  // Most words begin with a small letter.
  if (end - start < 2 || (first >= 0x61 && first <= 0x7a)) return false;
  return /^\p{Lu}\p{Ll}/u.test(text.slice(start, start + 2));
}

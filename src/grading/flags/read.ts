// Room: grading. An answer, and what it is held against, read once for all rules that may flag it. Pure but for a memory of what it is held against.
import type { Flag } from "../../domain/grade.ts";
import type { Span } from "../../domain/span.ts";
import { isFunctionWord } from "../../language/common-words.ts";
import { runsIn } from "../../language/runs.ts";
import { type Token, tokensOf } from "../../language/tokens.ts";
import { longestRead } from "../told.ts";
import { type Neighbours, neighboursIn } from "../../language/word-order.ts";

/** What an answer is held against: as much of it as there is. The same object for many answers is read once. */
export interface Against {
  readonly prompt?: string | undefined;
  /** The weak answer of a rewrite, which must not come back. */
  readonly weak?: string | undefined;
  /** The model answer, which is there to learn from, not to hand in. */
  readonly model?: string | undefined;
  /** Answers that would be right, where the question has these in place of key points. They may come back word for word. */
  readonly references?: readonly string[] | undefined;
  /** True where the answer is to be something that happened. */
  readonly isStory?: boolean | undefined;
  /** Time for the question: an answer that nobody could say in it is not one answer. */
  readonly minutes?: number | undefined;
}

/** What every rule may look at. */
export interface Read {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Share of the words that hold sentences together: 0.35 to 0.55 in English prose, about 0.2 in terse notes. */
  readonly functionShare: number;
  readonly against: ReadAgainst;
  readonly found: Omit<Found, "tokens">;
}

/** What is known of an answer before it is flagged. */
export interface Found {
  /** Those of its text. */
  readonly tokens?: readonly Token[] | undefined;
  /** How far it belongs to its question, see `Looked`; undefined where there is no telling. */
  readonly belonging?: number | undefined;
  /** The key point that is missed most. */
  readonly missing?: string | undefined;
}

/** Texts that an answer is held against, as words. */
export interface ReadAgainst {
  readonly prompt: Other;
  readonly weak: Other | undefined;
  readonly model: Other | undefined;
  readonly references: readonly Other[];
  /** What stands beside what in the question and the right answers; undefined without these. */
  readonly neighbours: Neighbours | undefined;
  readonly isStory: boolean;
  readonly minutes: number | undefined;
}

/** A text as its words in a row. */
export interface Other {
  readonly words: readonly string[];
  readonly known: ReadonlySet<string>;
  /** Its runs of so many words, and the place of the last word of each: a copy has many of them. Few answers come near enough to one for them to be needed. */
  readonly run: number;
  readonly runs: () => ReadonlyMap<string, number>;
}

/** Words in a row that make a copy of a question, and of a model answer, whose turns of phrase one may have learned. */
const copiedRun = 4;
const pastedRun = 8;

/** Looks at an answer and flags it, or not. */
export type Rule = (read: Read) => Flag | undefined;

const memory = new WeakMap<Against, ReadAgainst>();

/** Reads an answer, up to the letters that are read of any; linear in its length. */
export function readAnswer(whole: string, against: Against, found: Found = {}): Read {
  const text = whole.slice(0, longestRead);
  const tokens = found.tokens ?? tokensOf(text);
  const functionWords = tokens.filter((token) => isFunctionWord(token.text)).length;
  return { text, tokens, functionShare: functionWords / Math.max(1, tokens.length), against: readAgainst(against), found };
}

function readAgainst(against: Against): ReadAgainst {
  const known = memory.get(against);
  if (known) return known;
  const prompt = otherOf(against.prompt ?? "", copiedRun);
  const references = (against.references ?? []).map((text) => otherOf(text, pastedRun));
  const neighbours = references.length === 0 ? undefined : neighboursIn([prompt, ...references].map((other) => other.words));
  const read = {
    prompt,
    weak: otherIf(against.weak, copiedRun),
    model: otherIf(against.model, pastedRun),
    references,
    neighbours,
    isStory: against.isStory === true,
    minutes: against.minutes,
  };
  memory.set(against, read);
  return read;
}

function otherIf(text: string | undefined, run: number): Other | undefined {
  return text === undefined ? undefined : otherOf(text, run);
}

function otherOf(text: string, run: number): Other {
  const words = tokensOf(text).map((token) => token.text);
  let runs: ReadonlyMap<string, number> | undefined;
  return { words, known: new Set(words), run, runs: () => (runs ??= new Map(runsOf(words, run).map((text, at) => [text, at + run - 1]))) };
}

/** The runs of so many words, joined, in their order; at each word that begins one. */
export function runsOf(words: readonly string[], length: number): readonly string[] {
  const runOf = runsIn(words);
  return words.slice(0, Math.max(0, words.length - length + 1)).map((_, at) => runOf(at, length));
}

/** The stretches of neighbouring words that are marked, longest first. */
export function spansOf(tokens: readonly Token[], isMarked: Uint8Array): readonly Span[] {
  const spans: { start: number; end: number }[] = [];
  tokens.forEach(({ start, end }, at) => {
    const last = spans.at(-1);
    if (isMarked[at] !== 1) return;
    if (last && isMarked[at - 1] === 1) last.end = end;
    else spans.push({ start, end });
  });
  return spans.toSorted((a, b) => b.end - b.start - (a.end - a.start));
}

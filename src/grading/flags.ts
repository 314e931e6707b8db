// Room: grading. What limits the mark of an answer as a whole, each with its reason. Flags cap; they never subtract. Pure.
import type { Flag } from "../domain/grade.ts";
import { isFunctionWord } from "../language/common-words.ts";
import { sentencesOf } from "../language/sentences.ts";
import { type Token, tokensOf } from "../language/tokens.ts";

/** What an answer is held against. */
export interface Against {
  readonly prompt: string;
  /** The weak answer of a rewrite, which must not come back. */
  readonly weak?: string | undefined;
  /** Time for the question: an answer that nobody could say in it is not one answer. */
  readonly minutes: number;
}

/** Fewer words than this say nothing that could be marked. */
const fewestWords = 3;
/** Function words are 35 to 55 % of English prose and about 20 % of terse notes; under this share there is a list. At 10 % good notes were caught. */
const listShare = 0.06;
/** Words between two commas, on average: under this it is a list, whatever the words. */
const brokenWords = 1.6;
/** Shorter answers have too few words for a share to mean anything. */
const listWords = 10;
/** Twice the fastest speech, 200 words a minute. */
const mostWordsAMinute = 400;
/** A copy has at most this share of words of its own, and fewer than so many: good short answers take up the question too. */
const ownShare = 0.25;
const ownEnough = 12;
/** Words in a row that make a copy. */
const shingle = 4;

interface Read {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly against: Against;
}

type Rule = (read: Read) => Flag | undefined;

const rules: readonly Rule[] = [tooShort, weakCopied, questionCopied, repeated, keywordList, tooLong];

/** The flags of an answer in sentences; of an empty one only that. */
export function flagsOf(text: string, against: Against): readonly Flag[] {
  const tokens = tokensOf(text);
  if (tokens.length === 0) return [{ id: "empty", reason: "There are no words to mark.", cap: 0 }];
  return rules.flatMap((rule) => rule({ text, tokens, against }) ?? []);
}

function tooShort({ tokens }: Read): Flag | undefined {
  if (tokens.length >= fewestWords) return undefined;
  return { id: "too-short", reason: `${tokens.length === 1 ? "One word is" : `${tokens.length} words are`} too few to mark.`, cap: 0.2 };
}

function weakCopied({ tokens, against }: Read): Flag | undefined {
  if (against.weak === undefined || ownWords(tokens, against.weak) > tokens.length * ownShare) return undefined;
  return { id: "weak-answer-copied", reason: "This is the weak answer again, nearly word for word.", cap: 0 };
}

function questionCopied({ tokens, against }: Read): Flag | undefined {
  const own = ownWords(tokens, against.prompt);
  if (own > tokens.length * ownShare || own >= ownEnough) return undefined;
  return { id: "question-copied", reason: "Most of these words are the question's own.", cap: 0.1 };
}

/** Words of the answer that are in no run of words which the other text has too. */
function ownWords(tokens: readonly Token[], other: string): number {
  const others = tokensOf(other);
  const known = new Set(others.map((token) => token.text));
  const own = tokens.filter((token) => !known.has(token.text)).length;
  // Runs are costly, and most answers have more new words than any copy.
  if (own > tokens.length * ownShare) return own;
  const runs = new Set(runsOf(others));
  const isCopied = new Uint8Array(tokens.length);
  runsOf(tokens).forEach((run, at) => {
    if (runs.has(run)) isCopied.fill(1, at, at + shingle);
  });
  return isCopied.reduce((own, copied) => own + 1 - copied, 0);
}

function runsOf(tokens: readonly Token[]): readonly string[] {
  const words = tokens.map((token) => token.text);
  return words.slice(0, Math.max(0, words.length - shingle + 1)).map((_, at) => words.slice(at, at + shingle).join(" "));
}

/** At least as many words in sentences that were there before as in new ones. */
function repeated({ text, tokens }: Read): Flag | undefined {
  const seen = new Set<string>();
  let again = 0;
  let next = 0;
  for (const { end } of sentencesOf(text)) {
    const from = next;
    while ((tokens[next]?.start ?? end) < end) next += 1;
    const sentence = tokens
      .slice(from, next)
      .map((token) => token.text)
      .join(" ");
    if (next - from >= shingle && seen.has(sentence)) again += next - from;
    seen.add(sentence);
  }
  if (again * 2 < tokens.length) return undefined;
  return { id: "repeated", reason: "The same sentence stands there again and again.", cap: 0.35 };
}

function keywordList({ text, tokens }: Read): Flag | undefined {
  const isBroken = tokens.length / text.split(/[,;\n]+/).length < brokenWords;
  if (tokens.length < listWords || (functionShare(tokens) >= listShare && !isBroken)) return undefined;
  return { id: "keyword-list", reason: "These are words without sentences: say how they belong together.", cap: 0.35 };
}

function functionShare(tokens: readonly Token[]): number {
  return tokens.filter((token) => isFunctionWord(token.text)).length / tokens.length;
}

function tooLong({ tokens, against }: Read): Flag | undefined {
  if (tokens.length <= against.minutes * mostWordsAMinute) return undefined;
  return { id: "too-long", reason: `Nobody can say ${tokens.length} words in ${against.minutes} ${against.minutes === 1 ? "minute" : "minutes"}.`, cap: 0.5 };
}

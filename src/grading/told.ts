// Room: grading. An answer in sentences read once, for every rule that judges how it was told. Pure.
import { answerText } from "../domain/answer.ts";
import type { Framework } from "../domain/framework.ts";
import type { Mark, PitfallHit } from "../domain/grade.ts";
import { type StarPart, starParts } from "../domain/question.ts";
import { type Quantity, readNumbers } from "../language/numbers.ts";
import { sentencesOf } from "../language/sentences.ts";
import { type Stretch, type Token, tokensOf } from "../language/tokens.ts";
import { type Word, wordsOf } from "../language/words.ts";
import type { Discussed } from "./looked-for.ts";
import type { AskedInSentences } from "./marking.ts";

/** A sentence of the answer with its words. Places are those of `Told.text`. */
export interface Sentence extends Stretch {
  readonly text: string;
  readonly words: readonly Word[];
}

/** One of the four fields of a STAR answer, at its place in `Told.text`; empty parts have no length. */
export interface ToldPart extends Stretch {
  readonly part: StarPart;
}

/** An answer as it was said, read once for all rules. */
export interface Said {
  /** `answerText` of the body. */
  readonly text: string;
  /** For STAR the four fields in their order; none for other kinds. */
  readonly parts: readonly ToldPart[];
  readonly sentences: readonly Sentence[];
  /** Those of all sentences. */
  readonly words: readonly Word[];
  readonly tokens: readonly Token[];
  /** Numbers with their units, as written. */
  readonly quantities: readonly Quantity[];
}

/** Everything that the dimensions may look at. */
export interface Told extends Said {
  readonly question: Discussed;
  readonly framework: Framework | undefined;
  readonly marks: readonly Mark[];
  readonly pitfalls: readonly PitfallHit[];
  /** How long it took to say, where it was spoken; undefined for what was typed. */
  readonly spokenSeconds: number | undefined;
}

/** What marking found before the dimensions are judged. */
export interface Found {
  readonly marks: readonly Mark[];
  readonly pitfalls: readonly PitfallHit[];
}

/** Letters that are read: two hours of speech. What comes after them costs time and cannot be an answer. */
export const longestRead = 100_000;

/** Reads an answer, up to `longestRead`. Linear in its length. */
export function readSaid(body: AskedInSentences["body"]): Said {
  const text = answerText(body).slice(0, longestRead);
  const tokens = tokensOf(text);
  const quantities = readNumbers(text);
  const words = wordsOf(text, { quantities, tokens });
  const sentences = sentencesIn(text, words);
  // Marks without a letter can be words, and those behind the last sentence belong to none.
  const inSentences = sentences.reduce((sum, sentence) => sum + sentence.words.length, 0);
  const parts = body.kind === "star" ? partsOf(body.parts) : [];
  return { text, parts, sentences, words: inSentences === words.length ? words : words.slice(0, inSentences), tokens, quantities };
}

/** What was said, with all that the dimensions want to know beside it. */
export function toldOf({ asked, question, spokenSeconds }: AskedInSentences, said: Said, { marks, pitfalls }: Found): Told {
  const { text, parts, sentences, words, tokens, quantities } = said;
  return { text, parts, sentences, words, tokens, quantities, marks, pitfalls, question, framework: asked.framework, spokenSeconds };
}

/** The sentences that begin within a stretch. */
export function sentencesWithin({ sentences }: Said, { start, end }: Stretch): readonly Sentence[] {
  return sentences.filter((sentence) => sentence.start >= start && sentence.start < end);
}

/** Each word belongs to the sentence that it begins in. */
function sentencesIn(text: string, words: readonly Word[]): readonly Sentence[] {
  let next = 0;
  return sentencesOf(text).map(({ start, end }) => {
    const from = next;
    while ((words[next]?.start ?? Number.POSITIVE_INFINITY) < end) next += 1;
    return { start, end, text: text.slice(start, end), words: words.slice(from, next) };
  });
}

/** Where the parts stand in `answerText`: those that were answered, two line ends between them. */
function partsOf(texts: Readonly<Record<StarPart, string>>): readonly ToldPart[] {
  let start = 0;
  return starParts.map((part) => {
    const end = start + texts[part].length;
    const told = { part, start, end };
    start = texts[part] === "" ? start : end + 2;
    return told;
  });
}

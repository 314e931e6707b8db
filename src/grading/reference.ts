// Room: grading. How near an answer comes to one or more reference answers: the marking of questions that have no key points. Pure.
import type { Abbreviation } from "../domain/question.ts";
import type { Status } from "../domain/grade.ts";
import { type Word, wordsOf } from "../language/words.ts";

export interface AskedByReferences {
  /** The question's wording: its words prove little when they come back. */
  readonly question: string;
  readonly references: readonly string[];
  readonly abbreviations?: readonly Abbreviation[];
}

/** How near an answer comes to the nearest reference. */
export interface ReferenceMark {
  readonly strength: number;
  /** 0 to 1. */
  readonly score: number;
  readonly status: Status;
  /** The reference that came nearest; undefined when there is none. */
  readonly reference: string | undefined;
}

/** References taken apart, once for many answers. */
export interface ReadReferences {
  readonly asked: ReadonlySet<string>;
  readonly references: readonly { readonly text: string; readonly words: readonly Word[] }[];
}

export function readReferences(asked: AskedByReferences): ReadReferences {
  return {
    asked: new Set(wordsOf(asked.question).flatMap((word) => word.stems)),
    references: asked.references.map((text) => ({ text, words: wordsOf(text) })),
  };
}

const questionWord = 0.2;

export function scoreAgainst(read: ReadReferences, answer: string): ReferenceMark {
  const words = wordsOf(answer);
  const weightOf = (word: Word): number => (word.stems.every((stem) => read.asked.has(stem)) ? questionWord : 1);
  let best: ReferenceMark = { strength: 0, score: 0, status: "not-found", reference: undefined };
  const stems = weigh(words, weightOf, "stems");
  const trigrams = weigh(words, weightOf, "trigrams");
  for (const reference of read.references) {
    const wantedStems = weigh(reference.words, weightOf, "stems");
    const wantedTrigrams = weigh(reference.words, weightOf, "trigrams");
    const recall = share(wantedStems, stems);
    const precision = share(stems, wantedStems);
    const f1 = recall + precision === 0 ? 0 : (2 * recall * precision) / (recall + precision);
    const strength = (share(wantedTrigrams, trigrams) + f1) / 2;
    if (strength > best.strength)
      best = { strength, score: strength, status: strength >= 0.5 ? "found" : strength >= 0.3 ? "partly" : "not-found", reference: reference.text };
  }
  return best;
}

function weigh(words: readonly Word[], weightOf: (word: Word) => number, part: "stems" | "trigrams"): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  for (const word of words) {
    const weight = weightOf(word);
    for (const key of word[part]) weights.set(key, Math.max(weight, weights.get(key) ?? 0));
  }
  return weights;
}

function share(wanted: ReadonlyMap<string, number>, had: ReadonlyMap<string, number>): number {
  let total = 0;
  let found = 0;
  for (const [key, weight] of wanted) {
    total += weight;
    if (had.has(key)) found += weight;
  }
  return total === 0 ? 0 : found / total;
}

// Room: grading. Whether an answer is about its question at all. Pure.
import { isFunctionWord, isLightWord } from "../language/common-words.ts";
import type { Word } from "../language/words.ts";

/** The words that an answer to a question may be known by, as stems. */
export interface Subject {
  /** Those of the question's own wording. */
  readonly asked: ReadonlySet<string>;
  /** Those of the question and of all that is looked for. */
  readonly known: ReadonlySet<string>;
}

/** The subject from the words of the question, and of all that belongs to it. */
export function subjectOf(words: { readonly asked: readonly Word[]; readonly known: readonly Word[] }): Subject {
  return { asked: stemsOf(words.asked), known: stemsOf(words.known) };
}

/**
 * An answer is about the question when it has this share of the question's own words, or when its vocabulary is known from the question and
 * its key points well beyond chance; or some of both. Chance is what answers to other companies' questions share with a question that is told
 * in so many words: this, times the root of their number (median of 476 answers: 0.97 and 1.03 of it for 113 and 218 words a question).
 * Set on 210 labelled answers to 42 questions.
 */
const fullShareOfAsked = 0.4;
const byChance = 0.015;
const doubtful = { from: 1.1, to: 1.6 } as const;
/** Fewer words tell no subject, neither in an answer nor in a question. */
const fewestSaid = 15;
const fewestKnown = 40;

/** What the words of an answer tell of its subject. */
export interface Told {
  /** How far it is about the question: 0 for another subject, 1 where there is no doubt, or too little to tell by. */
  readonly about: number;
  /** See `timesChance`. */
  readonly times: number | undefined;
}

/** What these words tell of their subject. */
export function toldBy(subject: Subject, words: readonly Word[]): Told {
  const said = stemsOf(words);
  const times = timesChance(subject, said);
  if (times === undefined) return { about: 1, times };
  const ofAsked = shared(subject.asked, said) / Math.max(1, subject.asked.size);
  return { about: Math.min(1, ofAsked / fullShareOfAsked + Math.max(0, times - doubtful.from) / (doubtful.to - doubtful.from)), times };
}

/** The share of an answer's stems that are known from the question, as a multiple of what any answer shares by chance; undefined where there are too few words to tell. */
export function timesChance({ known }: Subject, said: ReadonlySet<string>): number | undefined {
  if (known.size < fewestKnown || said.size < fewestSaid) return undefined;
  return shared(known, said) / said.size / (byChance * Math.sqrt(known.size));
}

/** Stems of the words that mean something by themselves. */
export function stemsOf(words: readonly Word[]): ReadonlySet<string> {
  const known = new Set<string>();
  for (const { text, stems } of words) if (!isFunctionWord(text) && !isLightWord(text)) for (const stem of stems) known.add(stem);
  return known;
}

function shared(some: ReadonlySet<string>, others: ReadonlySet<string>): number {
  const [few, many] = some.size < others.size ? [some, others] : [others, some];
  let count = 0;
  for (const stem of few) if (many.has(stem)) count += 1;
  return count;
}

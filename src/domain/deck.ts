// Room: domain. A deck: one markdown file of questions that share a front matter.
import type { Outline } from "./outline.ts";
import type { DeckId, Kind, Question } from "./question.ts";

export interface Deck {
  readonly id: DeckId;
  readonly title: string;
  /** As a person would write it; undefined for a general deck. */
  readonly company: string | undefined;
  readonly role: string | undefined;
  readonly topic: string | undefined;
  /** Relative to its root, with forward slashes. */
  readonly path: string;
  /** What the deck holds, so that a list of decks need not read their questions. */
  readonly tally: Tally;
  readonly outline: Outline;
  readonly questions: readonly Question[];
}

export interface Tally {
  readonly questions: number;
  /** On the clock, all questions together. */
  readonly minutes: number;
  /** Questions of each kind, and of each competency. */
  readonly kinds: Readonly<Partial<Record<Kind, number>>>;
  readonly competencies: Readonly<Record<string, number>>;
}

/** Counts the questions of a deck. */
export function tallyOf(questions: readonly Question[]): Tally {
  const kinds = new Map<Kind, number>();
  const competencies = new Map<string, number>();
  let minutes = 0;
  for (const question of questions) {
    minutes += question.minutes;
    count(kinds, question.kind);
    for (const competency of question.competencies) count(competencies, competency);
  }
  return { questions: questions.length, minutes, kinds: recordOf(kinds), competencies: recordOf(competencies) };
}

function count<N>(counts: Map<N, number>, name: N): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

/** Not by assignment: a competency may be called `__proto__`. */
function recordOf<N extends string>(counts: ReadonlyMap<N, number>): Readonly<Record<N, number>> {
  return Object.fromEntries(counts) as Record<N, number>;
}

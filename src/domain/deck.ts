// Room: domain. A deck: one markdown file of questions that share a front matter.
import type { DeckId, Question } from "./question.ts";

export interface Deck {
  readonly id: DeckId;
  readonly title: string;
  /** As a person would write it; undefined for a general deck. */
  readonly company: string | undefined;
  readonly role: string | undefined;
  readonly topic: string | undefined;
  /** Relative to its root, with forward slashes. */
  readonly path: string;
  readonly questions: readonly Question[];
}

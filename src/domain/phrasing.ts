// Room: domain. A person's own way to say a key point, accepted by them beside those of the deck.
import type { QuestionId } from "./question.ts";

export interface OwnPhrasing {
  readonly question: QuestionId;
  readonly keyPoint: string;
  /** One line. */
  readonly words: string;
}

/** Letters that a phrasing may have: a long sentence. */
export const longestPhrasing = 300;

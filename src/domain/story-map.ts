// Room: domain. What the stories of a bank cover of what a loop asks. Types only.
import type { StarQuestion } from "./question.ts";
import type { BankStory } from "./story.ts";

/** How a story stands to a competency. */
export interface StoryCell {
  readonly isShown: boolean;
  /** 0 to 1, of its latest telling to a question that asks it; undefined where there was none, or none that counts. */
  readonly score: number | undefined;
  /** True where it is shown, and not at a score that is "not yet". */
  readonly covers: boolean;
}

export interface CompetencyRow {
  readonly id: string;
  /** Questions of the loop that ask it. */
  readonly asked: number;
  /** One for each story, in the bank's order. */
  readonly cells: readonly StoryCell[];
}

/** A likely question, and the story that is best told to it. */
export interface Pairing {
  readonly question: StarQuestion;
  /** Undefined: none is left that shows anything it asks. */
  readonly story: BankStory | undefined;
  /** True when the story was told to this very question. */
  readonly isTold: boolean;
  /** How many of the question's competencies the story shows. */
  readonly shows: number;
  /** 0 to 1, of its latest telling to this question; undefined where there was none, or none that counts. */
  readonly score: number | undefined;
}

export interface StoryMap {
  /** The loop's title; undefined: questions that any company asks. */
  readonly loop: string | undefined;
  readonly bank: readonly BankStory[];
  /** Most asked first; what stories show and nobody asks comes last. */
  readonly rows: readonly CompetencyRow[];
  /** Competencies that are asked and that no story covers, most asked first. */
  readonly gaps: readonly string[];
  readonly pairings: readonly Pairing[];
  /** Questions that one story may answer. */
  readonly most: number;
  /** Stories that would be the best for more questions than they may answer. */
  readonly overused: readonly { readonly story: BankStory; readonly best: number }[];
  /** What to do next. */
  readonly advice: string;
}

// Room: domain. What a real interview round brought: what was asked, how it felt, how it ended. Pure.
import type { Day } from "./calendar.ts";
import type { OwnConfidence } from "./confidence.ts";
import type { QuestionId } from "./question.ts";

/** How a round ended: not known yet, they went on to the next, they did not. */
export const endings = ["waiting", "through", "not"] as const;
export type Ending = (typeof endings)[number];

/** One question of a real round. */
export interface AskedQuestion {
  /** As the person remembers it. */
  readonly text: string;
  /** The library's question that it comes down to; absent: it was not foreseen. */
  readonly foreseen?: QuestionId | undefined;
  /** The question that it became in the person's own deck; absent where it was foreseen. */
  readonly own?: QuestionId | undefined;
  /** The id of the first telling of the story that was told. */
  readonly story?: string | undefined;
}

/** A real round, as the journal keeps it. */
export interface OutcomeRecord {
  readonly type: "outcome";
  readonly id: string;
  readonly at: string;
  /** The record that this one takes the place of; absent in the first. */
  readonly of?: string | undefined;
  /** The id of the loop; empty where it belongs to none of the library. */
  readonly loop: string;
  /** The id of the round; empty where the loop does not have it. */
  readonly round: string;
  readonly day: Day;
  readonly asked: readonly AskedQuestion[];
  readonly felt?: OwnConfidence | undefined;
  readonly ending: Ending;
}

/** A real round with its place in the list. */
export interface Outcome {
  /** By the order in which the rounds were told of, from 1. */
  readonly number: number;
  /** As it was told last. */
  readonly record: OutcomeRecord;
}

/** How many of the questions were foreseen. */
export function foreseenCount({ asked }: Pick<OutcomeRecord, "asked">): number {
  return asked.filter(({ foreseen }) => foreseen !== undefined).length;
}

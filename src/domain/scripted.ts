// Room: domain. Answers written beforehand, for sessions without a keyboard.
import type { OwnConfidence } from "./confidence.ts";
import type { Rating } from "./memory.ts";
import type { Place } from "./problem.ts";
import type { QuestionId } from "./question.ts";

/** A scripted answer as its file has it: a text, a list, or named parts or buckets. What it means depends on the question. */
export type ScriptedValue = string | readonly string[] | Readonly<Record<string, string | readonly string[]>>;

export interface ScriptedAnswer {
  readonly question: QuestionId;
  readonly value: ScriptedValue;
  /** How long it took to say, where the file tells. */
  readonly seconds: number | undefined;
  /** How well it went in the person's own view, where the file tells. */
  readonly confidence?: OwnConfidence | undefined;
  /** How well it was remembered, where the file tells otherwise than the marks. */
  readonly rating?: Rating | undefined;
  readonly place: Place;
}

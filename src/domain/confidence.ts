// Room: domain. How well a person thinks an answer went, said before its marks are seen.
import { bandOf } from "./grade.ts";

/** 1 to 5, each with its word in `confidenceWords`. */
export type OwnConfidence = 1 | 2 | 3 | 4 | 5;

export const confidences: readonly OwnConfidence[] = [1, 2, 3, 4, 5];

/** The five words, from 1 on. */
const words = ["lost", "shaky", "fair", "solid", "nailed it"] as const;

/** The word for a confidence. */
export function tellConfidence(confidence: OwnConfidence): string {
  return words[confidence - 1] ?? "";
}

/** The confidence that a number or a word names; undefined when it names none. */
export function readConfidence(written: unknown): OwnConfidence | undefined {
  const text = String(written).trim().toLowerCase();
  return confidences.find((confidence) => text === String(confidence) || text === tellConfidence(confidence));
}

/** From this confidence on a person is sure of the answer. */
const sure = 4;

/** True when a person was sure of an answer and it was "not yet": what is thought known and is not wants another look before what is known to be weak. */
export function isSureButWrong(confidence: OwnConfidence | undefined, score: number): boolean {
  return confidence !== undefined && confidence >= sure && bandOf(score) === "not yet";
}

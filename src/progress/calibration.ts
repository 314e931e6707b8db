// Room: progress. What a person thought of their answers against what the answers were worth. Pure.
import type { AttemptHead } from "../domain/attempt.ts";
import { confidences, type OwnConfidence } from "../domain/confidence.ts";
import { meanOf } from "../domain/evidence.ts";
import type { Calibration, CalibrationLevel, Fit } from "../domain/stats.ts";

/**
 * What each confidence claims of a score, 0 to 1. The bands of the scale (`bandOf`), the lowest of them halved, since "lost" and "shaky" are
 * both "not yet".
 */
const claims: Readonly<Record<OwnConfidence, readonly [number, number]>> = { 1: [0, 0.2], 2: [0.2, 0.4], 3: [0.4, 0.65], 4: [0.65, 0.85], 5: [0.85, 1] };

/** Answers from which one word is judged, and from which the whole is: a mean of fewer is chance. */
const fewest = { level: 5, all: 12 } as const;
/** A bias smaller than this is no news to anybody, however sure it is. */
const leastBias = 0.05;

/** Sets confidence against graded credit: a mark of 60 % is 60 %, not a failure. What does not count is left out by the caller. */
export function calibrationOf(attempts: Iterable<Pick<AttemptHead, "confidence" | "score">>): Calibration {
  const said = noConfidence();
  for (const { confidence, score } of attempts) noteConfidence(said, confidence, score);
  return calibrationFrom(said);
}

/** How sure somebody was, and what it was worth: noted answer by answer. */
export interface Said {
  readonly scores: Readonly<Record<OwnConfidence, number[]>>;
  /** By how much they thought too much of each. */
  readonly errors: number[];
}

export function noConfidence(): Said {
  return { scores: { 1: [], 2: [], 3: [], 4: [], 5: [] }, errors: [] };
}

/** Nothing is noted where they did not say. */
export function noteConfidence({ scores, errors }: Said, confidence: OwnConfidence | undefined, score: number): void {
  if (confidence === undefined) return;
  scores[confidence].push(score);
  errors.push(middleOf(confidence) - score);
}

export function calibrationFrom({ scores, errors }: Said): Calibration {
  return {
    answers: errors.length,
    levels: confidences.map((confidence) => levelOf(confidence, scores[confidence])),
    bias: meanOf(errors),
    fit: fitOf(errors),
    needed: fewest.all,
  };
}

function middleOf(confidence: OwnConfidence): number {
  const [from, to] = claims[confidence];
  return (from + to) / 2;
}

function levelOf(confidence: OwnConfidence, scores: readonly number[]): CalibrationLevel {
  const mean = meanOf(scores);
  return {
    confidence,
    answers: scores.length,
    mean,
    claims: claims[confidence],
    expected: middleOf(confidence),
    fit: levelFit(confidence, scores.length, mean),
  };
}

function levelFit(confidence: OwnConfidence, answers: number, mean: number | undefined): Fit {
  if (mean === undefined || answers < fewest.level) return "too few";
  const [from, to] = claims[confidence];
  if (mean < from) return "over";
  return mean > to ? "under" : "fits";
}

/** A bias is told only when it is twice its standard error: less may be chance. */
function fitOf(errors: readonly number[]): Fit {
  const bias = meanOf(errors);
  if (bias === undefined || errors.length < fewest.all) return "too few";
  const variance = errors.reduce((sum, error) => sum + (error - bias) ** 2, 0) / (errors.length - 1);
  if (Math.abs(bias) < Math.max(leastBias, 2 * Math.sqrt(variance / errors.length))) return "fits";
  return bias > 0 ? "over" : "under";
}

// Room: grading. Key points: found, partly or not found, with the words that matched. Pure.
import type { Mark, Status } from "../domain/grade.ts";
import type { KeyPoint } from "../domain/question.ts";
import type { Span } from "../domain/span.ts";
import { isFunctionWord } from "../language/common-words.ts";
import { type Reference, strengthOf } from "../language/similarity.ts";
import type { Word } from "../language/words.ts";
import type { Target } from "./looked-for.ts";
import { type Window, wordCount } from "./windows.ts";

/**
 * The strength from which a point is found, and how it grows with the answer: a long answer meets anything somewhere. Set so that about one
 * key point in twenty is found in the model answer of another question, whatever its length (64 deck questions; 25 to 1,000 words).
 */
const chance = { least: 0.28, most: 0.38, atWords: 40, eachDoubling: 0.03 } as const;
/** How far below that a point still counts in part. */
const partlyBelow = 0.06;

/** The strength from which a point is found in an answer of so many words, 0.28 to 0.38. */
export function foundFrom(words: number): number {
  return Math.min(chance.most, chance.least + chance.eachDoubling * Math.max(0, Math.log2(words / chance.atWords)));
}

/** The best of all phrasings over all windows. */
export interface Match {
  /** 0 to 1. */
  readonly strength: number;
  readonly reference: Reference | undefined;
  readonly window: Window | undefined;
}

/** The status that a strength gives in an answer of so many words. */
export function statusOf(strength: number, words: number): Status {
  const least = foundFrom(words);
  if (strength >= least) return "found";
  return strength >= least - partlyBelow ? "partly" : "not-found";
}

/** The nearest that any window comes to any reference of the target. */
export function bestMatch(target: Target<unknown>, windows: readonly Window[]): Match {
  let best: Match = { strength: 0, reference: undefined, window: undefined };
  for (const window of windows) {
    for (const reference of target.references) {
      const strength = strengthOf(reference, window.presence);
      if (strength > best.strength) best = { strength, reference, window };
    }
  }
  return best;
}

/** The mark of a key point for its best match in an answer of so many words. */
export function markOf(point: KeyPoint, match: Match, words: number): Mark {
  const status = statusOf(match.strength, words);
  return {
    id: point.id,
    text: point.text,
    weight: point.weight,
    status,
    strength: match.strength,
    phrasing: match.reference?.text,
    evidence: status === "not-found" ? [] : evidenceOf(match),
    part: point.part,
    reason: reasonOf(status),
  };
}

function reasonOf(status: Status): string | undefined {
  return status === "partly" ? "Some of its words are there, not enough to be sure." : undefined;
}

/** Marks of all key points over the same windows. */
export function markKeyPoints(targets: readonly Target<KeyPoint>[], windows: readonly Window[]): readonly Mark[] {
  const words = wordCount(windows);
  return targets.map((target) => markOf(target.of, bestMatch(target, windows), words));
}

/** The words of the window that the reference has too, neighbours joined. */
function evidenceOf({ reference, window }: Match): readonly Span[] {
  if (!reference || !window) return [];
  const wanted = new Set(reference.words.flatMap((word) => word.stems));
  const spans: { start: number; end: number }[] = [];
  let wasMatch = false;
  for (const word of window.words.toSorted((a, b) => a.start - b.start)) {
    const isMatch = word.stems.some((stem) => wanted.has(stem));
    const last = spans.at(-1);
    if (isMatch && last && (wasMatch || word.start < last.end)) last.end = Math.max(last.end, word.end);
    else if (isMatch) spans.push({ start: word.start, end: word.end });
    wasMatch = isMatch;
  }
  return spans.filter((span) => holdsContent(window.words, span));
}

/** A lone "the" is no evidence. */
function holdsContent(words: readonly Word[], span: Span): boolean {
  return words.some((word) => word.start >= span.start && word.end <= span.end && !isFunctionWord(word.text));
}

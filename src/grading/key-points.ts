// Room: grading. Key points: found, partly or not found, with the words that matched. Pure.
import type { Mark, Span, Status } from "../domain/grade.ts";
import type { KeyPoint } from "../domain/question.ts";
import { isFunctionWord } from "../language/common-words.ts";
import { type Reference, strengthOf } from "../language/similarity.ts";
import type { Word } from "../language/words.ts";
import type { Target } from "./looked-for.ts";
import type { Window } from "./windows.ts";

/** The strengths from which a point is found, and found in part. Measured: see docs/decisions on grading. */
export const thresholds = { found: 0.36, partly: 0.3 } as const;

/** The best of all phrasings over all windows. */
export interface Match {
  /** 0 to 1. */
  readonly strength: number;
  readonly reference: Reference | undefined;
  readonly window: Window | undefined;
}

/** The status that a strength gives. */
export function statusOf(strength: number): Status {
  if (strength >= thresholds.found) return "found";
  return strength >= thresholds.partly ? "partly" : "not-found";
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

/** The mark of a key point for its best match. */
export function markOf(point: KeyPoint, match: Match): Mark {
  const status = statusOf(match.strength);
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
  return targets.map((target) => markOf(target.of, bestMatch(target, windows)));
}

/** The words of the window that the reference has too, neighbours joined. */
export function evidenceOf({ reference, window }: Match): readonly Span[] {
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

// Room: grading. A rule that was tried on an answer, and how rules make a judgement. Pure.
import type { Span } from "../../domain/span.ts";
import type { Dimension, Judged, Level, Receipt } from "../../domain/rubric.ts";
import { anchorOf } from "../anchors.ts";

/** A receipt, and what to do about it while the rule is not met. */
export interface Tried extends Receipt {
  /** To the person, one sentence. */
  readonly needs: string;
}

/** What a rule has to say: one reason where it is met, another where it is missed. */
export interface Ruling {
  readonly isMet: boolean;
  readonly met: string;
  readonly missed: string;
  readonly needs: string;
  /** The words that decided it. */
  readonly evidence?: readonly Span[];
}

/** More places than this would be a page of quotes. */
const mostSpans = 6;

/** Makes the receipt of a rule; `rule` is its full id, `<dimension>.<rule>`. */
export function tried(rule: string, { isMet, met, missed, needs, evidence = [] }: Ruling): Tried {
  const spans = evidence
    .filter(({ start, end }) => start < end)
    .slice(0, mostSpans)
    .map(({ start, end }) => ({ start, end }));
  return { rule, isMet, reason: isMet ? met : missed, evidence: spans, needs };
}

/** The judgement of a dimension. What the next level needs is what its first unmet rule needs: rules come with the most helpful first. */
export function judgedBy(dimension: Dimension, points: number, rules: readonly Tried[]): Judged {
  const level = levelOf(points);
  return {
    dimension,
    level,
    anchor: anchorOf(dimension, level),
    receipts: rules.map(({ rule, isMet, reason, evidence }) => ({ rule, isMet, reason, evidence })),
    next: level === 5 ? undefined : rules.find((rule) => !rule.isMet)?.needs,
  };
}

function levelOf(points: number): Level {
  if (points >= 5) return 5;
  if (points >= 4) return 4;
  if (points >= 3) return 3;
  return points >= 2 ? 2 : 1;
}

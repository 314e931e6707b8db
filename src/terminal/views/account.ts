// Room: terminal. How a score came about, as arithmetic that a person can do again. Pure.
import type { Account } from "../../domain/account.ts";
import { tellShare } from "../../domain/evidence.ts";
import { bandOf } from "../../domain/grade.ts";
import type { Kind } from "../../domain/question.ts";
import type { Theme } from "../theme.ts";
import { hangText } from "./wrap.ts";

/** The steps from marks to the score, a line each. */
export function accountRows(account: Account, theme: Theme): readonly string[] {
  const { points, factor, limits, score } = account;
  const found = points.reduce((sum, point) => sum + point.counts, 0);
  const of = points.reduce((sum, point) => sum + point.of, 0);
  const share = of === 0 ? 0 : found / of;
  const before = share * factor;
  const least = Math.min(1, ...limits.map(({ most }) => most));
  const steps: readonly (readonly [string, string])[] = [
    ["Said", `what the key points count: ${tellPart(found)} of ${tellPart(of)} = ${tellPart(share)}`],
    ["Told", tellTelling(account)],
    ["Together", `${tellPart(share)} x ${tellPart(factor)} = ${tellPart(before)}`],
    ...limits.map(({ why, most }) => ["Limit", `${why}: ${tellPart(most)} at most`] as const),
    ["Score", `${least < before ? `${tellPart(least)}, by the limit` : tellPart(before)} = ${tellShare(score)}, ${bandOf(score)}`],
  ];
  return stepRows(steps, theme);
}

/** Levels 1 to 5 as a share of what there was to gain. */
function tellTelling({ telling, factor, most }: Account): string {
  if (telling.length === 0) return "nothing else was judged, so it counts whole: 1";
  const levels = telling.map(({ dimension, level }) => `${dimension} ${level}`).join(", ");
  const sum = telling.map(({ level }) => level - 1).join(" + ");
  const share = telling.reduce((total, { level }) => total + (level - 1) / 4, 0) / telling.length;
  return `${levels}: (${sum}) / (${telling.length} x 4) = ${tellPart(share)}; ${tellPart(1 - most)} + ${tellPart(most)} x ${tellPart(share)} = ${tellPart(factor)}`;
}

/** What a key point counts of its weight: `1.7 of 2`. */
export function tellCounts({ points }: Account, id: string): string {
  const point = points.find((each) => each.id === id);
  return point ? `counts ${tellPart(point.counts)} of ${tellPart(point.of)}` : "";
}

/** Three decimals, those that say nothing left off: `0.5`, `0.583`. */
export function tellPart(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

/** How kinds that are marked exactly come to their score. */
const exactRules = {
  choice: "right ticks, less wrong ones, over all that are right; never below 0",
  recall: "what was filled in right, over all that was asked for",
  numeric: "1 within the tolerance, half for a slip of unit or power of ten, else 0",
  order: "pairs of items that stand in the right order, over all pairs",
  sort: "items in the right bucket, over all items",
} as const;

/** The rule of a kind that is marked exactly, and the score that it gave. */
export function exactRows(kind: Kind, score: number, theme: Theme): readonly string[] {
  if (!(kind in exactRules)) return [];
  const steps = [
    ["Rule", exactRules[kind as keyof typeof exactRules]],
    ["Score", `${tellPart(score)} = ${tellShare(score)}, ${bandOf(score)}`],
  ] as const;
  return stepRows(steps, theme);
}

function stepRows(steps: readonly (readonly [string, string])[], theme: Theme): readonly string[] {
  return steps.flatMap(([name, text]) => hangText(`  ${name.padEnd(9)}`, text, theme.columns()));
}

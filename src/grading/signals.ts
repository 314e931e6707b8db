// Room: grading. How far an answer shows what a company looks for: a weighted view of its levels and marks, as the loop declares it. Pure.
import type { Grade } from "../domain/grade.ts";
import type { Signal, SignalReading, SignalWeight } from "../domain/loop.ts";
import type { Level } from "../domain/rubric.ts";
import { weightedShare } from "./marking.ts";

/** Share of the weights of the named dimensions that must apply to the answer; key points are a question's own, and speak where they are. */
const leastApplying = 0.5;

type Shown = SignalReading["from"][number];

/** The signals that the answer can show at all, in the order of the loop. None of an answer that was marked exactly. */
export function signalsOf(grade: Grade, signals: readonly Signal[]): readonly SignalReading[] {
  return signals.flatMap((signal) => readingOf(grade, signal) ?? []);
}

function readingOf(grade: Grade, { id, name, weights }: Signal): SignalReading | undefined {
  const from = weights.flatMap((weight) => shownBy(grade, weight));
  const total = sumOf(from);
  if (total === 0 || !applies(weights, from)) return undefined;
  const mean = from.reduce((sum, { weight, share: part }) => sum + weight * part, 0) / total;
  const share = roundOff(Math.min(mean, mostBy(grade)));
  return { id, name, share, level: (1 + Math.round(share * 4)) as Level, from };
}

/** One level above coverage: an answer to another question shows nothing of what is looked for, however well it is told. */
function mostBy({ levels }: Grade): number {
  const coverage = levels.find(({ dimension }) => dimension === "coverage");
  return coverage ? coverage.level / 4 : 1;
}

function shownBy({ levels, marks }: Grade, weight: SignalWeight): readonly Shown[] {
  if ("keyPoint" in weight) {
    const own = marks.filter((mark) => mark.id === weight.keyPoint);
    return levels.length === 0 ? [] : own.map((mark) => ({ of: mark.text, weight: weight.weight, share: roundOff(weightedShare([mark])) }));
  }
  const judged = levels.find(({ dimension }) => dimension === weight.dimension);
  return judged ? [{ of: weight.dimension, weight: weight.weight, share: (judged.level - 1) / 4 }] : [];
}

function applies(weights: readonly SignalWeight[], from: readonly Shown[]): boolean {
  const named = weights.filter((weight) => "dimension" in weight);
  const there = named.filter(({ dimension }) => from.some(({ of }) => of === dimension));
  return from.length > there.length || sumOf(there) >= sumOf(named) * leastApplying;
}

function sumOf(weights: readonly { readonly weight: number }[]): number {
  return weights.reduce((sum, { weight }) => sum + weight, 0);
}

/** So that a level does not hang on the last bit. */
function roundOff(share: number): number {
  return Math.round(share * 1e6) / 1e6;
}

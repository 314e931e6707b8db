// Room: progress. How often a person agrees with the grader's ticks, and where it errs. Pure.
import type { Attempt, AttemptCorrection, AttemptHead, HistoryEntry } from "../domain/attempt.ts";
import { reviewsOf } from "../domain/evidence.ts";
import type { Status } from "../domain/grade.ts";
import type { Agreement, Slip, TickCount } from "../domain/stats.ts";

interface Tick {
  readonly attempt: Attempt;
  readonly mark: string;
  /** What the person made of it: above 0 raised, below lowered, 0 agreed. */
  readonly change: number;
}

interface Looked {
  readonly entries: readonly HistoryEntry[];
  readonly whole: (attempt: AttemptHead) => Attempt;
}

/** Counts the ticks of those attempts that the person looked at (`reviewsOf`), which `whole` gives with their marks. Of the others nothing is assumed: nobody may have seen them. */
export function agreementOf(attempts: readonly AttemptHead[], { entries, whole }: Looked): Agreement {
  const reviews = reviewsOf(entries);
  const ticks = attempts.flatMap((attempt) => {
    const review = reviews.get(attempt.id);
    return review ? ticksOf(whole(attempt), review) : [];
  });
  return {
    all: countOf(ticks),
    kinds: [...groupBy(ticks, ({ attempt }) => attempt.kind)].map(([kind, own]) => ({ kind, ...countOf(own) })),
    decks: [...groupBy(ticks, ({ attempt }) => attempt.question.slice(0, Math.max(attempt.question.lastIndexOf("/"), 0)))]
      .map(([deck, own]) => ({ deck, ...countOf(own) }))
      .toSorted(byCorrections),
    slips: [...groupBy(ticks, ({ attempt, mark }) => `${attempt.question}\n${mark}`).values()].flatMap(slipOf).toSorted(byCorrections),
  };
}

const worth: Readonly<Record<Status, number>> = { "not-found": 0, partly: 1, found: 2 };

function ticksOf(attempt: Attempt, { marks }: AttemptCorrection): readonly Tick[] {
  return attempt.marks.map(({ id, status }) => {
    const own = Object.hasOwn(marks, id) ? marks[id] : undefined;
    return { attempt, mark: id, change: worth[own ?? status] - worth[status] };
  });
}

function groupBy<K>(ticks: readonly Tick[], keyOf: (tick: Tick) => K): ReadonlyMap<K, readonly Tick[]> {
  const groups = new Map<K, Tick[]>();
  for (const tick of ticks) {
    const known = groups.get(keyOf(tick));
    if (known) known.push(tick);
    else groups.set(keyOf(tick), [tick]);
  }
  return groups;
}

function countOf(ticks: readonly Tick[]): TickCount {
  return {
    answers: new Set(ticks.map(({ attempt }) => attempt.id)).size,
    ticks: ticks.length,
    raised: ticks.filter(({ change }) => change > 0).length,
    lowered: ticks.filter(({ change }) => change < 0).length,
  };
}

function slipOf(ticks: readonly Tick[]): readonly Slip[] {
  const [first] = ticks;
  const count = countOf(ticks);
  return first && count.raised + count.lowered > 0 ? [{ question: first.attempt.question, mark: first.mark, ...count }] : [];
}

/** Most corrections first; of as many, the larger share. */
function byCorrections(a: TickCount, b: TickCount): number {
  return b.raised + b.lowered - (a.raised + a.lowered) || a.ticks - b.ticks;
}

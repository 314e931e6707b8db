// Room: grading. Pitfalls that an answer steps into, with the sentence that shows it. Pure.
import type { PitfallHit } from "../domain/grade.ts";
import type { Pitfall } from "../domain/question.ts";
import { nearnessOf } from "../language/bag.ts";
import type { LookedFor, Target } from "./looked-for.ts";
import { spanOf, type Window } from "./windows.ts";

/** Nearness from which a sentence shows a pitfall. High: to be told of a mistake that one did not make is worse than to miss one. */
const pitfallFrom = 0.9;

/** The pitfalls that single sentences show more clearly than they show any key point. */
export function pitfallHits(lookedFor: LookedFor, windows: readonly Window[]): readonly PitfallHit[] {
  const single = windows.filter((window) => !window.isPair);
  return lookedFor.pitfalls.flatMap((target) => hitOf(target, single, lookedFor) ?? []);
}

function hitOf(target: Target<Pitfall>, windows: readonly Window[], lookedFor: LookedFor): PitfallHit | undefined {
  const nearest = windows.reduce<{ nearness: number; window: Window | undefined }>(
    (best, window) => {
      const nearness = nearnessOf(target.bag, window.presence);
      return nearness > best.nearness ? { nearness, window } : best;
    },
    { nearness: 0, window: undefined },
  );
  const { nearness, window } = nearest;
  if (!window || nearness < pitfallFrom) return undefined;
  if (lookedFor.keyPoints.some(({ bag }) => nearnessOf(bag, window.presence) >= nearness)) return undefined;
  const { id, text, advice } = target.of;
  return { id, text, advice, evidence: spanOf(window.words) };
}

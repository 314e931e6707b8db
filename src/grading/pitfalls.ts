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
  let nearest: Window | undefined;
  let nearness = 0;
  for (const window of windows) {
    const near = nearnessOf(target.bag, window.presence);
    if (near > nearness) [nearest, nearness] = [window, near];
  }
  if (!nearest || nearness < pitfallFrom) return undefined;
  const { presence, words } = nearest;
  if (lookedFor.keyPoints.some(({ bag }) => nearnessOf(bag, presence) >= nearness)) return undefined;
  const { id, text, advice } = target.of;
  return { id, text, advice, evidence: spanOf(words) };
}

// Room: grading. What the three kinds that are answered in sentences share: dimensions, total, advice. Pure.
import type { Mark, PitfallHit } from "../domain/grade.ts";
import { adviceOn } from "./advice.ts";
import { againstOf, flagsOf } from "./flags/flags.ts";
import { type AskedInSentences, type Marking, mostMissed } from "./marking.ts";
import { levelsOf } from "./rubric.ts";
import { type Said, toldOf } from "./told.ts";
import { totalOf } from "./total.ts";

interface Found {
  readonly marks: readonly Mark[];
  readonly pitfalls: readonly PitfallHit[];
  readonly belonging: number | undefined;
}

/** The marking of an answer in sentences whose key points and pitfalls were found. */
export function discussedMarking(asked: AskedInSentences, said: Said, { marks, pitfalls, belonging }: Found): Marking {
  const flags = flagsOf(said.text, againstOf(asked.question), { tokens: said.tokens, belonging, missing: mostMissed(marks)?.text });
  const levels = levelsOf(toldOf(asked, said, { marks, pitfalls }));
  return {
    share: totalOf(marks, levels),
    marks,
    pitfalls,
    flags,
    levels,
    workings: [],
    next: adviceOn({ kind: asked.kind, marks, pitfalls, flags, levels, text: said.text }),
  };
}

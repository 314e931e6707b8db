// Room: grading. What the three kinds that are answered in sentences share: dimensions, total, advice. Pure.
import type { Flag, Mark, PitfallHit } from "../domain/grade.ts";
import { adviceOn } from "./advice.ts";
import type { AskedInSentences, Marking } from "./marking.ts";
import { levelsOf } from "./rubric.ts";
import { type Said, toldOf } from "./told.ts";
import { totalOf } from "./total.ts";

interface Found {
  readonly marks: readonly Mark[];
  readonly pitfalls: readonly PitfallHit[];
  readonly flags: readonly Flag[];
}

/** The marking of an answer in sentences whose key points, pitfalls and flags were found. */
export function discussedMarking(asked: AskedInSentences, said: Said, { marks, pitfalls, flags }: Found): Marking {
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

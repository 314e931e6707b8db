// Room: grading. What the three kinds that are answered in sentences share: dimensions, total, advice. Pure.
import type { Flag, Mark, PitfallHit } from "../domain/grade.ts";
import { adviceOn } from "./advice.ts";
import { againstOf, flagsOf } from "./flags/flags.ts";
import { anotherQuestion, doubtfulFrom } from "./flags/another.ts";
import { type AskedInSentences, cappedScore, type Marking, mostMissed } from "./marking.ts";
import { betterFit } from "./neighbours.ts";
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
  const ofItself = flagsOf(said.text, againstOf(asked.question), { tokens: said.tokens, belonging, missing: mostMissed(marks)?.text });
  const levels = levelsOf(toldOf(asked, said, { marks, pitfalls }));
  const share = totalOf(marks, levels);
  const flags = [...ofItself, ...flagsBeside(asked, said, cappedScore(asked.kind, share, { pitfalls, flags: ofItself }))];
  return {
    share,
    marks,
    pitfalls,
    flags,
    levels,
    workings: [],
    next: adviceOn({ kind: asked.kind, marks, pitfalls, flags, levels, text: said.text }),
  };
}

/** What the other questions of its stock say of an answer; they are asked only where the score would not be low already. */
function flagsBeside({ asked, question }: AskedInSentences, said: Said, score: number): readonly Flag[] {
  const fit = asked.stock === undefined || score <= doubtfulFrom ? undefined : betterFit(question, said, asked.stock);
  const flag = fit && anotherQuestion(fit);
  return flag ? [flag] : [];
}

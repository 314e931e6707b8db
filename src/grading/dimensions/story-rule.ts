// Room: grading. Whether an answer about the past is a story, as a rule of structure. Pure.
import { answerKindOf, tellAnswerKind } from "../answer-kind.ts";
import type { Told } from "../told.ts";
import { tried, type Tried } from "./tried.ts";

/** The kind of answer, with the sentences that show it where it is no story. */
export function storyRule(told: Told): Tried {
  const { kind, evidence } = answerKindOf(told.sentences);
  return tried("structure.story", {
    isMet: kind === "story",
    met: "It is a story: it tells what happened once.",
    missed: `It reads as ${tellAnswerKind(kind)}, not as a story of one time.`,
    needs: "Tell one time: when it was, who was there, what you did first.",
    evidence: kind === "story" ? evidence.slice(0, 1) : evidence,
  });
}

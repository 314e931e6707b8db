// Room: grading. Structure: the parts of the answer's shape, present, in order, in sensible proportion. Pure.
import type { Judged } from "../../domain/rubric.ts";
import { asksForStory } from "../answer-kind.ts";
import type { Told } from "../told.ts";
import { judgeFrameworkShape } from "./framework-shape.ts";
import { judgeStarShape } from "./star-shape.ts";
import { judgeStoryShape } from "./story-shape.ts";

/** The shape of a STAR answer by its four parts, of a story told in one piece, of an open answer by the framework that its question names; a rewrite has none to keep. */
export function judgeStructure(told: Told): Judged | undefined {
  if (told.question.kind === "star") return judgeStarShape(told);
  if (told.question.kind === "rewrite") return undefined;
  if (asksForStory(told.question)) return judgeStoryShape(told);
  return told.framework ? judgeFrameworkShape(told, told.framework) : undefined;
}

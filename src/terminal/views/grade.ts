// Room: terminal. A grade with its reasons: what was found, in which words, and the one thing to do next. Pure.
import type { AnswerBody } from "../../domain/answer.ts";
import type { Case } from "../../domain/case.ts";
import type { Grade } from "../../domain/grade.ts";
import type { Theme } from "../theme.ts";
import type { FindSource } from "./sources.ts";

/** An answer that was marked. */
export interface Graded {
  readonly asked: Case;
  /** Cleaned of escape and control characters: it is quoted. */
  readonly body: AnswerBody;
  readonly grade: Grade;
  /** 0 to 1, after the person's own ticks. */
  readonly score: number;
  readonly sources: FindSource;
}

/** The marks of one answer. */
export function gradeView(graded: Graded, theme: Theme): string {
  void theme;
  return graded.grade.band;
}

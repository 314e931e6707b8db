// Room: cli. What the company of a question looks for, and how far an answer shows it.
import type { Grade } from "../../domain/grade.ts";
import type { Library } from "../../domain/library.ts";
import { loopOf } from "../../domain/loop.ts";
import type { Question } from "../../domain/question.ts";
import { signalsOf } from "../../grading/signals.ts";
import type { SignalsShown } from "../../terminal/views/signals.ts";

/** The signals of the question's loop that the answer can show; undefined for a question of no company's loop. */
export function signalsShown({ loops }: Library, question: Question, grade: Grade): SignalsShown | undefined {
  const loop = loopOf(question, loops);
  return loop && { company: loop.company, readings: signalsOf(grade, loop.signals) };
}

// Room: terminal. What a strong answer says, with its notes and the questions that may follow. Pure.
import type { Question } from "../../domain/question.ts";
import type { Theme } from "../theme.ts";

/** The model answer of a question; empty for one that has none. */
export function modelView(question: Question, theme: Theme): string {
  void theme;
  return question.title;
}

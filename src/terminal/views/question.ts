// Room: terminal. A question as it is asked: where we are, what kind it is, how long, and its prompt. Pure.
import type { Case } from "../../domain/case.ts";
import type { Position } from "../../practice/ports.ts";
import type { Theme } from "../theme.ts";

/** The heading and the prompt of a question. Options and items are the prompts' own to show. */
export function questionView(asked: Case, position: Position, theme: Theme): string {
  void theme;
  return `${position.number} of ${position.of}\n\n${asked.prompt}`;
}

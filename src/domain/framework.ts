// Room: domain. A framework: the shape of an answer, in parts.
import type { Place } from "./problem.ts";
import type { Question } from "./question.ts";
import type { SourceReference } from "./source.ts";

export const shapes = ["triangle", "cycle", "chain", "tiers", "matrix"] as const;
export type Shape = (typeof shapes)[number];

export interface FrameworkPart {
  readonly id: string;
  readonly name: string;
  /** What the part asks of the answer. */
  readonly asks: string;
  readonly cues: readonly string[];
}

export interface Framework {
  readonly id: string;
  readonly title: string;
  readonly company: string | undefined;
  readonly shape: Shape;
  readonly about: string;
  readonly when: string;
  readonly parts: readonly FrameworkPart[];
  readonly weak: string | undefined;
  readonly strong: string | undefined;
  readonly sources: readonly SourceReference[];
  readonly place: Place;
}

/** The framework that a question names; undefined when it names none, or none of these. */
export function frameworkOf(question: Question, frameworks: readonly Framework[]): Framework | undefined {
  return question.framework === undefined ? undefined : frameworks.find((framework) => framework.id === question.framework);
}

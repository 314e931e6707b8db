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
  /** Other names that count when the parts are recalled. */
  readonly also: readonly string[];
}

/** A problem to apply a framework to. */
export interface FrameworkPrompt {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** Greater than 0. */
  readonly minutes: number;
  /** By the part's id, ways to say it of this problem: an answer is marked by them. */
  readonly phrasings: Readonly<Record<string, readonly string[]>>;
  readonly model: string | undefined;
  readonly place: Place;
}

export interface Framework {
  readonly id: string;
  readonly title: string;
  readonly company: string | undefined;
  readonly shape: Shape;
  readonly about: string;
  readonly when: string;
  readonly parts: readonly FrameworkPart[];
  readonly prompts: readonly FrameworkPrompt[];
  readonly weak: string | undefined;
  readonly strong: string | undefined;
  readonly sources: readonly SourceReference[];
  readonly place: Place;
}

/** The framework that a question names; undefined when it names none, or none of these. */
export function frameworkOf(question: Question, frameworks: readonly Framework[]): Framework | undefined {
  return question.framework === undefined ? undefined : frameworks.find((framework) => framework.id === question.framework);
}

/** True when its parts come one after the other; the fields of a matrix lie side by side. */
export function isInOrder({ shape }: Framework): boolean {
  return shape !== "matrix";
}

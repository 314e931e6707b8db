// Room: domain. What a person said to a question, and how long it took.
import type { StarPart } from "./question.ts";

/** Indexes are those of the deck's own order, whatever order was shown. */
export type AnswerBody =
  | { readonly kind: "choice"; readonly chosen: readonly number[] }
  | { readonly kind: "recall"; readonly texts: readonly string[] }
  | { readonly kind: "numeric"; readonly text: string }
  | { readonly kind: "order"; readonly order: readonly number[] }
  /** For each item of `sortItems`, the bucket it was put into; -1 for none. */
  | { readonly kind: "sort"; readonly buckets: readonly number[] }
  | { readonly kind: "open"; readonly text: string }
  | { readonly kind: "star"; readonly parts: Readonly<Record<StarPart, string>> }
  | { readonly kind: "rewrite"; readonly text: string };

export interface Answer {
  readonly body: AnswerBody;
  /** Seconds on the clock, pauses left out. */
  readonly seconds: number;
  /** True when the clock reached zero before the person was done. */
  readonly timedOut: boolean;
  /** Seconds beyond the time, with --overtime. */
  readonly overtime: number;
  readonly hints: number;
  readonly paused: number;
}

/** The words of an answer, for kinds that are answered in sentences; empty for the others. */
export function answerText(body: AnswerBody): string {
  switch (body.kind) {
    case "open":
    case "rewrite":
    case "numeric":
      return body.text;
    case "star":
      return [body.parts.situation, body.parts.task, body.parts.action, body.parts.result].filter((part) => part !== "").join("\n\n");
    case "recall":
      return body.texts.join("; ");
    case "choice":
    case "order":
    case "sort":
      return "";
  }
}

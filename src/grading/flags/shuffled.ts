// Room: grading. Words that stand in no order. Pure.
import type { Flag } from "../../domain/grade.ts";
import { orderOf } from "../../language/word-order.ts";
import type { Read } from "./read.ts";

/** Below this (nats) the words are likelier to be shuffled than said. Good answers of students lie below it about once in 150, shuffled ones of 20 words and more in 95 of 100. */
const leastOrder = -2;
/** Fewer words have too few neighbours to tell. */
const fewestWords = 4;

export function shuffled({ text, tokens, against }: Read): Flag | undefined {
  if (tokens.length < fewestWords || orderOf(text, tokens, against.neighbours) >= leastOrder) return undefined;
  return { id: "shuffled-words", reason: "The words stand in no order that makes sentences.", cap: 0.15 };
}

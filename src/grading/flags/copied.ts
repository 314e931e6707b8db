// Room: grading. Answers that are somebody else's words: the question's, the weak answer's, the model's. Pure.
import type { Flag } from "../../domain/grade.ts";
import type { Span } from "../../domain/span.ts";
import type { Token } from "../../language/tokens.ts";
import { type Other, type Read, spansOf } from "./read.ts";

/** A copy has at most this share of words of its own, and fewer than so many: good short answers take up the question too. */
const ownShare = 0.25;
const ownEnough = 12;
/** From this share of pasted words the answer is not one's own. */
const pastedShare = 0.5;

export function questionCopied(read: Read): Flag | undefined {
  const { prompt, references } = read.against;
  const copied = copiedFrom(prompt, read);
  const own = read.tokens.length - copied.words;
  if (own > read.tokens.length * ownShare || own >= ownEnough || references.some((reference) => isMadeOf(reference, prompt))) return undefined;
  return { id: "question-copied", reason: "Most of these words are the question's own.", cap: 0.1, evidence: copied.evidence };
}

/** True for a right answer that has hardly a word which the question lacks. */
function isMadeOf({ words }: Other, { known }: Other): boolean {
  return words.filter((word) => !known.has(word)).length <= words.length * ownShare;
}

export function weakCopied(read: Read): Flag | undefined {
  const { weak } = read.against;
  if (weak === undefined) return undefined;
  const copied = copiedFrom(weak, read);
  if (read.tokens.length - copied.words > read.tokens.length * ownShare) return undefined;
  return { id: "weak-answer-copied", reason: "This is the weak answer again, nearly word for word.", cap: 0, evidence: copied.evidence };
}

export function modelPasted(read: Read): Flag | undefined {
  const { model } = read.against;
  if (model === undefined) return undefined;
  const copied = copiedFrom(model, read);
  if (copied.words === 0 || copied.words < read.tokens.length * pastedShare) return undefined;
  return {
    id: "model-pasted",
    reason: "These are the model answer's own sentences: they show what it knows, not what you do.",
    cap: 0.6,
    evidence: copied.evidence,
  };
}

/** The words of the answer that stand in a run of words which the other text has too. */
function copiedFrom({ known, run, runs }: Other, { tokens }: Read): { readonly words: number; readonly evidence: readonly Span[] } {
  const isCopied = new Uint8Array(tokens.length);
  let inRow = 0;
  tokens.forEach(({ text }, at) => {
    inRow = known.has(text) ? inRow + 1 : 0;
    if (inRow >= run && runs.has(wordsBetween(tokens, at + 1 - run, at + 1))) isCopied.fill(1, at + 1 - run, at + 1);
  });
  return { words: isCopied.reduce((sum, copied) => sum + copied, 0), evidence: spansOf(tokens, isCopied) };
}

function wordsBetween(tokens: readonly Token[], from: number, to: number): string {
  return tokens
    .slice(from, to)
    .map((token) => token.text)
    .join(" ");
}

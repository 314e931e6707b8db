// Room: grading. Answers that are somebody else's words: the question's, the weak answer's, the model's. Pure.
import type { Flag } from "../../domain/grade.ts";
import { runsIn } from "../../language/runs.ts";
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
  return { id: "question-copied", reason: "Most of these words are the question's own.", cap: 0.1, evidence: spansOf(read.tokens, copied.isCopied) };
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
  return { id: "weak-answer-copied", reason: "This is the weak answer again, nearly word for word.", cap: 0, evidence: spansOf(read.tokens, copied.isCopied) };
}

export function modelPasted(read: Read): Flag | undefined {
  const { model } = read.against;
  if (model === undefined) return undefined;
  const copied = copiedFrom(model, read);
  if (copied.words < read.tokens.length * pastedShare) return undefined;
  return {
    id: "model-pasted",
    reason: "These are the model answer's own sentences: they show what it knows, not what you do.",
    cap: 0.6,
    evidence: spansOf(read.tokens, copied.isCopied),
  };
}

/** The words of the answer that stand in a run of words which the other text has too: how many, and 1 at the place of each. */
function copiedFrom(other: Other, { tokens }: Read): { readonly words: number; readonly isCopied: Uint8Array } {
  const { known, run } = other;
  const isCopied = new Uint8Array(tokens.length);
  const endOf = runEnds(other, tokens);
  let inRow = 0;
  let words = 0;
  let copiedTo = 0;
  let last = -1;
  tokens.forEach(({ text }, at) => {
    inRow = known.has(text) ? inRow + 1 : 0;
    // Who copies goes on copying: then the run need not be looked for.
    last = last >= 0 && other.words[last + 1] === text ? last + 1 : inRow < run ? -1 : endOf(at);
    if (last < 0) return;
    for (let place = Math.max(copiedTo, at + 1 - run); place <= at; place += 1) {
      isCopied[place] = 1;
      words += 1;
    }
    copiedTo = at + 1;
  });
  return { words, isCopied };
}

/** Where in the other text the run ends that ends here; -1 where it has none such. Few answers come as far as to ask. */
function runEnds({ run, runs }: Other, tokens: Read["tokens"]): (at: number) => number {
  let runOf: ReturnType<typeof runsIn> | undefined;
  return (at) => {
    runOf ??= runsIn(tokens.map((token) => token.text));
    return runs().get(runOf(at + 1 - run, run)) ?? -1;
  };
}

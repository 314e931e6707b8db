// Room: grading. The verdict that an answer opens with, as questions of two halves ask for: "No, because ...", "B. The ...". Pure.
import type { Flag } from "../domain/grade.ts";

type Verdict = { readonly kind: "yes or no" | "letter"; readonly says: string };

const opening = /^[^\p{L}\p{N}]*(?:(yes|true|no|false)(?![\p{L}\p{N}'’])|([a-hj-z])(?=\s*(?:[.,:;)]|$)|\s+(?:[–—-]|because(?!\p{L})|since(?!\p{L}))))/iu;
const yes = new Set(["yes", "true"]);

function verdictOf(text: string): Verdict | undefined {
  const [, word, letter] = opening.exec(text) ?? [];
  if (word !== undefined) return { kind: "yes or no", says: yes.has(word.toLowerCase()) ? "yes" : "no" };
  return letter === undefined ? undefined : { kind: "letter", says: letter.toLowerCase() };
}

/** A flag when the answer opens with another verdict than every reference: of 75 student answers that did, none was right. */
export function otherVerdict(answer: string, references: readonly string[]): readonly Flag[] {
  const given = verdictOf(answer);
  if (given === undefined || references.length === 0) return [];
  const isOther = references.map(verdictOf).every((right) => right?.kind === given.kind && right.says !== given.says);
  return isOther ? [{ id: "other-verdict", reason: "It opens with another verdict than every right answer.", cap: 0.2 }] : [];
}

// Room: grading. The one thing to do next. Pure.
import type { Flag, Mark, PitfallHit } from "../domain/grade.ts";
import type { Kind } from "../domain/question.ts";
import { creditOf, weightedShare, weightOf } from "./marking.ts";

interface Found {
  readonly marks: readonly Mark[];
  readonly pitfalls: readonly PitfallHit[];
  readonly flags: readonly Flag[];
}

const flagAdvice: Readonly<Record<string, string>> = {
  empty: "Say one sentence, however rough: it is where marking can begin.",
  "too-short": "Say it in two or three full sentences.",
  "weak-answer-copied": "Say it anew: begin with what changed for the business.",
  "question-copied": "Leave the question's words behind and begin with your own first step.",
  repeated: "Say it once, and give the time to the next point.",
  "keyword-list": "Make sentences of it: who does what, and what comes of it.",
  "too-long": "Cut it to what can be said in the time.",
};

/** One plain sentence on what would help most; undefined when all was found. */
export function adviceOn(kind: Kind, found: Found): string | undefined {
  const flag = found.flags.toSorted((a, b) => a.cap - b.cap)[0];
  if (flag && flag.cap < weightedShare(found.marks)) return flagAdvice[flag.id] ?? flag.reason;
  if (flag?.cap === 0) return flagAdvice[flag.id];
  const pitfall = found.pitfalls[0];
  const missing = mostMissing(found.marks);
  if (pitfall && (kind === "rewrite" || !missing)) return tellPitfall(pitfall);
  return missing && tellMissing(kind, missing);
}

function tellPitfall(pitfall: PitfallHit): string {
  return endSentence(pitfall.advice === undefined ? `Take this out: ${pitfall.text}` : `Take this out: ${pitfall.text} — ${pitfall.advice}`);
}

/** The mark with the most weight still to be had; the first of equals. */
function mostMissing(marks: readonly Mark[]): Mark | undefined {
  const lost = (mark: Mark) => weightOf(mark) * (1 - creditOf(mark));
  const most = marks.reduce((best, mark) => Math.max(best, lost(mark)), 0);
  return most === 0 ? undefined : marks.find((mark) => lost(mark) === most);
}

function tellMissing(kind: Kind, mark: Mark): string {
  if (kind === "recall") return endSentence(`The answer is: ${mark.text}`);
  if (mark.status === "partly")
    return endSentence(mark.reason?.startsWith("Found in") === true ? `Move this to its own part: ${mark.text}` : `Say this more fully: ${mark.text}`);
  return endSentence(`Add this: ${mark.text}`);
}

function endSentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

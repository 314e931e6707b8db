// Room: grading. What limits the mark of an answer as a whole, each with its reason. Flags cap; they never subtract. Pure.
import type { Flag } from "../../domain/grade.ts";
import type { Discussed } from "../looked-for.ts";
import { modelPasted, questionCopied, weakCopied } from "./copied.ts";
import { notEnglish } from "./english.ts";
import { tooLong, tooShort } from "./length.ts";
import { keywordList } from "./list.ts";
import { offTopic } from "./off-topic.ts";
import { type Against, type Found, readAnswer, type Rule } from "./read.ts";
import { repeated } from "./repeated.ts";
import { hedged, severalAnswers } from "./several.ts";
import { shuffled } from "./shuffled.ts";
import { nothingSpecific } from "./specifics.ts";

const rules: readonly Rule[] = [
  tooShort,
  notEnglish,
  weakCopied,
  questionCopied,
  modelPasted,
  repeated,
  keywordList,
  shuffled,
  offTopic,
  nothingSpecific,
  severalAnswers,
  hedged,
  tooLong,
];

const memory = new WeakMap<Discussed, Against>();

/** What answers to a question are held against; the same object each time. */
export function againstOf(question: Discussed): Against {
  const known = memory.get(question);
  if (known) return known;
  const { prompt, model, minutes } = question;
  const made = {
    prompt,
    model,
    minutes,
    weak: question.kind === "rewrite" ? question.weak : undefined,
    isStory: question.kind === "star",
  };
  memory.set(question, made);
  return made;
}

/** The flags of an answer in sentences; of an empty one only that. Linear in the answer's length. */
export function flagsOf(text: string, against: Against, found?: Found): readonly Flag[] {
  const read = readAnswer(text, against, found);
  if (read.tokens.length === 0) return [{ id: "empty", reason: "There are no words to mark.", cap: 0 }];
  return rules.flatMap((rule) => rule(read) ?? []);
}

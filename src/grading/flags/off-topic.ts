// Room: grading. Answers to another question, and talk about none. Pure.
import type { Flag } from "../../domain/grade.ts";
import { timesChance } from "../subject.ts";
import { type Read, topicWords } from "./read.ts";

/**
 * So many times the share by chance, and the answer belongs here: of 150 answers that were written to their question the lowest had 1.58,
 * of those to other companies' questions 95 in 100 have less. Between the two the cap rises, so that a doubtful case loses little.
 */
const belongs = 1.5;
const strange = 1.3;
const cap = { strange: 0.2, belongs: 0.4 } as const;
/** For questions with a topic of their own, which those for stories have not: one story may answer many. */
export function offTopic(read: Read): Flag | undefined {
  const times = read.against.isStory ? undefined : timesByChance(read);
  if (times === undefined || times >= belongs) return undefined;
  const rise = Math.max(0, (times - strange) / (belongs - strange));
  const reason = "Few of its words belong to this question: it reads as an answer to another.";
  return { id: "off-topic", reason, cap: Math.round((cap.strange + rise * (cap.belongs - cap.strange)) * 100) / 100 };
}

/** How many times more of its words belong to the question than by chance; undefined when there is no telling. */
export function timesByChance({ tokens, against: { subject } }: Read): number | undefined {
  return subject && timesChance(subject, new Set(topicWords(tokens)));
}

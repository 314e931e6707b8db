// Room: grading. Answers to another question, and talk about none. Pure.
import type { Flag } from "../../domain/grade.ts";
import { type Read, topicWords } from "./read.ts";

/**
 * The share of an answer's words that any answer would have in common with a question that is told in so many words: this, times the root of their
 * number. Measured on 476 answers to other companies' questions, with decks of 113 and of 218 words a question: median 0.97 and 1.03 of it.
 */
const byChance = 0.015;
/**
 * So many times the share by chance, and the answer belongs here: of 150 answers that were written to their question the lowest had 1.58,
 * of those to other companies' questions 95 in 100 have less. Between the two the cap rises, so that a doubtful case loses little.
 */
const belongs = 1.5;
const strange = 1.3;
const cap = { strange: 0.2, belongs: 0.4 } as const;
/** Fewer words tell no topic. */
const fewestWords = 15;
/** A question told in fewer words, as in a batch with bare key points, says too little of what belongs to it. */
const fewestOfTopic = 40;

/** For questions with a topic of their own, which those for stories have not: one story may answer many. */
export function offTopic(read: Read): Flag | undefined {
  const times = read.against.isStory ? undefined : timesByChance(read);
  if (times === undefined || times >= belongs) return undefined;
  const rise = Math.max(0, (times - strange) / (belongs - strange));
  const reason = "Few of its words belong to this question: it reads as an answer to another.";
  return { id: "off-topic", reason, cap: Math.round((cap.strange + rise * (cap.belongs - cap.strange)) * 100) / 100 };
}

/** The share of the answer's words that belong to the question, as a multiple of what any answer has by chance; undefined when there are too few words to tell. */
export function timesByChance({ tokens, against: { topic } }: Read): number | undefined {
  const words = new Set(topicWords(tokens));
  if (topic.size < fewestOfTopic || words.size < fewestWords) return undefined;
  const shared = [...words].filter((word) => topic.has(word)).length;
  return shared / words.size / (byChance * Math.sqrt(topic.size));
}

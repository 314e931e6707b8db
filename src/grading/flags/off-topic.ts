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

/** For questions with a topic, which stories have not: any of them may answer many questions. */
export function offTopic({ tokens, against: { topic } }: Read): Flag | undefined {
  const words = new Set(topicWords(tokens));
  if (topic.size < fewestOfTopic || words.size < fewestWords) return undefined;
  const shared = [...words].filter((word) => topic.has(word)).length;
  const times = shared / words.size / (byChance * Math.sqrt(topic.size));
  if (times >= belongs) return undefined;
  const rise = Math.max(0, (times - strange) / (belongs - strange));
  const reason = `Of its ${words.size} different words only ${shared} belong to this question: it reads as an answer to another.`;
  return { id: "off-topic", reason, cap: Math.round((cap.strange + rise * (cap.belongs - cap.strange)) * 100) / 100 };
}

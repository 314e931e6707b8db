// Room: grading. A sentence of the answer, short enough to be said again. Pure.
import type { Span } from "../domain/span.ts";
import { sentencesOf } from "../language/sentences.ts";

/** Words of a sentence that are quoted: enough to know it again when it is read aloud. */
const longest = 12;

/** The sentence that holds a place, in quotation marks; "" where the text has none there. */
export function quoteAt(text: string, { start }: Span): string {
  const sentence = sentencesOf(text).find(({ end }) => end > start);
  return sentence ? quoted(text.slice(sentence.start, sentence.end)) : "";
}

/** The last sentence of a text, in quotation marks; "" where there is none. */
export function lastQuote(text: string): string {
  const last = sentencesOf(text).at(-1);
  return last ? quoted(text.slice(last.start, last.end)) : "";
}

function quoted(sentence: string): string {
  const words = sentence.trim().split(/\s+/);
  const said = words.slice(0, longest).join(" ").replaceAll('"', "'");
  return words.length > longest ? `"${said} …"` : `"${said.replace(/(?<![.!?…,;:\s])[.!?…,;:\s]+$/, "")}"`;
}

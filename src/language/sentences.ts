// Room: language. Where sentences begin and end. Pure.
import type { Stretch } from "./tokens.ts";

// A sentence may end at . ! ? or … with closing quotes and a blank after it, at a blank line, and before a line that begins a new item or a capital.
// The look-behind keeps a run of a hundred thousand dots linear.
const boundary = /(?<![.!?…])[.!?…]+["'”’)\]]*(?=\s)|\n[^\S\n]*(?=\n|[-*•·–—]\s|\d{1,2}[.)]\s|\p{Lu})/gu;
const abbreviations = new Set([
  "e.g",
  "i.e",
  "eg",
  "ie",
  "vs",
  "approx",
  "ca",
  "cf",
  "no",
  "nr",
  "dr",
  "mr",
  "mrs",
  "ms",
  "st",
  "inc",
  "ltd",
  "co",
  "fig",
  "est",
  "resp",
  "u.s",
  "u.k",
]);
const lastWord = /[\p{L}\p{N}.]*$/u;
/** Letters looked back over for an abbreviation; longer words are none. */
const lookBack = 8;

/** The sentences of a text in their order, without blanks around them. Linear in its length. `e.g.`, `8.5`, `$1.2M` end none. */
export function sentencesOf(text: string): readonly Stretch[] {
  const sentences: Stretch[] = [];
  let start = 0;
  for (const found of text.matchAll(boundary)) {
    if (found[0] === "." && endsNone(text, found.index)) continue;
    const end = found.index + found[0].length;
    pushTrimmed(sentences, text, { start, end });
    start = end;
  }
  pushTrimmed(sentences, text, { start, end: text.length });
  return sentences;
}

/** True after an abbreviation and after the number of a list item. A small letter proves nothing: people type in haste. */
function endsNone(text: string, at: number): boolean {
  const word = lastWord.exec(text.slice(Math.max(0, at - lookBack), at))?.[0] ?? "";
  if (abbreviations.has(word.toLowerCase())) return true;
  return /^\d{1,2}$/.test(word) && /(?:^|\n)\s*$/.test(text.slice(Math.max(0, at - lookBack), at - word.length));
}

function pushTrimmed(sentences: Stretch[], text: string, { start, end }: Stretch): void {
  const whole = text.slice(start, end);
  const bare = whole.trim();
  if (!/[\p{L}\p{N}]/u.test(bare)) return;
  const from = start + whole.indexOf(bare);
  sentences.push({ start: from, end: from + bare.length });
}

// Room: grading. Answers in another language than the key points. Pure.
import type { Flag } from "../../domain/grade.ts";
import type { Token } from "../../language/tokens.ts";
import type { Read } from "./read.ts";

/** Frequent small words, folded, that are none in English: German, Dutch, French, Spanish, Portuguese, Italian, Polish, Swedish, Turkish, Indonesian. */
const foreignWords = new Set(
  (
    "der das und ist nicht ich wir dem ein eine mit auf sich auch haben wurde wurden het een van niet voor zijn ook wij hebben " +
    "la les des est et une dans pour nous qui que sur avec avons el los las por para con una como del pero hemos nuestro " +
    "os nao uma com mais nos foi temos il che di sono abbiamo della gli nel nie sie jest ze oraz och att det som inte " +
    "ve bir bu icin ile olarak yang dan untuk dengan ini tidak kami"
  ).split(" "),
);
/** From this share of such words, and twice as many as English ones, a text is in another language. */
const foreignShare = 0.12;
const fewestForeign = 3;

export function notEnglish({ tokens, functionShare }: Read): Flag | undefined {
  const foreign = tokens.filter((token) => foreignWords.has(token.text)).length;
  const isForeign = foreign >= fewestForeign && foreign >= tokens.length * Math.max(foreignShare, 2 * functionShare);
  if (!isForeign && !isOtherScript(tokens)) return undefined;
  return { id: "not-english", reason: "This does not read as English, and English is all that can be marked here.", cap: 0.2 };
}

/** True when most of the text stands in words of other letters than Latin ones (or Greek ones, as in formulas). */
function isOtherScript(tokens: readonly Token[]): boolean {
  let all = 0;
  let other = 0;
  for (const { text, start, end } of tokens) {
    all += end - start;
    if (!isPlain(text) && !/^[\p{Script=Latin}\p{Script=Greek}\p{N}]/u.test(text)) other += end - start;
  }
  return other * 2 > all;
}

/** True for a word that begins with a small letter of a to z, as most do: folded words have no others of ASCII but digits. */
function isPlain(word: string): boolean {
  return word >= "a" && word < "{";
}

// Room: language. Words made ready for comparing: stems, and quantities that compare by value. Pure but for a memory of words that were read.
import { type Quantity, readNumbers } from "./numbers.ts";
import { foldSpelling } from "./spelling.ts";
import { stemOf } from "./stems.ts";
import { type Stretch, type Token, tokensOf } from "./tokens.ts";

/** A word or a quantity at its place, with the keys that it is compared by. */
export interface Word extends Stretch {
  /** Folded, in American spelling. For a quantity: its text. */
  readonly text: string;
  /** Its stem; for a quantity the kind of number and each value: `#share`, `#share=0.08`. */
  readonly stems: readonly string[];
}

/** What a text was read as before. */
interface Reading {
  readonly quantities: readonly Quantity[];
  readonly tokens: readonly Token[];
}

/** The words of a text in their order; a number with its unit is one word. Linear in the text's length. */
export function wordsOf(text: string, known?: Reading): readonly Word[] {
  const { quantities, tokens } = known ?? { quantities: readNumbers(text), tokens: tokensOf(text) };
  const amounts = quantities.filter((quantity) => saysAmount(text, quantity));
  return joinAmounts(tokens, amounts, text);
}

/** Words, with an amount in place of the tokens that make it up. */
function joinAmounts(tokens: readonly Token[], quantities: readonly Quantity[], text: string): readonly Word[] {
  const words: Word[] = [];
  let next = 0;
  for (const token of tokens) {
    while ((quantities[next]?.end ?? Number.POSITIVE_INFINITY) <= token.start) next += 1;
    const quantity = quantities[next];
    if (!quantity || token.end <= quantity.start) words.push(wordOf(token));
    else if (words.at(-1)?.start !== quantity.start) words.push(quantityWord(quantity, text));
  }
  return words;
}

/** "One of them" and "the two" are words; `8`, `ninety` and `two percent` are amounts. */
function saysAmount(text: string, quantity: Quantity): boolean {
  const isMeasured = quantity.unit.unitClass !== "plain" && quantity.unit.unitClass !== "count";
  return isMeasured || Math.abs(quantity.value) >= 10 || /\d/.test(text.slice(quantity.start, quantity.end));
}

/** True for a number with or without its unit. */
export function isQuantity({ stems }: Word): boolean {
  return stems[0]?.startsWith("#") === true;
}

type Form = Pick<Word, "text" | "stems">;

/** People use few different words: some thousand are remembered, and forgotten all together, so that hostile input fills nothing. */
const remembered = 10_000;
const forms = new Map<string, Form>();

/** One token as a word. */
function wordOf(token: Token): Word {
  const { text, stems } = forms.get(token.text) ?? formOf(token.text);
  return { text, stems, start: token.start, end: token.end };
}

function formOf(folded: string): Form {
  const text = foldSpelling(folded);
  const form = { text, stems: [stemOf(text)] };
  if (forms.size >= remembered) forms.clear();
  if (folded.length <= longest) forms.set(folded, form);
  return form;
}

/** Words are looked at up to this length, so that one endless word costs nothing. */
const longest = 40;

/** The word's letters three at a time, with a blank before and after it; none for a quantity, which is compared by value. */
export function trigramsOf(word: Word): readonly string[] {
  if (isQuantity(word)) return [];
  const padded = ` ${word.text.slice(0, longest)} `;
  const trigrams: string[] = [];
  for (let index = 0; index + 3 <= padded.length; index += 1) trigrams.push(padded.slice(index, index + 3));
  return trigrams;
}

function quantityWord(quantity: Quantity, text: string): Word {
  const { unitClass } = quantity.unit;
  const name = unitClass === "count" ? "#plain" : `#${unitClass}`;
  const values = quantity.upTo === undefined ? [quantity.value] : [quantity.value, quantity.upTo];
  const stems = [name, ...values.map((value) => `${name}=${Number(value.toPrecision(6))}`)];
  return { text: text.slice(quantity.start, quantity.end), stems, start: quantity.start, end: quantity.end };
}

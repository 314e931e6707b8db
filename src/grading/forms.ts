// Room: grading. Whether a short text says the same as an accepted form: words with small slips, numbers by value. Pure.
import { readNumbers, type Quantity } from "../language/numbers.ts";
import { foldSpelling, spellingDistance } from "../language/spelling.ts";
import { stemOf } from "../language/stems.ts";
import { tokensOf } from "../language/tokens.ts";
import { areSame, comparesAs } from "./quantities.ts";

/** How a text compares with a form. `slip`: right, but for its spelling. `wrong-unit`: the right number of the wrong thing. */
export type Likeness = "same" | "slip" | "wrong-unit" | "other";

/** A form or a text, taken apart once. */
export interface Said {
  readonly quantities: readonly Quantity[];
  /** Words that carry meaning, in American spelling, without those inside quantities. */
  readonly words: readonly string[];
  /** The same with the words that carry none. */
  readonly all: readonly string[];
}

// Words that may stand around an answer without changing it. "not" and "or" change it.
const padding = new Set(
  "a an the it it's its is are was were be by of to for in on at with and as about around roughly approximately nearly i think my answer that this they there total all".split(
    " ",
  ),
);
/** Words beyond the form's own that a longer answer may have. */
const mostExtra = 2;
/** Extra words around a lone number: "it takes about 90 minutes in all". */
const mostAround = 6;

/** Takes a form or an answer apart. */
export function takeApart(text: string): Said {
  const quantities = readNumbers(text);
  const isInside = (start: number) => quantities.some((quantity) => start >= quantity.start && start < quantity.end);
  const all = tokensOf(text)
    .filter((token) => !isInside(token.start))
    .map((token) => foldSpelling(token.text));
  return { quantities, words: all.filter((word) => !padding.has(word)), all };
}

/** Compares what was said with one form. `context` tells whether this form sets the unit, and what the question says. */
export function likeness(said: Said, form: Said, context: { readonly setsUnit: boolean; readonly prompt: string }): Likeness {
  const [wanted] = form.quantities;
  if (wanted && form.quantities.length === 1 && isLoneNumber(form, wanted)) return numberLikeness(said, wanted, context);
  if (form.quantities.length !== said.quantities.length) return "other";
  if (!form.quantities.every((quantity, index) => areSame(quantity, said.quantities[index]))) return "other";
  if (form.words.length > 0) return wordLikeness(said.words, form.words);
  // Forms such as "80/20" are numbers alone; one such as "all" is padding alone, and that must then be said.
  const isSaid = form.quantities.length > 0 || form.all.every((word) => said.all.includes(word));
  return isSaid && said.words.length === 0 ? "same" : "other";
}

/** `90 minutes`, and `3 rounds` too: a number and what it counts. */
function isLoneNumber(form: Said, quantity: Quantity): boolean {
  return form.words.length === 0 || (quantity.unit.unitClass === "count" && form.words.length === 1);
}

function numberLikeness(said: Said, wanted: Quantity, context: { readonly setsUnit: boolean; readonly prompt: string }): Likeness {
  const [given] = said.quantities;
  if (!given || said.quantities.length > 1 || said.words.length > mostAround || said.words.some((word) => word === "not" || word === "or")) return "other";
  return comparesAs(given, wanted, context);
}

function wordLikeness(given: readonly string[], wanted: readonly string[]): Likeness {
  const joined = alike(given.join(""), wanted.join(""));
  if (joined !== "other") return joined;
  const isLonger = given.length > wanted.length + (wanted.length > 1 ? mostExtra : 0);
  return isLonger ? "other" : pairUp(given, wanted);
}

/** Every wanted word has one of its own among those given, in any order. */
function pairUp(given: readonly string[], wanted: readonly string[]): Likeness {
  const left = [...given];
  let result: Likeness = "same";
  for (const word of wanted) {
    const same = left.findIndex((other) => alike(other, word) === "same");
    const at = same >= 0 ? same : left.findIndex((other) => alike(other, word) === "slip");
    if (at < 0) return "other";
    if (same < 0) result = "slip";
    left.splice(at, 1);
  }
  return left.some((word) => word === "not" || word === "or" || word === "no") ? "other" : result;
}

/** One slip in words of 5 letters and more, two from 9 on; none in the first letter, where "unsupervised" and "supervised" part. */
function alike(given: string, wanted: string): "same" | "slip" | "other" {
  if (stemOf(given) === stemOf(wanted)) return "same";
  const bound = wanted.length >= 9 ? 2 : 1;
  if (wanted.length < 5 || given.charAt(0) !== wanted.charAt(0) || /\d/.test(given + wanted)) return "other";
  return spellingDistance(given, wanted, bound) <= bound ? "slip" : "other";
}

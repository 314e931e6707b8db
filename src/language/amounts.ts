// Room: language. One number with its multiplier and unit, read from lexemes. Pure.
import type { Lexeme } from "./lexemes.ts";
import { beginsNumber, firstWords, multiplierOf, partOf, readNumberWords } from "./number-words.ts";
import { readRatio } from "./ratios.ts";
import { stemOf } from "./stems.ts";
import { type Unit, unitNamed, unitPhrase } from "./units.ts";

/** One number before ranges are seen: figure x multiplier in its unit. `next` is the lexeme after it. */
export interface Amount {
  readonly figure: number;
  readonly multiplier: number;
  readonly unit: Unit | undefined;
  readonly next: number;
}

interface Step {
  readonly value: number;
  readonly next: number;
}

const wholeShare: Unit = { unitClass: "share", base: "share", scale: 1 };
const currencyWords = ["usd", "eur", "gbp", "cny", "rmb", "us$"];
/** The words that an amount can begin with: most begin none, and are passed over at once. */
const amountWords = new Set(["a", "an", "minus", ...firstWords, ...currencyWords]);
const minusSigns = ["-", "−", "–"];
/** The signs that it can begin with. */
const amountSigns = new Set([...minusSigns, "$", "us$", "€", "£", "¥"]);
/** Words that follow a number without being what is counted. */
const notCounted = new Set(
  "a about after and are as at be before but by during each every for from if in into is it like more less no not of off on or over out per so than that the then this times to under up was were when where while with would x".split(
    " ",
  ),
);

/** Reads the number that begins at this lexeme: sign, currency, figure or words, multiplier, unit. */
export function readAmount(lexemes: readonly Lexeme[], index: number): Amount | undefined {
  if (!canBegin(lexemes[index])) return undefined;
  const minus = readMinus(lexemes, index);
  const currency = readCurrency(lexemes, minus.next);
  const inner = currency && isMinusWithin(lexemes, currency.next) ? { value: -1, next: currency.next + 1 } : { value: 1, next: currency?.next ?? minus.next };
  const read = readBare(lexemes, inner.next, currency?.unit);
  return read && { figure: read.figure * minus.value * inner.value, multiplier: read.multiplier, unit: read.unit, next: read.next };
}

function canBegin(first: Lexeme | undefined): boolean {
  if (first === undefined || first.kind === "figure") return first !== undefined;
  return (first.kind === "word" ? amountWords : amountSigns).has(first.text);
}

function readBare(lexemes: readonly Lexeme[], at: number, currency: Unit | undefined): Amount | undefined {
  const figure = readFigure(lexemes, at);
  if (currency) return figure && priced(lexemes, figure, currency);
  const special = readHalf(lexemes, at) ?? readOneUnit(lexemes, at) ?? (figure && (readPair(lexemes, figure) ?? readParts(lexemes, figure)));
  return special ?? (figure && withUnit(lexemes, readMultiplier(lexemes, readFraction(lexemes, figure))));
}

function readPair(lexemes: readonly Lexeme[], figure: Step): Amount | undefined {
  const ratio = readRatio(lexemes, figure);
  return ratio && { figure: ratio.figure, multiplier: 1, unit: ratio.unit, next: ratio.next };
}

/** `$5`, `$1.2M`. Letters that hang on the figure and are no multiplier make it a name: `$5th`. */
function priced(lexemes: readonly Lexeme[], figure: Step, currency: Unit): Amount | undefined {
  const { figure: value, multiplier, next } = readMultiplier(lexemes, figure);
  return isName(lexemes, next) ? undefined : { figure: value, multiplier, unit: currency, next: skipCode(lexemes, next) };
}

function withUnit(lexemes: readonly Lexeme[], { figure, multiplier, next }: Omit<Amount, "unit">): Amount | undefined {
  if (isName(lexemes, next)) return undefined;
  const read = readUnit(lexemes, next);
  return { figure, multiplier, unit: read?.unit, next: read?.next ?? next };
}

/** "2nd" and "3d" are no amounts; "3x" is. */
function isName(lexemes: readonly Lexeme[], at: number): boolean {
  const lexeme = lexemes[at];
  return lexeme?.kind === "word" && !lexeme.isApart && lexeme.text !== "x" && unitNamed(lexeme.text) === undefined;
}

function textAt(lexemes: readonly Lexeme[], at: number): string {
  return lexemes[at]?.text ?? "";
}

/** A minus stands directly before its number and not directly after a word: `-3`, but not `top-3`. */
function readMinus(lexemes: readonly Lexeme[], at: number): Step {
  const isMinus =
    textAt(lexemes, at) === "minus" || (minusSigns.includes(textAt(lexemes, at)) && lexemes[at]?.isApart === true && lexemes[at + 1]?.isApart === false);
  return isMinus ? { value: -1, next: at + 1 } : { value: 1, next: at };
}

function beginsFigure(lexemes: readonly Lexeme[], at: number): boolean {
  return lexemes[isMinusWithin(lexemes, at) ? at + 1 : at]?.kind === "figure";
}

/** The minus of `$-14,000`. */
function isMinusWithin(lexemes: readonly Lexeme[], at: number): boolean {
  return minusSigns.includes(textAt(lexemes, at)) && lexemes[at]?.isApart === false && lexemes[at + 1]?.isApart === false;
}

function readCurrency(lexemes: readonly Lexeme[], at: number): { readonly unit: Unit; readonly next: number } | undefined {
  const text = textAt(lexemes, at);
  if (lexemes[at]?.kind === "word" && !currencyWords.includes(text)) return undefined;
  const unit = unitNamed(text);
  const isBefore = unit?.unitClass === "money" && text !== "¢" && beginsFigure(lexemes, at + 1);
  return unit && isBefore ? { unit, next: at + 1 } : undefined;
}

/** `$5 million dollars`, `$130,000 USD`: the unit is said twice. */
function skipCode(lexemes: readonly Lexeme[], at: number): number {
  return unitNamed(textAt(lexemes, at))?.unitClass === "money" && lexemes[at]?.kind === "word" ? at + 1 : at;
}

function readFigure(lexemes: readonly Lexeme[], at: number): Step | undefined {
  const lexeme = lexemes[at];
  if (!lexeme) return undefined;
  if (lexeme.kind === "figure") return readPower(lexemes, at) ?? { value: lexeme.value, next: at + 1 };
  if (lexeme.kind === "sign" || !beginsNumber(lexeme.text, textAt(lexemes, at + 1))) return undefined;
  const { words, places } = wordsFrom(lexemes, at);
  const read = readNumberWords(words);
  return read && { value: read.value, next: (places[read.words - 1] ?? at) + 1 };
}

/** The furthest power that anybody writes down. */
const mostPower = 15;

/** `10^6`. */
function readPower(lexemes: readonly Lexeme[], at: number): Step | undefined {
  const exponent = lexemes[at + 2]?.value ?? Number.NaN;
  const isPower = lexemes[at]?.value === 10 && textAt(lexemes, at + 1) === "^" && Number.isInteger(exponent) && exponent <= mostPower;
  return isPower ? { value: Number(`1e${exponent}`), next: at + 3 } : undefined;
}

/** The next words, hyphens within them passed over: `twenty-five` is two words. */
function wordsFrom(lexemes: readonly Lexeme[], at: number): { readonly words: readonly string[]; readonly places: readonly number[] } {
  const words: string[] = [];
  const places: number[] = [];
  for (let index = at; index < Math.min(lexemes.length, at + 24); index += 1) {
    const lexeme = lexemes[index];
    if (lexeme?.kind === "word") {
      words.push(lexeme.text);
      places.push(index);
    } else if (lexeme?.text !== "-" || lexeme.isApart) {
      break;
    }
  }
  return { words, places };
}

function isAndAHalf(lexemes: readonly Lexeme[], at: number): boolean {
  return textAt(lexemes, at) === "and" && textAt(lexemes, at + 1) === "a" && textAt(lexemes, at + 2) === "half";
}

/** `1½`, `four and a half`. */
function readFraction(lexemes: readonly Lexeme[], figure: Step): Step {
  if (isAndAHalf(lexemes, figure.next)) return { value: figure.value + 0.5, next: figure.next + 3 };
  const next = lexemes[figure.next];
  const isFraction = next?.kind === "figure" && next.value < 1 && next.text.length === 1 && !next.isApart;
  return isFraction ? { value: figure.value + next.value, next: figure.next + 1 } : figure;
}

function readMultiplier(lexemes: readonly Lexeme[], figure: Step): Pick<Amount, "figure" | "multiplier" | "next"> {
  const lexeme = lexemes[figure.next];
  const multiplier = lexeme?.kind === "word" ? multiplierOf(lexeme.text) : undefined;
  // A single letter apart from its figure is a word of its own, but for k: "130 k" is common, "5 b" is not.
  const isOne = multiplier !== undefined && (!lexeme?.isApart || lexeme.text.length > 1 || lexeme.text === "k");
  return isOne ? { figure: figure.value, multiplier, next: figure.next + 1 } : { figure: figure.value, multiplier: 1, next: figure.next };
}

function readUnit(lexemes: readonly Lexeme[], at: number): { readonly unit: Unit; readonly next: number } | undefined {
  const from = isHyphen(lexemes, at) ? at + 1 : at;
  const text = textAt(lexemes, from);
  const phrase = unitPhrase(text, textAt(lexemes, from + 1));
  if (phrase) return { unit: phrase, next: from + 2 };
  const unit = unitNamed(text);
  if (unit) return { unit, next: from + 1 };
  return isCounted(lexemes[from]) ? { unit: { unitClass: "count", base: stemOf(text), scale: 1 }, next: from } : undefined;
}

/** The hyphen of `90-minute`. */
function isHyphen(lexemes: readonly Lexeme[], at: number): boolean {
  return textAt(lexemes, at) === "-" && lexemes[at + 1]?.kind === "word" && lexemes[at + 1]?.isApart === false;
}

function isCounted(lexeme: Lexeme | undefined): boolean {
  return lexeme?.kind === "word" && !notCounted.has(lexeme.text) && !beginsNumber(lexeme.text, "");
}

/** `half`, `half a million`, `half an hour`. */
function readHalf(lexemes: readonly Lexeme[], at: number): Amount | undefined {
  const from = textAt(lexemes, at) === "a" ? at + 1 : at;
  if (textAt(lexemes, from) !== "half") return undefined;
  const isOfUnit = ["a", "an"].includes(textAt(lexemes, from + 1));
  const word = textAt(lexemes, from + 2);
  const multiplier = isOfUnit && word.length > 2 ? multiplierOf(word) : undefined;
  if (multiplier !== undefined) return withUnit(lexemes, { figure: 0.5, multiplier, next: from + 3 });
  const unit = isOfUnit ? unitNamed(word) : undefined;
  return unit ? { figure: 0.5, multiplier: 1, unit, next: from + 3 } : { figure: 0.5, multiplier: 1, unit: wholeShare, next: from + 1 };
}

/** `an hour and a half` anywhere, `an hour` as the first words: elsewhere `a week` is a rate. */
function readOneUnit(lexemes: readonly Lexeme[], at: number): Amount | undefined {
  if (!["a", "an"].includes(textAt(lexemes, at))) return undefined;
  const third = partOf(textAt(lexemes, at + 1));
  if (third !== undefined && textAt(lexemes, at + 1) !== "half") return { figure: third, multiplier: 1, unit: wholeShare, next: at + 2 };
  const unit = unitNamed(textAt(lexemes, at + 1));
  if (unit?.unitClass !== "time") return undefined;
  if (isAndAHalf(lexemes, at + 2)) return { figure: 1.5, multiplier: 1, unit, next: at + 5 };
  return at === 0 ? { figure: 1, multiplier: 1, unit, next: 2 } : undefined;
}

/** `two thirds`, `three quarters`, `one-fifth`. */
function readParts(lexemes: readonly Lexeme[], figure: Step): Amount | undefined {
  const from = textAt(lexemes, figure.next) === "-" ? figure.next + 1 : figure.next;
  const part = partOf(textAt(lexemes, from));
  return part === undefined || figure.value > 9 ? undefined : { figure: figure.value * part, multiplier: 1, unit: wholeShare, next: from + 1 };
}

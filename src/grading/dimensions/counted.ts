// Room: grading. The numbers of an answer that count something, each with its sentence. Pure.
import type { Span } from "../../domain/span.ts";
import type { Quantity } from "../../language/numbers.ts";
import type { Sentence, Told } from "../told.ts";

/** A number that counts something. Comparable with another of the same `base`. */
export interface Counted extends Span {
  readonly what: "money" | "share" | "time" | "count";
  readonly base: string;
  /** True for `from 51 to 68 %`: a start and an end in one. */
  readonly isRange: boolean;
  /** True for `by 15 %`: a difference, which says nothing of where it started. */
  readonly isDifference: boolean;
}

/** A sentence with the numbers in it. */
export interface Figured {
  readonly sentence: Sentence;
  readonly counted: readonly Counted[];
}

/** Smaller numbers of things are words ("the two of us") unless they move, or are told by the day or week. */
const leastCount = 10;
const firstYear = 1900;
const lastYear = 2100;
const digitsOfYear = 4;
const multiples = new Set(["doubled", "doubles", "halved", "halves", "tripled", "twice", "tenfold", "threefold", "fourfold", "fivefold"]);
/** What stands before a number that another one follows: `from about 51 to 68 %`. */
const from = /\bfrom\s+(?:about\s+|around\s+|roughly\s+|some\s+)?$/i;
const by = /\bby\s+(?:about\s+|around\s+|roughly\s+|some\s+|nearly\s+|almost\s+|over\s+)?$/i;
const lookBack = 16;

const rate = /^(?:\s+[\p{L}-]+)?\s+(?:an?|per|each|every)\s+(?:hour|day|night|week|month|quarter|year|shift|store|customer|order)\b/iu;
const lookAhead = 48;

/** What kind of thing a number counts; undefined for a year, which is four plain digits: `2,000` and `2000 km` are none. */
export function whatCounts({ value, upTo, unit, start, end }: Quantity): Counted["what"] | undefined {
  if (unit.unitClass === "money" || unit.unitClass === "share" || unit.unitClass === "time") return unit.unitClass;
  if (unit.base === "point") return "share";
  const isYear = upTo === undefined && end - start === digitsOfYear && value >= firstYear && value <= lastYear && Number.isInteger(value);
  return isYear ? undefined : "count";
}

/** The sentences that count something, in their order. Small numbers count where there are two of them and `isMove` says that something moves. */
export function figuredSentences({ sentences, quantities, text }: Told, isMove: (sentence: Sentence) => boolean): readonly Figured[] {
  let next = 0;
  return sentences.flatMap((sentence) => {
    const from = next;
    while ((quantities[next]?.start ?? Number.POSITIVE_INFINITY) < sentence.end) next += 1;
    const own = quantities.slice(from, next);
    const isMoved = (own.length > 1 || own[0]?.upTo !== undefined) && isMove(sentence);
    const kept = own.filter((quantity) => isMoved || isLarge(quantity) || rate.test(text.slice(quantity.end, quantity.end + lookAhead)));
    const counted = [...multiplesIn(sentence), ...kept.flatMap((quantity) => countedIn(quantity, text) ?? [])];
    return counted.length === 0 ? [] : [{ sentence, counted }];
  });
}

function isLarge(quantity: Quantity): boolean {
  return whatCounts(quantity) !== "count" || Math.abs(quantity.value) >= leastCount;
}

function countedIn(quantity: Quantity, text: string): Counted | undefined {
  const what = whatCounts(quantity);
  const { start, end } = quantity;
  const before = text.slice(Math.max(0, start - lookBack), start);
  return what && { what, base: quantity.unit.base, isRange: quantity.upTo !== undefined && from.test(before), isDifference: by.test(before), start, end };
}

function multiplesIn({ words }: Sentence): readonly Counted[] {
  return words.flatMap(({ text, start, end }) =>
    multiples.has(text) ? [{ what: "share", base: "share", isRange: false, isDifference: true, start, end } as const] : [],
  );
}

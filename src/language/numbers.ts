// Room: language. Numbers with their units, however a person writes them. Pure.
import { type Amount, readAmount } from "./amounts.ts";
import { type Lexeme, lexemesOf } from "./lexemes.ts";
import type { Stretch } from "./tokens.ts";
import { noUnit, type Unit } from "./units.ts";

/** A number as it was written, in figures or words. */
export interface Quantity extends Stretch {
  /** In the base of its unit: 2 % is 0.02, 90 minutes are 5400 seconds. */
  readonly value: number;
  /** The upper end of a range, in the same base; undefined for a single number. */
  readonly upTo: number | undefined;
  readonly unit: Unit;
}

/** All numbers of a text in their order. Linear in its length. */
export function readNumbers(text: string): readonly Quantity[] {
  const lexemes = lexemesOf(text);
  const quantities: Quantity[] = [];
  let index = 0;
  while (index < lexemes.length) {
    const read = readRange(lexemes, index);
    if (read && Number.isFinite(read.quantity.value)) pushOrJoin(quantities, read.quantity, text);
    index = read?.next ?? index + 1;
  }
  return asBooked(quantities, text);
}

/** `($14,000)` alone is how books write a loss; within a sentence brackets are only brackets. */
function asBooked(quantities: readonly Quantity[], text: string): readonly Quantity[] {
  const [only, ...others] = quantities;
  return only && others.length === 0 && isBooked(only, text) ? [{ ...only, value: 0 - only.value }] : quantities;
}

function isBooked({ start, end, unit, upTo }: Quantity, text: string): boolean {
  const isAlone = upTo === undefined && /^\s*\($/.test(text.slice(0, start).trimEnd()) && /^\)\s*$/.test(text.slice(end).trimStart());
  return isAlone && (unit.unitClass === "money" || /,\d{3}/.test(text.slice(start, end)));
}

interface RangeRead {
  readonly quantity: Quantity;
  readonly next: number;
}

function readRange(lexemes: readonly Lexeme[], index: number): RangeRead | undefined {
  const first = readAmount(lexemes, index);
  if (!first) return undefined;
  const second = isJoint(lexemes, index, first.next) ? readAmount(lexemes, first.next + 1) : undefined;
  const start = lexemes[index]?.start ?? 0;
  if (!second || !canSpan(first, second)) return { quantity: tellQuantity(first, undefined, { start, end: endBefore(lexemes, first.next) }), next: first.next };
  return { quantity: tellQuantity(first, second, { start, end: endBefore(lexemes, second.next) }), next: second.next };
}

/** What stands between the ends of a range: a dash, `to`, and `and` after `between`. */
function isJoint(lexemes: readonly Lexeme[], first: number, at: number): boolean {
  const joint = lexemes[at]?.text ?? "";
  if (joint === "and") return lexemes[first - 1]?.text === "between";
  return ["-", "–", "—", "to"].includes(joint);
}

/** `3-5 %` and `$3 to $5` span; `5 days to 20 %` do not. */
function canSpan(first: Amount, second: Amount): boolean {
  return first.unit === undefined || second.unit === undefined || first.unit.base === second.unit.base;
}

function tellQuantity(first: Amount, second: Amount | undefined, { start, end }: Stretch): Quantity {
  const unit = first.unit ?? second?.unit ?? noUnit;
  const upper = second?.unit ?? unit;
  // The k of "130-180k" belongs to both ends.
  const shared = second && first.multiplier === 1 && first.figure < second.figure ? second.multiplier : first.multiplier;
  // Multiplying by .01 would make 7 % 0.07000000000000001.
  const upTo = second ? scaled(second.figure * second.multiplier, upper.scale) : undefined;
  return { value: scaled(first.figure * shared, unit.scale), upTo, unit, start, end };
}

function scaled(amount: number, scale: number): number {
  return scale < 1 ? amount / Math.round(1 / scale) : amount * scale;
}

function endBefore(lexemes: readonly Lexeme[], next: number): number {
  return lexemes[next - 1]?.end ?? 0;
}

/** `4 hours 30 minutes` is one time. */
function pushOrJoin(quantities: Quantity[], quantity: Quantity, text: string): void {
  const last = quantities.at(-1);
  const isRest =
    last?.unit.base === "second" &&
    quantity.unit.base === "second" &&
    last.unit.scale > quantity.unit.scale &&
    last.upTo === undefined &&
    quantity.upTo === undefined;
  if (last && isRest && /^(?:\s|,|and)*$/.test(text.slice(last.end, quantity.start))) {
    quantities[quantities.length - 1] = { ...last, value: last.value + quantity.value, unit: last.unit, end: quantity.end };
  } else {
    quantities.push(quantity);
  }
}

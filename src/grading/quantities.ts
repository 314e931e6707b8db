// Room: grading. When two quantities are the same, and what a bare number stands for. Pure.
import type { Quantity } from "../language/numbers.ts";
import { tokensOf } from "../language/tokens.ts";
import { unitNamed } from "../language/units.ts";

/** Far below what anyone writes down, far above the binary error of a product. */
const precision = 1e-9;

/** Equal but for the last binary digits. */
export function isClose(first: number, second: number): boolean {
  return Math.abs(first - second) <= precision * Math.max(1, Math.abs(first), Math.abs(second));
}

/** True for a number without a unit of measure: alone, or a count of something. */
export function isBare({ unit }: Quantity): boolean {
  return unit.unitClass === "plain" || unit.unitClass === "count";
}

function areEqual(first: number | undefined, second: number | undefined): boolean {
  return first === second || isClose(first ?? Number.NaN, second ?? Number.NaN);
}

/** The same value of the same thing. What a bare number counts is not looked at: that is a matter of the words beside it. */
export function areSame(first: Quantity, second: Quantity | undefined): boolean {
  if (!second) return false;
  const isSameThing = first.unit.base === second.unit.base || (isBare(first) && isBare(second));
  return isSameThing && areEqual(first.value, second.value) && areEqual(first.upTo, second.upTo);
}

/**
 * Compares a number that was given with the one that was wanted. A bare number stands for the wanted unit where `setsUnit`;
 * a bare number that was wanted takes a unit that the prompt names (`{{5}} seconds`).
 */
export function comparesAs(
  given: Quantity,
  wanted: Quantity,
  context: { readonly setsUnit: boolean; readonly prompt: string },
): "same" | "wrong-unit" | "other" {
  if (areSame(given, wanted) && countsSame(given, wanted)) return "same";
  if (isBare(given) && !isBare(wanted)) return context.setsUnit && standsFor(given, wanted) ? "same" : "other";
  if (!isSameFigure(given, wanted)) return "other";
  return wanted.unit.unitClass === "plain" && namesUnit(given, context.prompt) ? "same" : "wrong-unit";
}

/** In their own units: 90 minutes and 90 hours. */
function isSameFigure(given: Quantity, wanted: Quantity): boolean {
  return areEqual(figure(given.value, given), figure(wanted.value, wanted)) && areEqual(figure(given.upTo, given), figure(wanted.upTo, wanted));
}

/** `3 rounds` and `3 days` differ; a number without a name is either. */
function countsSame(given: Quantity, wanted: Quantity): boolean {
  return given.unit.unitClass !== "count" || wanted.unit.unitClass !== "count" || given.unit.base === wanted.unit.base;
}

/** In its own unit: 5400 seconds said as 90 minutes are 90. */
function figure(value: number | undefined, { unit }: Quantity): number | undefined {
  return value === undefined ? undefined : value / unit.scale;
}

/** A bare 90 may stand for 90 minutes; for 2 %, both 2 and 0.02 may stand. `90 people` stands for no minutes. */
function standsFor(given: Quantity, wanted: Quantity): boolean {
  if (given.unit.unitClass !== "plain") return false;
  return isSameFigure(given, wanted) || (wanted.unit.unitClass === "share" && areEqual(given.value, wanted.value) && areEqual(given.upTo, wanted.upTo));
}

/** True where the prompt names the very unit: `{{5}} seconds`, `{{2}} %`. */
function namesUnit({ unit }: Quantity, prompt: string): boolean {
  const names = [...tokensOf(prompt).map((token) => token.text), ...prompt.replace(/[^$€£¥%]/g, "")];
  const isNamed = names.map(unitNamed).some((named) => named?.base === unit.base && named.scale === unit.scale);
  return isNamed || (unit.base === "business day" && prompt.includes(unit.base));
}

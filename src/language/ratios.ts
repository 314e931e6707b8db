// Room: language. Numbers that are made of two: `2/3`, `3 out of 4`, `1h30`. Pure.
import type { Lexeme } from "./lexemes.ts";
import { readNumberWords } from "./number-words.ts";
import { type Unit, unitNamed } from "./units.ts";

/** What was read, in its unit, and the lexeme after it. */
export interface Ratio {
  readonly figure: number;
  readonly unit: Unit;
  readonly next: number;
}

const wholeShare: Unit = { unitClass: "share", base: "share", scale: 1 };
/** People write fractions by slash up to tenths; `9/11` and `12/25` are days. */
const mostParts = 10;
const endings = new Set(["rd", "rds", "th", "ths"]);
/** What stands before a day: `on 3/4`. */
const beforeDay = new Set(["on", "since", "until"]);

/** A share or a time of two numbers, the first of which was just read: `figure` is its value, `next` the lexeme after it. */
export function readRatio(lexemes: readonly Lexeme[], { value, next }: { readonly value: number; readonly next: number }): Ratio | undefined {
  return readSlash(lexemes, value, next) ?? readOutOf(lexemes, value, next) ?? readClock(lexemes, value, next);
}

function isTight(lexeme: Lexeme | undefined, kind: Lexeme["kind"]): lexeme is Lexeme {
  return lexeme?.kind === kind && !lexeme.isApart;
}

/** `2/3`, `1/2 hour`, `2/3rds`; not `24/7`, `50/50`, `1/2/2024`. */
function readSlash(lexemes: readonly Lexeme[], value: number, at: number): Ratio | undefined {
  const parts = isSlash(lexemes[at]) && isTight(lexemes[at + 1], "figure") ? valueAt(lexemes, at + 1) : Number.NaN;
  const next = afterEnding(lexemes, at + 2);
  if (next === undefined || !isFraction(value, parts) || isDay(lexemes, at - 2, next)) return undefined;
  const unit = unitNamed(textAt(lexemes, next));
  return unit?.unitClass === "time" ? { figure: value / parts, unit, next: next + 1 } : { figure: value / parts, unit: wholeShare, next };
}

function textAt(lexemes: readonly Lexeme[], at: number): string {
  return lexemes[at]?.text ?? "";
}

function valueAt(lexemes: readonly Lexeme[], at: number): number {
  return lexemes[at]?.value ?? Number.NaN;
}

/** Behind the letters that may hang on a fraction; undefined where others do. */
function afterEnding(lexemes: readonly Lexeme[], at: number): number | undefined {
  if (!isTight(lexemes[at], "word")) return at;
  return endings.has(textAt(lexemes, at)) ? at + 1 : undefined;
}

function isSlash(lexeme: Lexeme | undefined): boolean {
  return isTight(lexeme, "sign") && lexeme.text === "/";
}

function isFraction(value: number, parts: number): boolean {
  return Number.isInteger(value) && Number.isInteger(parts) && value > 0 && value < parts && parts <= mostParts;
}

/** `before` is the place before the fraction, `after` the one behind it. */
function isDay(lexemes: readonly Lexeme[], before: number, after: number): boolean {
  if (textAt(lexemes, before) === "/" || isSlash(lexemes[after])) return true;
  return beforeDay.has(textAt(lexemes, before)) && textAt(lexemes, after) !== "of";
}

/** `3 out of 4`, `three out of four`. */
function readOutOf(lexemes: readonly Lexeme[], value: number, at: number): Ratio | undefined {
  if (textAt(lexemes, at) !== "out" || textAt(lexemes, at + 1) !== "of") return undefined;
  const parts = readNumberWords([textAt(lexemes, at + 2)])?.value ?? valueAt(lexemes, at + 2);
  return value >= 0 && parts > 0 && value <= parts ? { figure: value / parts, unit: wholeShare, next: at + 3 } : undefined;
}

const minute = unitNamed("min");

/** `1h30`, `1h30m`, `2h05min`: the hours are read, the rest hangs on them. */
function readClock(lexemes: readonly Lexeme[], value: number, at: number): Ratio | undefined {
  const rest = lexemes[at];
  const minutes = isTight(rest, "word") ? Number(/^h([0-5]\d)(?:m|min|mins)?$/.exec(rest.text)?.[1] ?? Number.NaN) : Number.NaN;
  return minute && Number.isInteger(value) && Number.isInteger(minutes) ? { figure: value * 60 + minutes, unit: minute, next: at + 1 } : undefined;
}

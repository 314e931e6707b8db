// Room: language. A text cut into figures, words and signs, for the reading of numbers. Pure.
import { articleWords, firstWords, fractionSigns } from "./number-words.ts";
import type { Stretch } from "./tokens.ts";
import { timeNames } from "./units.ts";

/** One figure, word or sign. Offsets are those of the text as written. */
export interface Lexeme extends Stretch {
  readonly kind: "figure" | "word" | "sign";
  /** Small letters; full-width forms made plain. */
  readonly text: string;
  /** NaN unless it is a figure. */
  readonly value: number;
  /** True where a blank, or nothing at all, stands before it. */
  readonly isApart: boolean;
}

// Groups apart by blanks are bounded, and every other part is taken in one way only: linear for `1,1,1,…` and `1e1e1e…`.
const lexemePattern =
  /(\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3}){1,5}(?!\d)(?:\.\d+)?|\d{1,3}(?:['’]\d{3}){1,5}(?!\d)(?:\.\d+)?|\d[\d.,]*\d|\d|(?<![\d.])\.\d+)([eE][+-]?\d{1,3}(?![\p{L}\d]))?|([½⅓⅔¼¾⅕⅛])|([uU][sS])\$|(\p{L}[\p{L}\p{M}\p{N}'’]*)|\S/gu;
const fullWidth = /[\uff01-\uff5e]/g;

/** No number goes on after one of these marks with a blank behind it. */
const clauseEnd = /[.,;:!?](?=\s)/g;
/** Finds whatever a number can begin with, and little else. Letters of other scripts beside a word do no harm: the clause is only read. */
const beginning = new RegExp(
  `[\\d${Object.keys(fractionSigns).join("")}]|(?<![a-z])(?:${firstWords.join("|")}|an?\\s+(?:${[...articleWords, ...timeNames].join("|")}))(?![a-z])`,
  "i",
);

/** The lexemes of the clauses that may hold a number; most hold none, and need not be taken apart. Linear in its length. */
export function lexemesOf(text: string): readonly Lexeme[] {
  const plain = text.replace(fullWidth, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0));
  const lexemes: Lexeme[] = [];
  if (!beginning.test(plain)) return lexemes;
  let start = 0;
  for (const { index } of plain.matchAll(clauseEnd)) {
    pushClause(lexemes, plain, { start, end: index + 1 });
    start = index + 1;
  }
  pushClause(lexemes, plain, { start, end: plain.length });
  return lexemes;
}

function pushClause(lexemes: Lexeme[], text: string, { start, end }: Stretch): void {
  const clause = text.slice(start, end);
  if (!beginning.test(clause)) {
    // What is passed over is still there: the next clause is not the first.
    if (start === 0) lexemes.push({ kind: "sign", text: "", value: Number.NaN, start, end, isApart: true });
    return;
  }
  let last = -1;
  for (const found of clause.matchAll(lexemePattern)) {
    pushLexemes(lexemes, found, { start, last });
    last = start + found.index + found[0].length;
  }
}

function pushLexemes(lexemes: Lexeme[], found: RegExpExecArray, before: { readonly start: number; readonly last: number }): void {
  const [whole, figure, power, fraction, , word] = found;
  const start = before.start + found.index;
  const value = fraction === undefined ? figureValue(figure, power) : (fractionSigns[fraction] ?? Number.NaN);
  const isFigure = figure !== undefined || fraction !== undefined;
  if (figure !== undefined && Number.isNaN(value)) {
    for (const lexeme of listOfFigures(figure, start, before.last)) lexemes.push(lexeme);
    return;
  }
  const kind = isFigure ? "figure" : word === undefined ? "sign" : "word";
  lexemes.push({ kind, text: whole.toLowerCase(), value, start, end: start + whole.length, isApart: start !== before.last });
}

function figureValue(figure: string | undefined, power: string | undefined): number {
  const value = figure === undefined ? Number.NaN : readDigits(figure);
  return power === undefined ? value : Number(`${value}${power}`);
}

/** `1,200.5`, `1.200,5`, `1 200`, `1'200`, `1,5` as numbers; NaN for what is no single number, as `1.2.3`. A lone `1.200` is read the English way. */
function readDigits(figure: string): number {
  const digits = figure.replace(/[ \u00a0\u2009\u202f'’]/g, "");
  if (/^(?:\d+(?:\.\d+)?|\.\d+)$/.test(digits)) return Number(digits);
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(digits)) return Number(digits.replaceAll(",", ""));
  if (/^\d{1,3}(?:\.\d{3})+,\d+$/.test(digits) || /^\d{1,3}(?:\.\d{3}){2,}$/.test(digits)) return Number(digits.replaceAll(".", "").replace(",", "."));
  return /^\d+,\d{1,2}$/.test(digits) ? Number(digits.replace(",", ".")) : Number.NaN;
}

/** `1,2,3` is three numbers; versions and dates with points are none. */
function listOfFigures(run: string, start: number, last: number): Lexeme[] {
  const lexemes: Lexeme[] = [];
  let at = start;
  for (const piece of run.split(",")) {
    const value = /^\d+(?:\.\d+)?$/.test(piece) ? Number(piece) : Number.NaN;
    if (piece !== "")
      lexemes.push({ kind: Number.isNaN(value) ? "sign" : "figure", text: piece, value, start: at, end: at + piece.length, isApart: at !== last });
    at += piece.length + 1;
  }
  return lexemes;
}

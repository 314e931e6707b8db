// Room: language. A text cut into figures, words and signs, for the reading of numbers. Pure.
import { fractionSigns } from "./number-words.ts";
import type { Stretch } from "./tokens.ts";

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
  /(?<figure>\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3}){1,5}(?!\d)(?:\.\d+)?|\d[\d.,]*\d|\d|(?<![\d.])\.\d+)(?<power>e[+-]?\d{1,3}(?![\p{L}\d]))?|(?<fraction>[½⅓⅔¼¾⅕⅛])|us\$|\p{L}[\p{L}\p{M}\p{N}'’]*|\S/giu;
const fullWidth = /[\uff01-\uff5e]/g;

/** The lexemes of a text. Linear in its length. */
export function lexemesOf(text: string): readonly Lexeme[] {
  const plain = text.replace(fullWidth, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0));
  const lexemes: Lexeme[] = [];
  let last = -1;
  for (const found of plain.matchAll(lexemePattern)) {
    const stretch = { start: found.index, end: found.index + found[0].length };
    for (const lexeme of lexemesFrom(found, stretch)) lexemes.push({ ...lexeme, isApart: lexeme.start !== last });
    last = stretch.end;
  }
  return lexemes;
}

type Cut = Omit<Lexeme, "isApart">;

function lexemesFrom(found: RegExpMatchArray, stretch: Stretch): readonly Cut[] {
  const text = found[0].toLowerCase();
  const { figure, power, fraction } = found.groups ?? {};
  if (fraction !== undefined) return [{ kind: "figure", text, value: fractionSigns[fraction] ?? Number.NaN, ...stretch }];
  if (figure === undefined) return [{ kind: /^\p{L}/u.test(text) && text !== "us$" ? "word" : "sign", text, value: Number.NaN, ...stretch }];
  const value = figureValue(figure);
  if (Number.isNaN(value)) return listOfFigures(figure, stretch.start);
  return [{ kind: "figure", text, value: power === undefined ? value : Number(`${value}${power}`), ...stretch }];
}

/** `1,200.5`, `1.200,5`, `1 200`, `1,5` as numbers; NaN for what is no single number, as `1.2.3`. A lone `1.200` is read the English way. */
function figureValue(figure: string): number {
  const digits = figure.replace(/[ \u00a0\u2009\u202f]/g, "");
  if (/^(?:\d+(?:\.\d+)?|\.\d+)$/.test(digits)) return Number(digits);
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(digits)) return Number(digits.replaceAll(",", ""));
  if (/^\d{1,3}(?:\.\d{3})+,\d+$/.test(digits) || /^\d{1,3}(?:\.\d{3}){2,}$/.test(digits)) return Number(digits.replaceAll(".", "").replace(",", "."));
  return /^\d+,\d{1,2}$/.test(digits) ? Number(digits.replace(",", ".")) : Number.NaN;
}

/** `1,2,3` is three numbers; versions and dates with points are none. */
function listOfFigures(run: string, start: number): readonly Cut[] {
  const cuts: Cut[] = [];
  let at = start;
  for (const piece of run.split(",")) {
    const value = /^\d+(?:\.\d+)?$/.test(piece) ? Number(piece) : Number.NaN;
    if (piece !== "") cuts.push({ kind: Number.isNaN(value) ? "sign" : "figure", text: piece, value, start: at, end: at + piece.length });
    at += piece.length + 1;
  }
  return cuts;
}

// Room: content. Numbers that a question draws anew each time, and the expressions that name them. From a draft, with complaints. Pure.
import { splitDecimals } from "../../domain/case.ts";
import { type Formula, type FormulaReading, readFormula } from "../../domain/formula.ts";
import type { Parameter } from "../../domain/question.ts";
import type { Draft } from "../draft.ts";
import { complain, lineOf } from "../page.ts";

const number = String.raw`-?\d+(?:\.\d+)?(?:e[+-]?\d+)?`;
const range = new RegExp(`^(${number})\\s+to\\s+(${number})\\s+step\\s+(${number})$`, "i");
const lone = new RegExp(`^${number}$`, "i");
const name = /^[A-Za-z_]\w{0,99}$/;
/** More would not be seen to differ. */
const mostSteps = 1_000_000;
const assignment = /^([A-Za-z_]\w*)\s*=\s*(?:(one of)\s+)?(\S.*)$/is;

/** Names that are drawn, and those that an expression was seen to use. */
export interface Names {
  readonly drawn: ReadonlyMap<string, Given>;
  readonly used: Set<string>;
}

interface Given {
  readonly parameter: Parameter;
  readonly line: number;
  readonly column: number;
}

/** Reads what stands under `Given:`. */
export function readNames(draft: Draft): Names {
  const given = new Map<string, Given>();
  for (const { text, line, column } of draft.given) {
    const parameter = readParameter(text.replaceAll("`", ""));
    if (!parameter) complain(draft.page, { rule: "parameter-form", line, column, message: `"${text}" does not say what to draw` });
    else if (given.has(parameter.name)) complain(draft.page, { rule: "parameter-repeated", line, column, message: `"${parameter.name}" is drawn twice` });
    else given.set(parameter.name, { parameter, line, column });
  }
  return { drawn: given, used: new Set() };
}

/** The parameters, when all that may use them was read; complains of those that nothing uses. */
export function parametersOf(draft: Draft, { drawn, used }: Names): readonly Parameter[] {
  for (const [name, { line, column }] of drawn) {
    if (!used.has(name)) complain(draft.page, { rule: "parameter-unused", line, column, message: `"${name}" is drawn but not used` });
  }
  return [...drawn.values()].map(({ parameter }) => parameter);
}

function readParameter(text: string): Parameter | undefined {
  const [, name, isListed, rest = ""] = assignment.exec(text) ?? [];
  if (name === undefined) return undefined;
  return isListed === undefined ? ranged(name, rest) : listed(name, rest);
}

function ranged(name: string, written: string): Parameter | undefined {
  const [, from = Number.NaN, to = Number.NaN, step = Number.NaN] = range.exec(written)?.map(Number) ?? [];
  return to > from && step > 0 && (to - from) / step <= mostSteps ? { name, from, to, step } : undefined;
}

function listed(name: string, written: string): Parameter | undefined {
  const parts = written.split(",").map((part) => part.trim());
  const choices = parts.map((part) => (lone.test(part) ? Number(part) : Number.NaN));
  return choices.every(Number.isFinite) ? { name, choices } : undefined;
}

/** An expression, and where it stands. */
export interface Written {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

/** Reads an expression; complains when it is none, or names what is not drawn. */
export function readExpression(draft: Draft, names: Names, written: Written): Formula | undefined {
  const { text, line } = written;
  // A formula may go over several lines; what stands beyond the first is told at its end.
  const columnAt = (index: number): number => Math.min(written.column + Math.max(0, index), lineOf(draft.page, line).length + 1);
  // Most braces hold a name alone.
  const reading: FormulaReading = name.test(text) ? { formula: { op: "name", name: text }, names: [text] } : readFormula(text);
  if ("message" in reading) {
    complain(draft.page, { rule: "formula-form", line, column: columnAt(reading.at), message: reading.message });
    // What cannot be read may use any of them.
    for (const drawn of names.drawn.keys()) names.used.add(drawn);
    return undefined;
  }
  for (const used of reading.names) {
    names.used.add(used);
    if (!names.drawn.has(used))
      complain(draft.page, {
        rule: "formula-name",
        line,
        column: columnAt(text.search(new RegExp(`\\b${used}\\b`))),
        message: `"${used}" is not drawn`,
      });
  }
  return reading.formula;
}

const braces = /\{(=?)([^{}]*)\}/g;

/** Checks every `{= …}` and `{name}` of a line. */
export function checkLine(draft: Draft, names: Names, line: number): void {
  const text = lineOf(draft.page, line);
  if (!text.includes("{")) return;
  for (const found of text.matchAll(braces)) {
    const [, sign = "", inner = ""] = found;
    const written = { text: sign === "=" ? splitDecimals(inner).formula : inner, line, column: found.index + 2 + sign.length };
    readExpression(draft, names, written);
  }
}

// Room: content. Numeric questions: parameters, formula, tolerance, steps. From a draft to a question. Pure.
import { splitDecimals } from "../../domain/case.ts";
import { type Formula, type FormulaReading, readFormula } from "../../domain/formula.ts";
import type { NumericQuestion, Parameter, Tolerance } from "../../domain/question.ts";
import { type Draft, labelledBy } from "../draft.ts";
import { complain, lineOf } from "../page.ts";
import { type Setting, settingNamed } from "../settings-line.ts";
import { type Base, promptOf, questionOf } from "./base.ts";

const number = String.raw`-?\d+(?:\.\d+)?(?:e[+-]?\d+)?`;
const range = new RegExp(`^(${number})\\s+to\\s+(${number})\\s+step\\s+(${number})$`, "i");
const lone = new RegExp(`^${number}$`, "i");
const name = /^[A-Za-z_]\w{0,99}$/;
/** More would not be seen to differ. */
const mostSteps = 1_000_000;
const assignment = /^([A-Za-z_]\w*)\s*=\s*(?:(one of)\s+)?(\S.*)$/is;

export function readNumeric(draft: Draft, base: Base): NumericQuestion {
  const given = readGiven(draft);
  const used = new Set<string>();
  const names: Names = { drawn: given, used };
  const formula = readMainFormula(draft, names);
  checkExpressions(draft, names);
  for (const [name, { line, column }] of given) {
    if (!used.has(name)) complain(draft.page, { rule: "parameter-unused", line, column, message: `"${name}" is drawn but not used` });
  }
  const tolerance = readTolerance(draft, settingNamed(draft.intro.settings, "tolerance"));
  const unit = settingNamed(draft.intro.settings, "unit")?.value;
  const parameters = [...given.values()].map(({ parameter }) => parameter);
  return questionOf(base, {
    kind: "numeric",
    prompt: promptOf(draft, base),
    parameters,
    formula,
    unit,
    tolerance,
    steps: draft.steps.map((item) => item.text),
  });
}

/** Names that are drawn, and those that an expression was seen to use. */
interface Names {
  readonly drawn: ReadonlyMap<string, Given>;
  readonly used: Set<string>;
}

interface Given {
  readonly parameter: Parameter;
  readonly line: number;
  readonly column: number;
}

/** The parameters by name. */
function readGiven(draft: Draft): ReadonlyMap<string, Given> {
  const given = new Map<string, Given>();
  for (const { text, line, column } of draft.given) {
    const parameter = readParameter(text.replaceAll("`", ""));
    if (!parameter) complain(draft.page, { rule: "parameter-form", line, column, message: `"${text}" does not say what to draw` });
    else if (given.has(parameter.name)) complain(draft.page, { rule: "parameter-repeated", line, column, message: `"${parameter.name}" is drawn twice` });
    else given.set(parameter.name, { parameter, line, column });
  }
  if (draft.given.length === 0)
    complain(draft.page, { rule: "section-missing", line: draft.line, message: "a numeric question needs `Given:` with the numbers to draw" });
  return given;
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

interface Written {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

const ticked = /^`[^`]*`$/;

function readMainFormula(draft: Draft, names: Names): Formula {
  const [first, second] = labelledBy(draft, "Formula");
  if (second) complain(draft.page, { rule: "section-repeated", line: second.line, message: "there are two formulas" });
  const { text, line, column } = first ?? { text: "", line: draft.line, column: 1 };
  const written: Written = ticked.test(text) ? { text: text.slice(1, -1), line, column: column + 1 } : { text, line, column };
  return readExpression(draft, names, written) ?? { op: "number", value: Number.NaN };
}

function readExpression(draft: Draft, names: Names, written: Written): Formula | undefined {
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

/** Checks every `{= …}` and `{name}` of the prompt and the steps. */
function checkExpressions(draft: Draft, names: Names): void {
  for (const line of draft.intro.lines) checkLine(draft, names, line);
  for (const step of draft.steps) for (let { line } = step; line <= step.lastLine; line += 1) checkLine(draft, names, line);
}

function checkLine(draft: Draft, names: Names, line: number): void {
  const text = lineOf(draft.page, line);
  if (!text.includes("{")) return;
  for (const found of text.matchAll(braces)) {
    const [, sign = "", inner = ""] = found;
    const written = { text: sign === "=" ? splitDecimals(inner).formula : inner, line, column: found.index + 2 + sign.length };
    readExpression(draft, names, written);
  }
}

const usualTolerance: Tolerance = { by: "share", size: 0.01 };
/** Beyond half of the value nothing would be wrong. */
const widestShare = 50;

function readTolerance(draft: Draft, setting: Setting | undefined): Tolerance {
  if (!setting) return usualTolerance;
  const { value, line, column } = setting;
  const [, digits = "", sign] = /^(\d+(?:\.\d+)?)\s*(%?)$/.exec(value) ?? [];
  const size = Number(digits);
  const isShare = sign === "%";
  if (sign !== undefined && !(isShare && size > widestShare)) return isShare ? { by: "share", size: size / 100 } : { by: "amount", size };
  complain(draft.page, { rule: "setting-value", line, column, message: `"${value}" is not a tolerance` });
  return usualTolerance;
}

// Room: content. Numeric questions: parameters, formula, tolerance, steps. From a draft to fields. Pure.
import { splitDecimals } from "../../domain/case.ts";
import { type Formula, readFormula } from "../../domain/formula.ts";
import type { Parameter, Tolerance } from "../../domain/question.ts";
import { type Draft, linesText } from "../draft.ts";
import type { Item } from "../items.ts";
import { complain } from "../page.ts";
import type { Setting } from "../settings-line.ts";
import type { Fields } from "./quick.ts";

interface NumericFields {
  readonly parameters: readonly Parameter[];
  readonly formula: Formula;
  readonly unit: string | undefined;
  readonly tolerance: Tolerance;
  readonly steps: readonly string[];
}

const number = String.raw`-?\d+(?:\.\d+)?(?:e[+-]?\d+)?`;
const range = new RegExp(`^([A-Za-z_]\\w*)\\s*=\\s*(${number})\\s+to\\s+(${number})\\s+step\\s+(${number})$`, "i");
const listed = new RegExp(`^([A-Za-z_]\\w*)\\s*=\\s*one of\\s+(${number}(?:\\s*,\\s*${number})*)$`, "i");

export function readNumeric(draft: Draft): Fields<NumericFields> {
  const prompt = linesText(draft.page, draft.intro.lines);
  const parameters = readParameters(draft);
  const names = new Set(parameters.map((parameter) => parameter.name));
  const formula = readMainFormula(draft, names);
  checkExpressions(draft, names);
  checkUse(draft, parameters);
  const tolerance = readTolerance(draft, draft.settings.get("tolerance"));
  const unit = draft.settings.get("unit")?.value;
  return { prompt, fields: { parameters, formula, unit, tolerance, steps: draft.steps.map((item) => item.text) } };
}

function readParameters(draft: Draft): Parameter[] {
  const parameters: Parameter[] = [];
  for (const item of draft.given) {
    const parameter = readParameter(item.text.replaceAll("`", ""));
    if (!parameter) complain(draft.page, { rule: "parameter-form", line: item.line, column: item.column, message: `"${item.text}" does not say what to draw` });
    else if (parameters.some((other) => other.name === parameter.name)) complain(draft.page, { rule: "parameter-repeated", line: item.line, column: item.column, message: `"${parameter.name}" is drawn twice` });
    else parameters.push(parameter);
  }
  if (parameters.length === 0 && draft.given.length === 0) complain(draft.page, { rule: "section-missing", line: draft.line, message: "a numeric question needs `Given:` with the numbers to draw" });
  return parameters;
}

function readParameter(text: string): Parameter | undefined {
  const choices = listed.exec(text);
  if (choices) return { name: choices[1] ?? "", choices: (choices[2] ?? "").split(",").map(Number) };
  const found = range.exec(text);
  if (!found) return undefined;
  const [from, to, step] = [Number(found[2]), Number(found[3]), Number(found[4])];
  return to > from && step > 0 && (to - from) / step <= 1_000_000 ? { name: found[1] ?? "", from, to, step } : undefined;
}

function readMainFormula(draft: Draft, names: ReadonlySet<string>): Formula {
  const [first, second] = draft.labelled.Formula;
  if (second) complain(draft.page, { rule: "section-repeated", line: second.line, message: "there are two formulas" });
  const written = first ?? { text: "", line: draft.line, column: 1 };
  const ticks = written.text.startsWith("`") ? 1 : 0;
  const text = written.text.replace(/^`|`$/g, "");
  return readExpression(draft, names, { text, line: written.line, column: written.column + ticks }) ?? { op: "number", value: Number.NaN };
}

function readExpression(draft: Draft, names: ReadonlySet<string>, written: { readonly text: string; readonly line: number; readonly column: number }): Formula | undefined {
  const { text, line, column } = written;
  const reading = readFormula(text);
  if ("message" in reading) {
    complain(draft.page, { rule: "formula-form", line, column: column + reading.at, message: reading.message });
    return undefined;
  }
  for (const name of reading.names) {
    if (!names.has(name)) complain(draft.page, { rule: "formula-name", line, column: column + Math.max(0, text.search(new RegExp(`\\b${name}\\b`))), message: `"${name}" is not drawn` });
  }
  return reading.formula;
}

/** Checks every `{= …}` and `{name}` of the prompt and the steps. */
function checkExpressions(draft: Draft, names: ReadonlySet<string>): void {
  const lines = [...draft.intro.lines, ...draft.steps.map((step: Item) => step.line)];
  for (const line of lines) {
    for (const found of (draft.page.lines[line - 1] ?? "").matchAll(/\{(=?)([^{}]*)\}/g)) {
      const inner = found[2] ?? "";
      const text = found[1] === "=" ? splitDecimals(inner).formula : inner;
      readExpression(draft, names, { text, line, column: found.index + 2 + (found[1] ?? "").length });
    }
  }
}

function checkUse(draft: Draft, parameters: readonly Parameter[]): void {
  const text = [...draft.intro.lines, ...draft.labelled.Formula.map(({ line }) => line)].map((line) => draft.page.lines[line - 1] ?? "").join("\n");
  for (const [index, { name }] of parameters.entries()) {
    const item = draft.given[index];
    if (item && !new RegExp(`\\b${name}\\b`).test(text)) complain(draft.page, { rule: "parameter-unused", line: item.line, column: item.column, message: `"${name}" is drawn but not used` });
  }
}

function readTolerance(draft: Draft, setting: Setting | undefined): Tolerance {
  const found = /^(\d+(?:\.\d+)?)\s*(%?)$/.exec(setting?.value ?? "1%");
  const size = Number(found?.[1] ?? 1);
  const isShare = found?.[2] === "%";
  if (setting && (!found || (isShare && size > 50))) complain(draft.page, { rule: "setting-value", line: setting.line, column: setting.column, message: `"${setting.value}" is not a tolerance` });
  return isShare || !found ? { by: "share", size: size / 100 } : { by: "amount", size };
}

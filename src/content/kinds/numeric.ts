// Room: content. Numeric questions: parameters, formula, tolerance, steps. From a draft to a question. Pure.
import type { Formula } from "../../domain/formula.ts";
import type { NumericQuestion, Tolerance } from "../../domain/question.ts";
import { type Draft, labelledBy } from "../draft.ts";
import { complain } from "../page.ts";
import { type Setting, settingNamed } from "../settings-line.ts";
import { type Base, promptOf, questionOf } from "./base.ts";
import { checkLine, type Names, parametersOf, readExpression, readNames, type Written } from "./given.ts";

export function readNumeric(draft: Draft, base: Base): NumericQuestion {
  const names = readNames(draft);
  if (draft.given.length === 0)
    complain(draft.page, { rule: "section-missing", line: draft.line, message: "a numeric question needs `Given:` with the numbers to draw" });
  const formula = readMainFormula(draft, names);
  for (const line of draft.intro.lines) checkLine(draft, names, line);
  for (const step of draft.steps) for (let { line } = step; line <= step.lastLine; line += 1) checkLine(draft, names, line);
  return questionOf(base, {
    kind: "numeric",
    prompt: promptOf(draft, base),
    parameters: parametersOf(draft, names),
    formula,
    unit: settingNamed(draft.intro.settings, "unit")?.value,
    tolerance: readTolerance(draft, settingNamed(draft.intro.settings, "tolerance")),
    steps: draft.steps.map((item) => item.text),
  });
}

const ticked = /^`[^`]*`$/;

function readMainFormula(draft: Draft, names: Names): Formula {
  const [first, second] = labelledBy(draft, "Formula");
  if (second) complain(draft.page, { rule: "section-repeated", line: second.line, message: "there are two formulas" });
  const { text, line, column } = first ?? { text: "", line: draft.line, column: 1 };
  const written: Written = ticked.test(text) ? { text: text.slice(1, -1), line, column: column + 1 } : { text, line, column };
  return readExpression(draft, names, written) ?? { op: "number", value: Number.NaN };
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

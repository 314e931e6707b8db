// Room: content. The dashboard of a sort question: columns, how many rows are drawn, the numbers in them. From a draft, with complaints. Pure.
import { cellsOf } from "../../domain/dashboard.ts";
import type { Dashboard, Parameter } from "../../domain/question.ts";
import { type Draft, hasLabel, labelledBy } from "../draft.ts";
import { numberSetting } from "../header.ts";
import { type Item, splitReason } from "../items.ts";
import { complain } from "../page.ts";
import { type Setting, settingNamed } from "../settings-line.ts";
import { checkLine, parametersOf, readNames } from "./given.ts";

/** What is drawn of a sort question with `Table:`; undefined where it has none. `rows` are the items of all buckets. */
export function readDashboard(draft: Draft, rows: readonly Item[], buckets: number): Dashboard | undefined {
  const draw = settingNamed(draft.intro.settings, "draw");
  if (!hasLabel(draft, "Table")) {
    complainOfDrawing(draft, draw);
    return undefined;
  }
  const columns = readColumns(draft);
  for (const row of rows) checkCells(draft, row, columns.length);
  const limits = { key: "draw", least: buckets, most: rows.length, whole: true };
  return { columns, draw: numberSetting(draft.page, draw, limits), parameters: readParameters(draft, rows) };
}

function complainOfDrawing(draft: Draft, draw: Setting | undefined): void {
  if (!draw && draft.given.length === 0) return;
  const { line, keyColumn: column } = draw ?? { line: draft.line, keyColumn: 1 };
  complain(draft.page, { rule: "table-missing", line, column, message: "something is drawn, and no `Table:` names the columns" });
}

function readParameters(draft: Draft, rows: readonly Item[]): readonly Parameter[] {
  const names = readNames(draft);
  for (const line of draft.intro.lines) checkLine(draft, names, line);
  for (const row of rows) for (let { line } = row; line <= row.lastLine; line += 1) checkLine(draft, names, line);
  return parametersOf(draft, names);
}

function readColumns(draft: Draft): readonly string[] {
  const [first, second] = labelledBy(draft, "Table");
  if (second) complain(draft.page, { rule: "section-repeated", line: second.line, message: "there are two tables" });
  return cellsOf(first?.text ?? "");
}

function checkCells({ page }: Draft, { text, line, column }: Item, columns: number): void {
  const cells = cellsOf(splitReason(text).text).length;
  if (cells === columns) return;
  complain(page, { rule: "row-cells", line, column, message: `the row has ${cells === 1 ? "one cell" : `${cells} cells`}, the table ${columns} columns` });
}

// Room: terminal. Tables whose columns shrink to the window; too narrow for that, they become lists. Pure.
import { greatest } from "../../domain/greatest.ts";
import { textWidth } from "../prompts/cells.ts";
import type { Theme } from "../theme.ts";
import { hang, pad, spacedAll, type Style, trimEnd, wrap } from "./wrap.ts";

export interface Column {
  /** Empty for a column of signs or numbers that explain themselves. */
  readonly title: string;
  readonly align?: "left" | "right";
  readonly style?: Style;
}

/** Plain texts, one for each column. */
export interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
}

const gap = 2;
/** A column of text narrower than this is harder to read than a list. */
const leastText = 16;

/** The table as rows of at most `width` cells. */
export function tableRows(table: Table, theme: Theme, width = theme.columns()): readonly string[] {
  const widths = fit(table, width);
  return widths ? drawTable(table, widths, theme).map(trimEnd) : drawList(table, theme, width);
}

/** Takes cells from the widest column until all fit; undefined when a column would become too narrow. */
function fit({ columns, rows }: Table, width: number): readonly number[] | undefined {
  const cells = columns.map(({ title }, index) => [title, ...rows.map((row) => row[index] ?? "")]);
  const widths = cells.map((column) => greatest(column.map(textWidth)));
  let excess = widths.reduce((sum, each) => sum + each, 0) + gap * (columns.length - 1) - width;
  if (excess <= 0) return widths;
  const least = cells.map((column, index) => {
    const width = widths[index] ?? 0;
    return width <= leastText ? width : greatest(column.map(widestPart), leastText);
  });
  const spared = widths.reduce((sum, each, index) => sum + Math.max(0, each - (least[index] ?? 0)), 0);
  if (excess > spared) return undefined;
  while (excess > 0) {
    const spare = widths.map((each, index) => (each > (least[index] ?? 0) ? each : 0));
    const widest = spare.indexOf(greatest(spare));
    widths[widest] = (widths[widest] ?? 0) - 1;
    excess -= 1;
  }
  return widths;
}

/** Cells of the widest word, as a cell of a table is not cut within one. */
function widestPart(cell: string): number {
  return greatest(cell.split(/\s+/).map(textWidth));
}

function drawTable({ columns, rows }: Table, widths: readonly number[], theme: Theme): readonly string[] {
  const line = (cells: readonly string[], styles: readonly (Style | undefined)[]): readonly string[] => {
    const wrapped = widths.map((width, index) => wrapCell(cells[index] ?? "", width));
    const height = greatest(wrapped.map((cell) => cell.length));
    return Array.from({ length: height }, (_, at) =>
      widths.map((width, index) => drawCell(wrapped[index]?.[at] ?? "", { width, align: columns[index]?.align, style: styles[index] })).join(" ".repeat(gap)),
    );
  };
  const head = columns.every(({ title }) => title === "")
    ? []
    : line(
        columns.map(({ title }) => title),
        columns.map(() => theme.bold),
      );
  const rule = head.length === 0 ? [] : [theme.dim(widths.map((width) => theme.glyphs.line.across.repeat(width)).join(" ".repeat(gap)))];
  return [
    ...head,
    ...rule,
    ...rows.flatMap((row) =>
      line(
        row,
        columns.map(({ style }) => style),
      ),
    ),
  ];
}

/** Most cells fit, and are words with a space between them: those need not be taken apart. */
function wrapCell(text: string, width: number): readonly string[] {
  return textWidth(text) <= width && /^\S+(?: \S+)*$/.test(text) ? [text] : wrap(text, width);
}

function drawCell(
  text: string,
  { width, align, style }: { readonly width: number; readonly align: Column["align"]; readonly style: Style | undefined },
): string {
  const room = " ".repeat(Math.max(width - textWidth(text), 0));
  const drawn = style && text !== "" ? style(text) : text;
  return align === "right" ? room + drawn : pad(drawn, width);
}

/** The first cell as a heading, the others beneath it with their titles. */
function drawList({ columns, rows }: Table, theme: Theme, width: number): readonly string[] {
  const items = rows.map((row) => {
    const [first = "", ...rest] = row;
    const lines = rest.flatMap((cell, index) => {
      const title = columns[index + 1]?.title ?? "";
      return cell === "" ? [] : hang("  ", wrap(title === "" ? cell : `${title}: ${cell}`, width - 2));
    });
    return [...wrap(first, width, theme.bold), ...lines];
  });
  return spacedAll(items);
}

// Room: terminal. Triangle, tiers and matrix as drawings. Pure.
import { greatest } from "../../domain/greatest.ts";
import { textWidth } from "../prompts/cells.ts";
import type { Theme } from "../theme.ts";
import { pathRows } from "./boxes.ts";
import { type Canvas, createCanvas } from "./canvas.ts";
import { centre, wrap } from "./wrap.ts";

/** What a drawing is made of. */
export interface Drawing {
  readonly title: string;
  /** `1 Business metric`, in order. */
  readonly parts: readonly string[];
}

const wide = 72;

/** A triangle, its three parts at its corners. Any other number of parts becomes a cycle. */
export function triangleRows({ title, parts }: Drawing, theme: Theme, width: number): readonly string[] {
  const [top, left, right] = parts;
  if (top === undefined || left === undefined || right === undefined || parts.length > 3)
    return pathRows({ nodes: parts.map((part) => ({ lines: [part] })), closes: true }, theme, width);
  const canvas = createCanvas();
  const height = width >= wide ? 11 : 8;
  const label = Math.min(Math.floor(width / 2) - 2, 30);
  const corners = [wrap(left, label), wrap(right, label)] as const;
  const head = wrap(top, label);
  const middle = Math.max(height + Math.floor(widthOf(corners[0]) / 2), widthOf(corners[0]) + 1, Math.ceil(widthOf(head) / 2));
  head.forEach((row, at) => canvas.put(at, middle - Math.floor(textWidth(row) / 2), row));
  const { line } = theme.glyphs;
  for (let at = 0; at < height; at += 1) {
    canvas.put(head.length + at, middle - at - 1, line.rising);
    canvas.put(head.length + at, middle + at, line.falling);
  }
  const base = head.length + height - 1;
  canvas.put(base, middle - height + 1, line.across.repeat(2 * height - 2));
  putInside(title, { canvas, middle, base, height });
  const [leftWidth, rightWidth] = [widthOf(corners[0]), widthOf(corners[1])];
  const leftAt = Math.min(middle - height - Math.floor(leftWidth / 2), middle - 1 - leftWidth);
  const rightAt = Math.max(middle + height - Math.ceil(rightWidth / 2), middle + 2);
  corners[0].forEach((row, at) => canvas.put(base + 1 + at, leftAt, row));
  corners[1].forEach((row, at) => canvas.put(base + 1 + at, rightAt, row));
  return canvas.rows();
}

function widthOf(rows: readonly string[]): number {
  return greatest(rows.map(textWidth));
}

interface Inside {
  readonly canvas: Canvas;
  readonly middle: number;
  readonly base: number;
  readonly height: number;
}

/** The title, where the triangle is wide enough for its words; else nowhere, for it stands above the figure too. */
function putInside(title: string, { canvas, middle, base, height }: Inside): void {
  const rows = wrap(title, height);
  const top = base - rows.length;
  const roomAt = (row: number): number => 2 * (height - (base - row)) - 4;
  if (rows.some((row, at) => textWidth(row) > roomAt(top + at))) return;
  rows.forEach((row, at) => canvas.put(top + at, middle - Math.ceil(textWidth(row) / 2), row));
}

/** Layers, each wider than the one above it. */
export function tierRows({ parts }: Drawing, theme: Theme, width: number): readonly string[] {
  const { line } = theme.glyphs;
  const step = width >= wide ? 4 : 2;
  const longest = greatest(parts.map(textWidth)) + 4;
  const narrowest = Math.max(Math.min(longest, width - 2 * step * (parts.length - 1)), 10);
  const widthAt = (index: number): number => narrowest + 2 * step * index;
  const leftAt = (index: number): number => step * (parts.length - 1 - index);
  const rows: string[] = [];
  parts.forEach((part, index) => {
    const inner = widthAt(index) - 2;
    const left = " ".repeat(leftAt(index));
    rows.push(index === 0 ? left + line.topLeft + line.across.repeat(inner) + line.topRight : left + seam(widthAt(index - 1), step, theme));
    for (const row of wrap(part, inner - 2)) rows.push(`${left}${line.down}${centre(row, inner)}${line.down}`);
  });
  return [...rows, line.bottomLeft + line.across.repeat(widthAt(parts.length - 1) - 2) + line.bottomRight];
}

function seam(above: number, step: number, theme: Theme): string {
  const { line } = theme.glyphs;
  const shoulder = line.across.repeat(step - 1);
  return line.topLeft + shoulder + line.teeBottom + line.across.repeat(above - 2) + line.teeBottom + shoulder + line.topRight;
}

/** Four parts as fields, row by row; two parts as the axes of an empty field. Any other number becomes a chain. */
export function matrixRows(drawing: Drawing, theme: Theme, width: number): readonly string[] {
  const [first, second, third, fourth] = drawing.parts;
  if (first === undefined || second === undefined || drawing.parts.length > 4 || drawing.parts.length === 3)
    return pathRows({ nodes: drawing.parts.map((part) => ({ lines: [part] })), closes: false }, theme, width);
  if (third === undefined || fourth === undefined) return axesRows(first, second, { theme, width });
  const { line } = theme.glyphs;
  const field = Math.min(Math.floor((width - 3) / 2), width >= wide ? 30 : 22);
  const across = line.across.repeat(field);
  return [
    line.topLeft + across + line.teeTop + across + line.topRight,
    ...fieldRows([first, second], field, theme),
    line.teeLeft + across + line.cross + across + line.teeRight,
    ...fieldRows([third, fourth], field, theme),
    line.bottomLeft + across + line.teeBottom + across + line.bottomRight,
  ];
}

function fieldRows(parts: readonly string[], width: number, theme: Theme): readonly string[] {
  const texts = parts.map((part) => wrap(part, width - 2));
  const height = greatest(texts.map((rows) => rows.length)) + 2;
  const { down } = theme.glyphs.line;
  return Array.from({ length: height }, (_, at) => down + texts.map((rows) => centre(rows[at - 1] ?? "", width)).join(down) + down);
}

function axesRows(across: string, up: string, { theme, width }: { readonly theme: Theme; readonly width: number }): readonly string[] {
  const { line, up: head, arrow } = theme.glyphs;
  const length = width >= wide ? 40 : 24;
  const field = [line.down, line.down, line.down, line.down];
  return [...wrap(up, width), head, ...field, `${line.bottomLeft}${line.across.repeat(length)}${arrow}`, ...wrap(across, width)];
}

// Room: terminal. Boxes with text, in a column or along a path that turns back: the pieces of the figures. Pure.
import { greatest } from "../../domain/greatest.ts";
import { textWidth } from "../prompts/cells.ts";
import type { Theme } from "../theme.ts";
import { type Canvas, createCanvas } from "./canvas.ts";
import { centre, pad, widestWord, wrap } from "./wrap.ts";

/** What stands in a box; every text may take several rows. */
export interface Node {
  readonly lines: readonly string[];
  /** What lies between the box before and this one, written at the arrow where there is room. */
  readonly before?: string | undefined;
}

/** Boxes that lead to each other. */
export interface Path {
  readonly nodes: readonly Node[];
  /** True: the last box leads back to the first. */
  readonly closes: boolean;
}

/** Cells between border and text, both sides. */
const frame = 4;
const shortArrow = 5;
/** Narrower boxes cut too many words, and read worse than boxes under each other. */
const leastBox = { bare: 18, labelled: 15 } as const;
const widestBox = 28;
const narrowestBox = 13;

/** The path as rows: from left to right and back again where the width allows, else downwards. */
export function pathRows(path: Path, theme: Theme, width: number): readonly string[] {
  const folded = labelledPlan(path, width) ?? foldedPlan(path, { arrow: shortArrow, least: leastBox.bare, width });
  return folded ? drawFolded(path, folded, theme) : drawColumn(path, theme, width);
}

/** Two rows of boxes. */
interface Plan {
  readonly perRow: number;
  readonly box: number;
  readonly arrow: number;
}

/** Arrows as long as what stands on them. */
function labelledPlan(path: Path, width: number): Plan | undefined {
  const widest = greatest(path.nodes.map(({ before }) => textWidth(before ?? "")));
  return widest === 0 ? undefined : foldedPlan(path, { arrow: widest + 2, least: leastBox.labelled, width });
}

/** Undefined where the words would not fit. */
function foldedPlan({ nodes }: Path, { arrow, least, width }: { readonly arrow: number; readonly least: number; readonly width: number }): Plan | undefined {
  const perRow = Math.ceil(nodes.length / 2);
  if (perRow < 2) return undefined;
  const box = Math.floor((width - arrow * (perRow - 1)) / perRow);
  const needed = greatest(nodes.flatMap(({ lines }) => lines.map(widestWord))) + frame;
  return box < Math.max(needed, least) ? undefined : { perRow, box: Math.min(box, widestBox), arrow };
}

interface Place {
  readonly row: number;
  readonly column: number;
  readonly width: number;
}

/** Rows between the upper and the lower boxes. */
const turnRows = 2;

function drawFolded(path: Path, plan: Plan, theme: Theme): readonly string[] {
  const canvas = createCanvas();
  const { perRow, box, arrow } = plan;
  const texts = path.nodes.map(({ lines }) => lines.flatMap((line) => wrap(line, box - frame)));
  const height = (from: number, to: number): number => greatest(texts.slice(from, to).map((rows) => rows.length)) + 2;
  const upper = height(0, perRow);
  const lowerHeight = height(perRow, path.nodes.length);
  const places = path.nodes.map((_, index): Place =>
    index < perRow
      ? { row: 0, column: index * (box + arrow), width: box }
      : { row: upper + turnRows, column: lowerColumn(index - perRow, path, plan), width: box },
  );
  places.forEach((place, index) => putBox(canvas, place, { rows: texts[index] ?? [], height: index < perRow ? upper : lowerHeight, theme }));
  for (let index = 1; index < places.length; index += 1) {
    if (index !== perRow)
      putArrow(canvas, [places[index - 1], places[index]], {
        before: path.nodes[index]?.before,
        middle: Math.floor((index < perRow ? upper : lowerHeight) / 2),
        theme,
      });
  }
  putTurn(canvas, places[perRow - 1], { from: upper, rows: turnRows, before: path.nodes[perRow]?.before, theme });
  if (path.closes) putRise(canvas, places[0], { from: upper, rows: turnRows, theme });
  return canvas.rows();
}

/** The way back runs from the right edge to the left one, however few boxes it has. */
function lowerColumn(index: number, { nodes }: Path, { perRow, box, arrow }: Plan): number {
  const count = nodes.length - perRow;
  const right = (perRow - 1) * (box + arrow);
  return count === 1 ? right : Math.round(right - (right * index) / (count - 1));
}

interface Box {
  readonly rows: readonly string[];
  readonly height: number;
  readonly theme: Theme;
}

function putBox(canvas: Canvas, place: Place, { rows, height, theme }: Box): void {
  const { line } = theme.glyphs;
  const across = line.across.repeat(place.width - 2);
  canvas.put(place.row, place.column, line.topLeft + across + line.topRight);
  for (let at = 0; at < height - 2; at += 1) {
    canvas.put(place.row + 1 + at, place.column, `${line.down} ${pad(rows[at] ?? "", place.width - frame)} ${line.down}`);
  }
  canvas.put(place.row + height - 1, place.column, line.bottomLeft + across + line.bottomRight);
}

interface Arrow {
  readonly before: string | undefined;
  readonly middle: number;
  readonly theme: Theme;
}

/** An arrow between two boxes of a row, with what lies between them where there is room. */
function putArrow(canvas: Canvas, [from, to]: readonly [Place | undefined, Place | undefined], { before, middle, theme }: Arrow): void {
  if (!from || !to) return;
  const isBack = to.column < from.column;
  const start = isBack ? to.column + to.width : from.column + from.width;
  const length = (isBack ? from.column : to.column) - start;
  const { across } = theme.glyphs.line;
  const row = from.row + middle;
  canvas.put(row, start, isBack ? theme.glyphs.back + across.repeat(length - 1) : across.repeat(length - 1) + theme.glyphs.arrow);
  if (before !== undefined && textWidth(before) <= length - 2) canvas.put(row - 1, start + 1, centre(before, length - 2).trimEnd());
}

interface Turn {
  readonly from: number;
  readonly rows: number;
  readonly before?: string | undefined;
  readonly theme: Theme;
}

function putTurn(canvas: Canvas, place: Place | undefined, { from, rows, before, theme }: Turn): void {
  if (!place) return;
  const column = place.column + Math.floor(place.width / 2);
  for (let at = 0; at < rows; at += 1) canvas.put(from + at, column, at === rows - 1 ? theme.glyphs.down : theme.glyphs.line.down);
  if (before !== undefined && textWidth(before) <= column - 2) canvas.put(from, column - 2 - textWidth(before), before);
}

function putRise(canvas: Canvas, place: Place | undefined, { from, rows, theme }: Turn): void {
  if (!place) return;
  const column = place.column + Math.floor(place.width / 2);
  for (let at = 0; at < rows; at += 1) canvas.put(from + at, column, at === 0 ? theme.glyphs.up : theme.glyphs.line.down);
}

/** Boxes under each other; a path that closes runs back up at the right. */
function drawColumn(path: Path, theme: Theme, width: number): readonly string[] {
  const { glyphs } = theme;
  const side = path.closes ? 4 : 0;
  const most = greatest(path.nodes.flatMap(({ lines }) => lines.map(textWidth))) + frame;
  const box = Math.max(Math.min(most, width - side, 44), narrowestBox);
  const canvas = createCanvas();
  const tops: number[] = [];
  let row = 0;
  path.nodes.forEach(({ lines }, index) => {
    const rows = lines.flatMap((line) => wrap(line, box - frame));
    tops.push(row + 1);
    putBox(canvas, { row, column: 0, width: box }, { rows, height: rows.length + 2, theme });
    row += rows.length + 2;
    if (index === path.nodes.length - 1) return;
    const next = path.nodes[index + 1]?.before;
    canvas.put(row, Math.floor(box / 2), next === undefined ? glyphs.down : `${glyphs.down} ${next}`);
    row += 1;
  });
  if (path.closes) putWayBack(canvas, { top: tops[0] ?? 0, bottom: tops.at(-1) ?? 0, column: box, theme });
  return canvas.rows();
}

function putWayBack(
  canvas: Canvas,
  { top, bottom, column, theme }: { readonly top: number; readonly bottom: number; readonly column: number; readonly theme: Theme },
): void {
  const { line, back } = theme.glyphs;
  canvas.put(top, column, `${back}${line.across}${line.topRight}`);
  for (let row = top + 1; row < bottom; row += 1) canvas.put(row, column + 2, line.down);
  canvas.put(bottom, column, `${line.across.repeat(2)}${line.bottomRight}`);
}

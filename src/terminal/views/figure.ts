// Room: terminal. A framework drawn by its shape, and a loop's rounds as a path. Pure.
import type { Framework, Shape } from "../../domain/framework.ts";
import type { Loop, Round } from "../../domain/loop.ts";
import { textWidth } from "../prompts/cells.ts";
import type { Theme } from "../theme.ts";
import { pathRows } from "./boxes.ts";
import { plainText } from "./markdown.ts";
import { type Drawing, matrixRows, tierRows, triangleRows } from "./shapes.ts";
import { hangText, wrap } from "./wrap.ts";

type Draw = (drawing: Drawing, theme: Theme, width: number) => readonly string[];

const shapes: Readonly<Record<Shape, Draw>> = {
  triangle: triangleRows,
  cycle: ({ parts }, theme, width) => pathRows({ nodes: parts.map((part) => ({ lines: [part] })), closes: true }, theme, width),
  chain: ({ parts }, theme, width) => pathRows({ nodes: parts.map((part) => ({ lines: [part] })), closes: false }, theme, width),
  tiers: tierRows,
  matrix: matrixRows,
};

/** A framework as a drawing of at most the theme's columns; with `--plain` as lines, for nothing can be drawn to a screen reader. */
export function frameworkFigure(framework: Framework, theme: Theme): readonly string[] {
  const parts = framework.parts.map(({ name }, index) => `${index + 1} ${plainText(name)}`);
  const lines = linesOf(framework.shape, parts, theme);
  return parts.length === 0 ? lines : drawnOr(lines, theme, (width) => shapes[framework.shape]({ title: framework.title, parts }, theme, width));
}

const joins: Readonly<Record<Shape, string>> = {
  triangle: "A triangle of three corners:",
  cycle: "A cycle; the last leads back to the first:",
  chain: "A chain; each leads to the next:",
  tiers: "Tiers, from the top:",
  matrix: "A matrix of four fields:",
};

function linesOf(shape: Shape, parts: readonly string[], theme: Theme): readonly string[] {
  return [...wrap(joins[shape], theme.columns()), ...parts.flatMap((part) => hangText("  ", part, theme.columns()))];
}

/** The rounds of a loop as a path of boxes, to the decision. */
export function loopFigure(loop: Loop, theme: Theme): readonly string[] {
  const rounds = loop.rounds.map((round, index) => ({
    lines: [`${index + 1} ${plainText(round.title)}`, tellMinutes(round)],
    before: index === 0 ? undefined : loop.gap,
  }));
  const decision = { lines: ["Decision", ...(loop.days === undefined ? [] : [`day ${loop.days}`])] };
  const nodes = [...rounds, decision];
  const lines = nodes.flatMap((node) => hangText("  ", node.lines.join(", "), theme.columns()));
  return drawnOr(lines, theme, (width) => pathRows({ nodes, closes: false }, theme, width));
}

/** The drawing; plain lines where it may not be, or is too wide for the window. */
function drawnOr(lines: readonly string[], theme: Theme, draw: (width: number) => readonly string[]): readonly string[] {
  const width = theme.columns();
  const drawn = theme.plain ? [] : draw(width);
  return drawn.length === 0 || drawn.some((row) => textWidth(row) > width) ? lines : drawn;
}

function tellMinutes(round: Round): string {
  return round.minutes === undefined ? "time not told" : `${round.minutes} min`;
}

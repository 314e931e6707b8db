// Room: terminal. How an answer was told, dimension by dimension, in a row or two. Pure.
import type { Judged } from "../../domain/rubric.ts";
import type { Theme } from "../theme.ts";
import { hang, wrap } from "./wrap.ts";

/** The levels of all dimensions but coverage, for which the marks stand; and the sentence of the lowest, where it is below 4. */
export function levelRows(levels: readonly Judged[], theme: Theme): readonly string[] {
  const others = levels.filter(({ dimension }) => dimension !== "coverage");
  if (others.length === 0) return [];
  const width = theme.columns();
  const lowest = others.reduce((low, judged) => (judged.level < low.level ? judged : low));
  const told = others.map(({ dimension, level }) => `${dimension} ${level}`).join(", ");
  return [
    ...wrap(`Told, 1 to 5: ${told}`, width),
    ...(lowest.level < 4 ? hang("  ", wrap(`${lowest.dimension}: ${lowest.anchor}`, width - 2, theme.dim)) : []),
  ];
}

// Room: terminal. How ready somebody is: a range for each thing that is tested, and its reasons. Pure.
import type { Estimate, Readiness } from "../../domain/readiness.ts";
import type { Theme } from "../theme.ts";
import { tellDay } from "./days.ts";
import { hangText, pad, spaced, viewOf, wrap } from "./wrap.ts";
import { textWidth } from "../prompts/cells.ts";

/** `41 to 76 %`; `not known` without an answer. */
export function tellRange({ value, low, high }: Pick<Estimate, "value" | "low" | "high">): string {
  return value === undefined ? "not known" : `${Math.round(low * 100)} to ${Math.round(high * 100)} %`;
}

/** Every estimate with its two sentences. */
export function readinessView({ day, rounds, signals, competencies }: Readiness, theme: Theme): string {
  const width = theme.columns();
  const head = [
    ...wrap(`How ready you would be on ${tellDay(day)}`, width, theme.bold),
    ...wrap("What an answer may be worth then, in four of five cases. Few answers give a wide range; docs/readiness.md has the sum.", width, theme.dim),
  ];
  const groups = [
    ["Rounds", rounds],
    ["What they look for", signals],
    ["Competencies, least ready first", competencies],
  ] as const;
  return viewOf(
    spaced(
      head,
      ...groups.map(([title, estimates]) => (estimates.length === 0 ? [] : [theme.accent(title), ...estimates.flatMap((one) => rowsOf(one, theme))])),
    ),
  );
}

function rowsOf(estimate: Estimate, theme: Theme): readonly string[] {
  const width = theme.columns();
  const { name, state, why, next } = estimate;
  const told = `${tellRange(estimate)}, ${state}`;
  const gap = width - textWidth(name) - textWidth(told);
  const head = gap >= 2 ? [`${theme.bold(pad(name, textWidth(name) + gap))}${told}`] : [...wrap(name, width, theme.bold), ...wrap(told, width)];
  return [...head, ...hangText("  ", `${why} ${next}`, width)];
}

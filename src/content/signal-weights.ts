// Room: content. What a loop says about how answers show its signals: dimensions and key points with their weights. Pure.
import type { SignalWeight } from "../domain/loop.ts";
import { type Dimension, dimensions } from "../domain/rubric.ts";
import { complain, type Page } from "./page.ts";
import { type Setting, settingNamed, type Settings, splitList } from "./settings-line.ts";

const weighted = /^([a-z][a-z0-9-]*)(?:\s+(\d+(?:\.\d+)?))?$/;
const mostWeight = 10;

interface Named {
  readonly name: string;
  readonly weight: number;
}

/** The weights of `dimensions: evidence 3, coverage` and `points: dollars 2`; a name without a number counts 1. */
export function readSignalWeights(page: Page, settings: Settings): readonly SignalWeight[] {
  const named = readNamed(page, settingNamed(settings, "dimensions")).flatMap(({ name, weight }) => {
    const dimension = dimensions.find((known) => known === name);
    if (!dimension) complainOf(page, settingNamed(settings, "dimensions"), `"${name}" is none of ${tellList(dimensions)}`);
    return dimension ? [{ dimension, weight }] : [];
  });
  return [...named, ...readNamed(page, settingNamed(settings, "points")).map(({ name, weight }) => ({ keyPoint: name, weight }))];
}

function readNamed(page: Page, setting: Setting | undefined): readonly Named[] {
  return splitList(setting?.value ?? "").flatMap((text) => {
    const [, name, size = "1"] = weighted.exec(text) ?? [];
    const weight = Number(size);
    if (name !== undefined && weight > 0 && weight <= mostWeight) return [{ name, weight }];
    complainOf(page, setting, `"${text}" is no name with a weight above 0 and at most ${mostWeight}`);
    return [];
  });
}

function complainOf(page: Page, setting: Setting | undefined, message: string): void {
  complain(page, { rule: "setting-value", line: setting?.line ?? 1, column: setting?.column ?? 1, message });
}

function tellList(names: readonly Dimension[]): string {
  return names.join(", ");
}

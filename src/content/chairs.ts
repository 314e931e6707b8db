// Room: content. What each person of a round presses on. Pure.
import type { Pressing } from "../domain/loop.ts";
import { type Item, splitReason } from "./items.ts";
import { complain, type Page } from "./page.ts";
import { settingNamed, splitList, takeSettings } from "./settings-line.ts";

const mark = /^presses:\s*/i;
const keys = new Set(["points"]);

/** Reads `Presses: data scientist — how it was measured \`points: experiment, test\``; undefined for a bullet of another label. */
export function readPressing(page: Page, item: Item, people: readonly string[]): Pressing | undefined {
  if (!mark.test(item.text)) return undefined;
  const { text, settings } = takeSettings(page, item, keys);
  const { text: person, reason } = splitReason(text.replace(mark, ""));
  const known = people.find((one) => one.toLowerCase() === person.toLowerCase());
  if (known === undefined || reason === undefined) {
    const message = reason === undefined ? `"${text}" does not say on what` : `"${person}" is not among the people of the round`;
    complain(page, { rule: "setting-value", line: item.line, column: item.column, message });
    return undefined;
  }
  return { person: known, on: reason, points: splitList(settingNamed(settings, "points")?.value ?? "") };
}

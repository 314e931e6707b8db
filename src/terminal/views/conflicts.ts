// Room: terminal. A story told with another number than before: both sentences, and when. Pure.
import { dayOf } from "../../domain/calendar.ts";
import type { Conflict } from "../../domain/conflict.ts";
import type { Theme } from "../theme.ts";
import { hangText, spaced, viewOf, wrap } from "./wrap.ts";

/** Both sentences of each conflict; empty for none. The texts come in cleaned. */
export function conflictsView(conflicts: readonly Conflict[], theme: Theme): string {
  if (conflicts.length === 0) return "";
  const width = theme.columns();
  const told = conflicts.flatMap(({ now, before, at }) => [
    ...hangText(`  ${theme.warn("!")} `, `Now ${now.number}: "${now.sentence}"`, width),
    ...hangText("    ", `On ${dayOf(at)} ${before.number}: "${before.sentence}"`, width),
  ]);
  const advice = "Interviewers compare notes: settle on one number, and know where it comes from.";
  return viewOf(spaced([...wrap("You told this story with another number before", width, theme.bold), ...told, ...wrap(advice, width)]));
}

// Room: terminal. How a session went, and what to do next. Pure.
import type { Summary } from "../../practice/ports.ts";
import type { Theme } from "../theme.ts";

/** The end of a session. */
export function summaryView(summary: Summary, theme: Theme): string {
  void theme;
  return summary.opening.title;
}

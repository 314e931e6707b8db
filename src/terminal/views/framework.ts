// Room: terminal. Frameworks, listed and drawn. Pure.
import type { Framework } from "../../domain/framework.ts";
import type { Theme } from "../theme.ts";
import type { FindSource } from "./sources.ts";

/** All frameworks. */
export function frameworkListView(frameworks: readonly Framework[], theme: Theme): string {
  void theme;
  return frameworks.map((framework) => framework.id).join("\n");
}

/** One framework: its figure, its parts, when to use it, a weak and a strong example. */
export function frameworkView(framework: Framework, sources: FindSource, theme: Theme): string {
  void [sources, theme];
  return framework.title;
}

// Room: terminal. Interview loops, listed and drawn, with how far each fact can be trusted. Pure.
import type { Loop } from "../../domain/loop.ts";
import type { Theme } from "../theme.ts";
import type { FindSource } from "./sources.ts";

/** All loops. */
export function loopListView(loops: readonly Loop[], theme: Theme): string {
  void theme;
  return loops.map((loop) => loop.id).join("\n");
}

/** One loop, whole. */
export function loopView(loop: Loop, sources: FindSource, theme: Theme): string {
  void [sources, theme];
  return loop.title;
}

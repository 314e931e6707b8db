// Room: tests. Every reader that is tried.
import { createTheme } from "../../src/terminal/theme.ts";
import { contentTargets } from "./content-targets.ts";
import { otherTargets } from "./other-targets.ts";
import type { Target } from "./target.ts";

/** The readers of the product, as texts reach them. */
export async function openTargets(): Promise<readonly Target[]> {
  const theme = await createTheme({ stream: { isTTY: false, columns: 80 }, env: { LANG: "en_US.UTF-8" }, plain: true });
  return [...contentTargets(theme), ...otherTargets(theme)];
}

// Room: cli. `coach` alone: home, or on the first run who it is for.
import type { App } from "../app.ts";

/** Shows home; with a person at a terminal it then starts what they choose. Resolves with the exit status. */
export async function runHome(app: App): Promise<number> {
  const { showHome } = await import("../runs/home.ts");
  return showHome(app);
}

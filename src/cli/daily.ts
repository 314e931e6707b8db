// Room: cli. A backup a day, made when a session is over and nobody waits.
import type { App } from "./app.ts";

/** Makes today's backup if there is none yet. It is a help, not a promise: where the disk refuses, the next session tries again. */
export async function keepDaily(app: App): Promise<void> {
  const { backUpDaily } = await import("../journal/daily.ts");
  try {
    backUpDaily(app.dataFolder(), app.clock().now());
  } catch {
    app.note("The daily backup was not made; coach data backup says why.\n");
  }
}

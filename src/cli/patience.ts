// Room: cli. Says that longer work is going on: on standard error, and only where somebody looks on.
import type { App } from "./app.ts";

/** From about this many bytes on it takes half a second on a slow machine to read a history. */
const muchHistory = 8_000_000;

/** Does some work that takes over half a second, with a line beside it that is gone afterwards. */
export async function whileTelling<T>(app: App, text: string, work: () => Promise<T>): Promise<T> {
  if (app.world.err.isTTY !== true || app.options.quiet) return work();
  const { whileShowing } = await import("../terminal/progress.ts");
  return whileShowing(text, work, { stream: app.world.stderr, isShown: true, isPlain: (await app.theme()).plain });
}

/** From about this many entries on it takes half a second to make something of them. */
const manyEntries = 20_000;

/** Makes something of a history, and says so where there is much of it. */
export async function whileWeighing<T>(app: App, entries: number, work: () => Promise<T>): Promise<T> {
  return entries < manyEntries ? work() : whileTelling(app, `Weighing ${entries} entries`, work);
}

/** Reads the history, and says so where there is much of it. */
export async function whileReading<T>(app: App, read: () => Promise<T>): Promise<T> {
  const { journalBytes } = await import("../journal/journal.ts");
  const bytes = journalBytes(app.dataFolder());
  return bytes < muchHistory ? read() : whileTelling(app, `Reading your history, ${Math.round(bytes / 1_000_000)} MB`, read);
}

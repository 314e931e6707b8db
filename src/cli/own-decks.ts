// Room: cli. The decks that the program makes for a person, below the folder of the journal: read beside the shipped ones, and added to.
import { join } from "node:path";
import { lookAt, type Root } from "../content/find.ts";
import { CoachError } from "../domain/errors.ts";
import type { App } from "./app.ts";

/** Where the deck of that id lies. */
export function ownDeckFile(app: App, deck: string): string {
  return join(app.dataFolder(), "decks", "questions", `${deck}.md`);
}

/** The root of one's own decks; none for most people, who have none. Throws a CoachError where the disk does not say whether there are any. */
export function ownRoots(app: App): readonly Root[] {
  const folder = ownFolder(app);
  return folder !== undefined && lookAt(folder) ? [{ folder, holds: "questions" }] : [];
}

/** Undefined where there is nowhere to keep anything: then there is nothing of one's own. */
function ownFolder(app: App): string | undefined {
  try {
    return join(app.dataFolder(), "decks", "questions");
  } catch (error) {
    if (error instanceof CoachError) return undefined;
    throw error;
  }
}

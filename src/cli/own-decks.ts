// Room: cli. The decks that the program makes for a person, below the folder of the journal: read beside the shipped ones, and added to.
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Root } from "../content/find.ts";
import { CoachError } from "../domain/errors.ts";
import type { App } from "./app.ts";

/** Where the deck of that id lies. */
export function ownDeckFile(app: App, deck: string): string {
  return join(app.dataFolder(), "decks", "questions", `${deck}.md`);
}

/** The root of one's own decks; none for most people, who have none. */
export function ownRoots(app: App): readonly Root[] {
  try {
    const folder = join(app.dataFolder(), "decks", "questions");
    return existsSync(folder) ? [{ folder, holds: "questions" }] : [];
  } catch (error) {
    // Nowhere to keep anything: then there is nothing of one's own.
    if (error instanceof CoachError) return [];
    throw error;
  }
}

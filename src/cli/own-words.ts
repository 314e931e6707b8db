// Room: cli. The person's own phrasings: beside those of the decks when a library is read, in their file when one is accepted.
import { join } from "node:path";
import { lookAt } from "../content/find.ts";
import { CoachError } from "../domain/errors.ts";
import type { Library } from "../domain/library.ts";
import type { OwnPhrasing } from "../domain/phrasing.ts";
import type { App } from "./app.ts";

const fileName = "phrasings.txt";

/** The library with the person's own phrasings. Most people have none, and then nothing is loaded for them. */
export async function withOwnWords(app: App, library: Library): Promise<Library> {
  const file = fileOf(app);
  if (file === undefined) return library;
  try {
    if (!lookAt(file)) return library;
    const [{ readPhrasings }, { parsePhrasings, withPhrasings }] = await Promise.all([import("../journal/phrasings.ts"), import("../content/phrasings.ts")]);
    return withPhrasings(library, parsePhrasings(readPhrasings(file)));
  } catch (error) {
    // Marking goes on with the decks' own phrasings: a file that cannot be read must not stand in the way of an answer.
    if (!(error instanceof CoachError)) throw error;
    app.note(`coach: ${error.message}\n`);
    return library;
  }
}

/** Undefined where there is no place to keep anything. */
function fileOf(app: App): string | undefined {
  try {
    return join(app.dataFolder(), fileName);
  } catch (error) {
    if (error instanceof CoachError) return undefined;
    throw error;
  }
}

/** Keeps a phrasing, and says how to take it back. */
export async function acceptOwnWords(app: App, phrasing: OwnPhrasing): Promise<void> {
  const file = join(app.dataFolder(), fileName);
  const [{ addPhrasing }, { phrasingLine, phrasingsHead }] = await Promise.all([import("../journal/phrasings.ts"), import("../content/phrasings.ts")]);
  addPhrasing(file, { head: phrasingsHead, line: phrasingLine(phrasing) });
  app.note(`Known from now on. To take it back, delete its line in ${file}.\n`);
}

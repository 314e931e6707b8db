// Room: cli. Earlier tellings of stories, for what is said in a new one.
import { type Telling, tellingOf } from "../../domain/conflict.ts";
import { CoachError } from "../../domain/errors.ts";
import type { Journal } from "../../journal/journal.ts";
import { cleaned } from "./attempts.ts";

/** Attempts at STAR questions and stories that were written, newest first, cleaned. None where the journal cannot be read: the marks that wait for them matter more. */
export async function tellingsIn(journal: Journal): Promise<readonly Telling[]> {
  try {
    const { entries } = await journal.read();
    return entries
      .flatMap((entry): readonly Telling[] => {
        if (entry.type === "attempt") return entry.kind === "star" ? [entry] : [];
        return entry.type === "story" && entry.attempt === "" ? [tellingOf(entry)] : [];
      })
      .toReversed()
      .map(cleaned);
  } catch (error) {
    if (error instanceof CoachError) return [];
    throw error;
  }
}

// Room: cli. Earlier tellings of stories, for what is said in a new one.
import type { Attempt } from "../../domain/attempt.ts";
import { CoachError } from "../../domain/errors.ts";
import type { Journal } from "../../journal/journal.ts";
import { attemptsOf } from "../../progress/history.ts";
import { cleaned } from "./attempts.ts";

/** Attempts at STAR questions, newest first, cleaned. None where the journal cannot be read: the marks that wait for them matter more. */
export async function tellingsIn(journal: Journal): Promise<readonly Attempt[]> {
  try {
    const { entries } = await journal.read();
    return attemptsOf(entries)
      .filter((attempt) => attempt.kind === "star")
      .map(cleaned);
  } catch (error) {
    if (error instanceof CoachError) return [];
    throw error;
  }
}

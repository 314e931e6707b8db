// Room: cli. What was told before, for what is said in a new telling. None of it where the journal cannot be read: the marks that wait for it matter more.
import type { JournalEntry } from "../../domain/attempt.ts";
import { type Telling, tellingOf } from "../../domain/conflict.ts";
import { CoachError } from "../../domain/errors.ts";
import type { BankStory } from "../../domain/story.ts";
import type { Journal } from "../../journal/journal.ts";
import { bankOf } from "../../progress/bank.ts";
import { cleaned } from "./attempts.ts";

/** Attempts at STAR questions and stories that were written, newest first, cleaned. */
export async function tellingsIn(journal: Journal): Promise<readonly Telling[]> {
  return (await entriesIn(journal))
    .flatMap((entry): readonly Telling[] => {
      if (entry.type === "attempt") return entry.kind === "star" ? [entry] : [];
      return entry.type === "story" && entry.attempt === "" ? [tellingOf(entry)] : [];
    })
    .toReversed()
    .map(cleaned);
}

/** The story bank, cleaned. */
export async function storiesIn(journal: Journal): Promise<readonly BankStory[]> {
  return cleaned(bankOf(await entriesIn(journal)));
}

async function entriesIn(journal: Journal): Promise<readonly JournalEntry[]> {
  try {
    return (await journal.read()).entries;
  } catch (error) {
    if (error instanceof CoachError) return [];
    throw error;
  }
}

// Room: domain. The story bank: a story with every telling of it, what it shows. Pure.
import type { AttemptHead, Story } from "./attempt.ts";
import { starParts } from "./question.ts";

/** One telling of a story, or its words as they were written anew. */
export interface Version {
  /** From 1, the first telling. */
  readonly number: number;
  readonly story: Story;
  /** With the score that stands; undefined where it was written, or its record is missing. */
  readonly attempt: AttemptHead | undefined;
  /** The loop of the mock that it was told in; undefined elsewhere. */
  readonly mock: string | undefined;
}

/** A story as the bank holds it. */
export interface BankStory {
  /** That of the first telling. */
  readonly id: string;
  /** Its place by the first telling, from 1: a story keeps its number. */
  readonly number: number;
  /** That of the newest version. */
  readonly title: string;
  /** At least one, oldest first. */
  readonly versions: readonly Version[];
  /** Competencies: those of the questions that it was told to and those that the person says, less those that they took away. */
  readonly shows: readonly string[];
}

/** Words a second of calm speech: 140 a minute. */
export const wordsASecond = 2.3;

/** Words, as a person counts them: runs of what is not space. */
export function wordsIn(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}

/** Seconds that a telling takes aloud. */
export function secondsAloud({ parts }: Pick<Story, "parts">): number {
  return Math.round(starParts.reduce((sum, part) => sum + wordsIn(parts[part]), 0) / wordsASecond);
}

/** True for words that were written with an editor, and not told. */
export function isWritten({ story }: Version): boolean {
  return story.attempt === "";
}

/** The newest version. */
export function latestOf({ versions }: BankStory): Version | undefined {
  return versions.at(-1);
}

/** The stories that a person may mean: the one with that number or id, else those whose title has words that begin as theirs do, in that order. */
export function storiesNamed(bank: readonly BankStory[], name: string): readonly BankStory[] {
  const wanted = lettersOf(name);
  if (wanted === "") return [];
  const exact = bank.filter((story) => String(story.number) === name.trim() || story.id === name.trim());
  return exact.length > 0 ? exact : bank.filter((story) => ` ${lettersOf(story.title)}`.includes(` ${wanted}`));
}

/** What shell words call a story by: as many words of its title as no other story begins with, four at least. */
export function shortName({ title }: BankStory, bank: readonly BankStory[]): string {
  const words = lettersOf(title).split(" ");
  for (let count = 4; count < words.length; count += 1) {
    const name = words.slice(0, count).join("-");
    if (storiesNamed(bank, name).length === 1) return name;
  }
  return words.join("-");
}

/** The letters and digits of a text in small letters, a space between words. */
export function lettersOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/(?<=\p{L})['’](?=\p{L})/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

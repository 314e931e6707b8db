// Room: progress. What changed from one telling of a story to the next, in a few words. Pure.
import { briefLengthOf } from "../domain/brief.ts";
import type { Conflict } from "../domain/conflict.ts";
import { type StarPart, starParts } from "../domain/question.ts";
import { isWritten, type Version, wordsIn } from "../domain/story.ts";

/** A part is told as longer or shorter from so many words, and from this share of the longer one. */
const leastWords = 5;
const leastShare = 0.2;

/** Short phrases: a short form and numbers first; `conflicts` are the numbers that the later one says otherwise. None where the two are much the same. */
export function changesBetween(before: Version, after: Version, conflicts: readonly Conflict[]): readonly string[] {
  const numbers = conflicts.map((conflict) => `${conflict.now.number}, was ${conflict.before.number}`);
  const question = before.story.question === after.story.question ? [] : ["told to another question"];
  const parts = starParts.flatMap((part) => partChange(part, before.story.parts[part], after.story.parts[part]));
  return [...shortForm(after), ...(isWritten(after) ? ["written"] : []), ...renamed(before, after), ...numbers, ...question, ...throughout(parts)];
}

function renamed(before: Version, after: Version): readonly string[] {
  return before.story.title === after.story.title ? [] : ["another title"];
}

/** `in 30 seconds`, where it was told so. */
function shortForm({ attempt }: Version): readonly string[] {
  const seconds = attempt && briefLengthOf(attempt.question);
  return seconds === undefined ? [] : [`in ${seconds} seconds`];
}

/** Four parts that all grew, or all shrank, are one change. */
function throughout(parts: readonly string[]): readonly string[] {
  const way = ["longer", "shorter"].find((word) => parts.length === starParts.length && parts.every((part) => part.endsWith(word)));
  return way === undefined ? parts : [`${way} throughout`];
}

function partChange(part: StarPart, before: string, after: string): readonly string[] {
  const [earlier, later] = [wordsIn(before), wordsIn(after)];
  if (earlier === 0 && later === 0) return [];
  if (earlier === 0) return [`${part} is new`];
  if (later === 0) return [`${part} left out`];
  const change = Math.abs(later - earlier);
  if (change >= leastWords && change >= leastShare * Math.max(earlier, later)) return [`${part} ${change} words ${later > earlier ? "longer" : "shorter"}`];
  return bare(before) === bare(after) ? [] : [`${part} reworded`];
}

function bare(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

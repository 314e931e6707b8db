// Room: progress. Which questions a loop is likely to ask for stories, and how well a story answers one. Pure.
import { wholeId } from "../domain/brief.ts";
import { isCounted } from "../domain/evidence.ts";
import { bandOf } from "../domain/grade.ts";
import type { Loop } from "../domain/loop.ts";
import type { Question, StarQuestion } from "../domain/question.ts";
import type { BankStory, Version } from "../domain/story.ts";

/**
 * The STAR questions of a loop's own decks; then, of those that belong to no company, each that asks a competency which none before it asks.
 * Without a loop the latter alone.
 */
export function likelyQuestions(loop: Loop | undefined, questions: readonly Question[]): readonly StarQuestion[] {
  const star = questions.filter((question) => question.kind === "star");
  const likely = loop ? star.filter(({ deck }) => deck.startsWith(`${loop.id}/`)) : [];
  const asked = new Set(likely.flatMap(({ competencies }) => competencies));
  for (const question of star.filter(({ company }) => company === undefined)) {
    if (question.competencies.every((competency) => asked.has(competency))) continue;
    likely.push(question);
    for (const competency of question.competencies) asked.add(competency);
  }
  return likely;
}

/** True when the story was told to this very question. */
export function isToldTo({ versions }: BankStory, { id }: StarQuestion): boolean {
  return versions.some(({ story }) => story.question === id);
}

/** How many of a question's competencies a story shows. */
export function sharedWith({ shows }: BankStory, { competencies }: StarQuestion): number {
  return competencies.filter((competency) => shows.includes(competency)).length;
}

/** The latest score of a story, of the tellings that pass; undefined where none counts. A short telling is marked for what it can hold, and does not speak for the whole. */
export function scoreOf({ versions }: BankStory, passes: (version: Version) => boolean): number | undefined {
  return versions.findLast((version) => isWhole(version) && passes(version))?.attempt?.score;
}

function isWhole({ attempt }: Version): boolean {
  return attempt !== undefined && isCounted(attempt) && wholeId(attempt.question) === attempt.question;
}

/**
 * True for a score that covers nothing: "not yet" by the bands, below 0.4. Weak answers of the labelled set come to 0.33 in the mean and middling
 * ones to 0.67: who tells one like the former has to be asked again, and a panel writes the competency down as not seen.
 */
export function isTooWeak(score: number | undefined): boolean {
  return score !== undefined && bandOf(score) === "not yet";
}

/** A story without a score that counts is taken for a middling one. */
const unknownScore = 0.5;

/**
 * How well a story answers a question, 0 to 1: the share of what the question asks that it shows (all, where it was told to this question),
 * and at most half less for how it was told. 0: it shows nothing of it.
 */
export function fitOf(story: BankStory, question: StarQuestion): number {
  const isTold = isToldTo(story, question);
  const share = isTold ? 1 : sharedWith(story, question) / Math.max(1, question.competencies.length);
  const score = scoreOf(story, (version) => !isTold || version.story.question === question.id) ?? unknownScore;
  return (share * (1 + score)) / 2;
}

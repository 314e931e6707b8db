// Room: scheduling. How ready somebody is for a set of questions on a day: graded answers, what of them will be recalled, how many there are. Pure.
import type { AttemptHead } from "../domain/attempt.ts";
import type { Day } from "../domain/calendar.ts";
import { gatherEvidence, meanOf, tellShare } from "../domain/evidence.ts";
import type { Card } from "../domain/memory.ts";
import type { QuestionId } from "../domain/question.ts";
import type { Estimate, ReadinessState } from "../domain/readiness.ts";
import { recallOn } from "./fsrs.ts";

/** Something that is tested, with the questions that test it. */
export interface Tested extends Pick<Estimate, "id" | "name" | "of"> {
  readonly questions: readonly QuestionId[];
}

/** What readiness is worked out from. */
export interface ReadinessGround {
  /** Attempts that count, by question, oldest first; for a signal with the share of it as their score. */
  readonly attempts: ReadonlyMap<QuestionId, readonly AttemptHead[]>;
  readonly cards: ReadonlyMap<QuestionId, Card>;
  /** The day that it is for. */
  readonly day: Day;
  /** How far the person's own view of their answers is off the marks, 0 to 1; 0 where that cannot be told. */
  readonly misjudged: number;
}

/** Each answer counts half of the next one: the latest is the best guide, and no single evening decides. */
const older = 0.5;
/** Answers to one question that count at all: a fifth would count a sixteenth. */
const mostAnswers = 4;
/** What cannot be recalled is still worth so much of what it was: a half-remembered answer is put together anew, not lost. */
const unrecalled = 0.5;
/** The uniform prior: before any answer, every credit is as likely as another (Bayes, Laplace); it weighs as much as two answers. */
const prior = { right: 1, wrong: 1 } as const;
/** Four of five cases of a normal distribution lie within so many standard deviations. */
const fourOfFive = 1.2816;
/** Below this mean chance of recall on the day, proven answers will not be there. */
const kept = 0.7;

/** Expected credit with its uncertainty. See docs/readiness.md for the formula. */
export function estimateOf(tested: Tested, ground: ReadinessGround): Estimate {
  const { id, name, of, questions } = tested;
  const evidence = gatherEvidence(questions, ground.attempts);
  const tried = questions.flatMap((question) => triedOf(question, ground) ?? []);
  const credits = tried.map(({ score, recall }) => score * (unrecalled + (1 - unrecalled) * recall));
  const { value, low, high } = spreadOf(credits, ground.misjudged);
  const recall = meanOf(tried.map((one) => one.recall));
  const state = stateOf(evidence, recall);
  const numbers = { answers: evidence.attempts, tried: tried.length, questions: questions.length, recall, state };
  return {
    id,
    name,
    of,
    value: tried.length === 0 ? undefined : value,
    low,
    high,
    ...numbers,
    ...tellWhy({ ...numbers, tried: tried.length, mean: evidence.mean, day: ground.day }),
  };
}

function triedOf(question: QuestionId, { attempts, cards, day }: ReadinessGround): { readonly score: number; readonly recall: number } | undefined {
  const scores = attempts
    .get(question)
    ?.slice(-mostAnswers)
    .map(({ score }) => score);
  if (!scores || scores.length === 0) return undefined;
  let weight = 1;
  let sum = 0;
  let weights = 0;
  for (const score of scores.toReversed()) {
    sum += weight * score;
    weights += weight;
    weight *= older;
  }
  const card = cards.get(question);
  return { score: sum / weights, recall: card ? recallOn(card, day) : 1 };
}

/** The mean and four fifths of a beta distribution: the prior, and each question as one answer that was right in part. */
function spreadOf(credits: readonly number[], misjudged: number): { readonly value: number; readonly low: number; readonly high: number } {
  const right = prior.right + credits.reduce((sum, credit) => sum + credit, 0);
  const all = prior.right + prior.wrong + credits.length;
  const value = right / all;
  const half = fourOfFive * Math.sqrt((value * (1 - value)) / (all + 1)) * (1 + misjudged);
  return { value, low: Math.max(0, value - half), high: Math.min(1, value + half) };
}

function stateOf({ attempts, isProven }: { readonly attempts: number; readonly isProven: boolean }, recall: number | undefined): ReadinessState {
  if (attempts === 0) return "untested";
  return isProven && (recall ?? 0) >= kept ? "ready" : "shaky";
}

interface Told extends Pick<Estimate, "answers" | "tried" | "questions" | "recall" | "state"> {
  readonly mean: number | undefined;
  readonly day: Day;
}

/** Questions that must be answered before an estimate says much. */
const enough = 3;

function tellWhy(told: Told): Pick<Estimate, "why" | "next"> {
  const { answers, tried, questions, recall, state, mean, day } = told;
  if (questions === 0) return { why: "No question of the library tests it.", next: "A question of your own would." };
  if (mean === undefined || recall === undefined)
    return { why: `None of ${many(questions, "question")} answered yet.`, next: "One answer turns a guess into an estimate." };
  const times = answers === tried ? "" : `, ${answers} answers`;
  const why = `${tried} of ${many(questions, "question")} answered${times}, latest ${tellShare(mean)} on average; chance to recall them on ${day}: ${tellShare(recall)}.`;
  if (tried < Math.min(enough, questions)) return { why, next: `${many(Math.min(enough, questions) - tried, "more question")} would narrow it most.` };
  if (recall < kept) return { why, next: "Another look before the day would keep what was learned." };
  if (state === "ready") return { why, next: "A look before the day keeps it." };
  return { why, next: tried < questions ? "What went worst again, then what is untried." : "What went worst again." };
}

function many(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

// Room: domain. The attempts of a history as columns: what counts through all of them makes no object of each. Pure.
import type { AttemptHead } from "./attempt.ts";
import { joinedNames, type Names, namesOf } from "./names.ts";

/** What is the same for many attempts. */
export type AttemptForm = Pick<AttemptHead, "kind" | "timedOut" | "confidence" | "unscored" | "interrupted">;

/** Attempts by their numbers from 0, oldest first. */
export interface AttemptColumns {
  readonly count: number;
  readonly questions: Names;
  /** The row of its question. */
  question(index: number): number;
  at(index: number): string;
  form(index: number): AttemptForm;
  seconds(index: number): number;
  score(index: number): number;
  id(index: number): string;
  head(index: number): AttemptHead;
}

/** Attempts of which some may have been taken back. */
export interface StandingColumns extends AttemptColumns {
  stands(index: number): boolean;
}

/** The columns of attempts that are all there. */
export function columnsOfHeads(heads: readonly AttemptHead[]): AttemptColumns {
  const rowOf = new Map<string, number>();
  for (const { question } of heads) if (!rowOf.has(question)) rowOf.set(question, rowOf.size);
  const head = (index: number): AttemptHead => heads[index] as AttemptHead;
  return {
    count: heads.length,
    questions: namesOf([...rowOf.keys()]),
    question: (index) => rowOf.get(head(index).question) ?? 0,
    at: (index) => head(index).at,
    form: head,
    seconds: (index) => head(index).seconds,
    score: (index) => head(index).score,
    id: (index) => head(index).id,
    head,
  };
}

/** Some attempts, and few that come after them. */
export function joinedColumns(first: AttemptColumns, second: AttemptColumns): AttemptColumns {
  const { rows, ...questions } = joinedNames(first.questions, second.questions);
  const { count } = first;
  return {
    count: count + second.count,
    questions,
    question: (index) => (index < count ? first.question(index) : (rows[second.question(index - count)] ?? 0)),
    at: (index) => (index < count ? first.at(index) : second.at(index - count)),
    form: (index) => (index < count ? first.form(index) : second.form(index - count)),
    seconds: (index) => (index < count ? first.seconds(index) : second.seconds(index - count)),
    score: (index) => (index < count ? first.score(index) : second.score(index - count)),
    id: (index) => (index < count ? first.id(index) : second.id(index - count)),
    head: (index) => (index < count ? first.head(index) : second.head(index - count)),
  };
}

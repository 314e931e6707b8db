// Room: practice. The answers of a mock as a committee hears them: read again from what was kept, with what came when somebody pressed. Pure.
import type { Attempt } from "../domain/attempt.ts";
import { caseFrom, type Stock } from "../domain/case.ts";
import type { Grade } from "../domain/grade.ts";
import type { Loop } from "../domain/loop.ts";
import type { Probe } from "../domain/mock.ts";
import type { Question } from "../domain/question.ts";
import { gradeAnswer, regrade } from "../grading/grade.ts";
import type { MockState } from "./mock.ts";

/** An answer that was heard in a round. */
export interface Heard {
  readonly question: Question;
  readonly prompt: string;
  readonly attempt: Attempt;
  /** The title of its round. */
  readonly round: string;
  /** What the answer itself was worth. */
  readonly first: Grade;
  /** With the points that were met when somebody pressed: they count as found in part. */
  readonly grade: Grade;
  readonly probes: readonly Probe[];
}

export interface Hearing {
  readonly loop: Loop;
  readonly questions: readonly Question[];
  readonly stock: Stock;
}

/** What was cut short and then answered anew counts once, by the answer that was finished. */
export function hearAll(mock: MockState, { loop, questions, stock }: Hearing): readonly Heard[] {
  const byId = new Map(questions.map((question) => [question.id, question]));
  const latest = new Map<string, Attempt>();
  for (const attempt of mock.attempts) if (!attempt.interrupted && !attempt.unscored) latest.set(attempt.question, attempt);
  return [...latest.values()].flatMap((attempt) => {
    const question = byId.get(attempt.question);
    // A question may have left its deck, or changed its kind, since the mock was begun.
    if (!question || question.kind !== attempt.answer.kind) return [];
    const asked = caseFrom(stock, question, attempt.seed);
    const first = gradeAnswer(asked, attempt.answer);
    const probes = mock.probes.filter((probe) => probe.attempt === attempt.id);
    const met = probes.filter(({ status }) => status === "found").map(({ keyPoint }) => [keyPoint, "partly"] as const);
    const round = loop.rounds.find(({ id }) => id === attempt.round)?.title ?? "";
    return [{ question, prompt: asked.prompt, attempt, round, first, grade: regrade(asked, first, Object.fromEntries(met)), probes }];
  });
}

// Room: practice. A second reading of an answer by a judge, beside the marks that were made offline.
import { type AnswerBody, answerText } from "../domain/answer.ts";
import type { AttemptJudgement } from "../domain/attempt.ts";
import type { Case } from "../domain/case.ts";
import type { Grade } from "../domain/grade.ts";
import type { Judgement } from "../domain/judgement.ts";
import type { Clock, Judge, Stage, Turn } from "./ports.ts";

/** The turn with the judge's reading, which is kept beside the attempt; as it was where there is none. */
export async function judged(stage: Stage, turn: Turn): Promise<Turn> {
  const judgement = await judgementOf(stage.judge, { asked: turn.asked, body: turn.answer.body, grade: turn.grade });
  if (!judgement) return turn;
  await stage.log.append(judgementEntry(stage.clock, turn.attempt.id, judgement));
  return { ...turn, judgement, score: judgement.counts ? judgement.score : turn.score };
}

/** What the judge makes of an answer. Kinds that are marked exactly, and answers without a word, are not shown to it. */
export async function judgementOf(
  judge: Judge | undefined,
  marked: { readonly asked: Case; readonly body: AnswerBody; readonly grade: Grade },
): Promise<Judgement | undefined> {
  const { asked, body, grade } = marked;
  const { kind } = asked.question;
  const isInSentences = kind === "open" || kind === "star" || kind === "rewrite";
  if (!judge || !isInSentences || grade.marks.length === 0 || answerText(body).trim() === "") return undefined;
  const reading = await judge.read(asked, body, grade);
  if (!reading) return undefined;
  const { regrade } = await import("../grading/grade.ts");
  // The judge says what was found; what that is worth, and what limits it, is never its to say.
  const { score } = regrade(asked, grade, Object.fromEntries(reading.marks.map(({ id, status }) => [id, status])));
  return { ...reading, score, counts: judge.counts };
}

/** The record of it in the journal. */
export function judgementEntry(clock: Clock, attempt: string, judgement: Judgement): AttemptJudgement {
  return { type: "judgement", id: clock.newId(), at: clock.now(), attempt, ...judgement };
}

// Room: practice. One question, once: ask, mark, keep, tell. The heart of every session.
import type { Answer, AnswerBody } from "../domain/answer.ts";
import type { Attempt, AttemptCorrection, SessionKind } from "../domain/attempt.ts";
import type { Case } from "../domain/case.ts";
import type { OwnConfidence } from "../domain/confidence.ts";
import { isCounted } from "../domain/evidence.ts";
import type { Correction, Grade } from "../domain/grade.ts";
import type { Rating } from "../domain/memory.ts";
import { besideEarlier } from "./claims.ts";
import { offerPhrasings } from "./own-words.ts";
import type { Clock, Feeling, Looking, Position, Stage, Timing, Turn } from "./ports.ts";

/** The session that a turn belongs to. */
export interface InSession {
  readonly id: string;
  readonly kind: SessionKind;
  /** The round of a mock. */
  readonly round?: string | undefined;
}

export interface TurnRequest {
  readonly asked: Case;
  readonly timing: Timing;
  readonly position: Position;
  readonly session: InSession;
  /** True: the person is asked how well it went, before the marks. */
  readonly feel: boolean;
}

/** How a turn ended. A stop may carry the turn of an answer that was cut short. */
export type TurnEnd =
  | { readonly type: "done"; readonly turn: Turn }
  | { readonly type: "skipped" }
  | { readonly type: "stopped"; readonly how: "quit" | "interrupt"; readonly turn: Turn | undefined };

/** Holds one turn. The attempt is on the disk before its marks are shown. Rejects when it cannot be kept. */
export async function holdTurn(stage: Stage, request: TurnRequest): Promise<TurnEnd> {
  const reply = await stage.interviewer.ask(request.asked, request.timing, request.position);
  if (reply.type === "skip") {
    stage.audience.skipped(request.asked);
    return { type: "skipped" };
  }
  if (reply.type === "stop") {
    const cut = reply.answer && !isEmpty(reply.answer.body) ? await markAndKeep(stage, request, { answer: reply.answer, interrupted: true }) : undefined;
    return { type: "stopped", how: reply.how, turn: cut };
  }
  const said = { answer: reply.answer, interrupted: false };
  const feeling = await feelingAbout(stage, request, said);
  const kept = await markAndKeep(stage, request, { ...said, confidence: feeling.type === "said" ? feeling.confidence : undefined });
  if (feeling.type === "stop") return { type: "stopped", how: feeling.how, turn: kept };
  const judged = stage.judge ? await (await import("./judging.ts")).judged(stage, kept) : kept;
  const told = await besideEarlier(stage, judged);
  stage.audience.graded(told, request.position);
  const { turn: ticked, hasLooked } = await corrected(stage, told);
  const turn = await keepRating(stage, ticked, stage.interviewer.rating?.(request.asked));
  const isMore = stage.audience.settled(turn);
  return goOn(stage, turn, { position: request.position, hasLooked, isMore });
}

/** The grader is loaded with the first answer: the first question need not wait for it. */
const grader = () => import("../grading/grade.ts");

interface Said {
  readonly answer: Answer;
  readonly interrupted: boolean;
  readonly confidence?: OwnConfidence | undefined;
}

/** How well it went in the person's own view. Whatever happens to this question, the answer is not lost over it. */
async function feelingAbout(stage: Stage, request: TurnRequest, said: Said): Promise<Feeling> {
  if (!request.feel || isEmpty(said.answer.body)) return { type: "said", confidence: undefined };
  try {
    return await stage.interviewer.feel(request.asked);
  } catch (error) {
    await markAndKeep(stage, request, said);
    throw error;
  }
}

/** Marks an answer, and keeps the attempt. Rejects when it cannot be kept. */
export async function markAndKeep(stage: Stage, request: Pick<TurnRequest, "asked" | "session">, said: Said): Promise<Turn> {
  const { asked } = request;
  const { gradeAnswer } = await grader();
  const grade = gradeAnswer(asked, said.answer.body);
  const attempt = attemptOf(stage.clock, request, { ...said, grade });
  await stage.log.append(attempt);
  return { asked, answer: said.answer, grade, attempt, score: grade.score };
}

/** The attempt that the journal keeps of an answer and its grade. */
export function attemptOf(clock: Clock, request: Pick<TurnRequest, "asked" | "session">, said: Said & { readonly grade: Grade }): Attempt {
  const { asked, session } = request;
  const { answer, grade } = said;
  return {
    type: "attempt",
    id: clock.newId(),
    at: clock.now(),
    session: session.id,
    sessionKind: session.kind,
    ...(session.round === undefined ? {} : { round: session.round }),
    question: asked.question.id,
    kind: asked.question.kind,
    seed: asked.seed,
    answer: answer.body,
    seconds: Math.round(answer.seconds * 10) / 10,
    timedOut: answer.timedOut,
    overtime: Math.round(answer.overtime),
    hints: answer.hints,
    paused: Math.round(answer.paused),
    ...(said.confidence === undefined ? {} : { confidence: said.confidence }),
    score: grade.score,
    marks: grade.marks.map(({ id, status, strength }) => ({ id, status, strength })),
    levels: Object.fromEntries(grade.levels.map(({ dimension, level }) => [dimension, level])),
    flags: grade.flags.map((flag) => flag.id),
    rules: grade.rules,
    unscored: asked.question.confidence === "unverified",
    interrupted: said.interrupted,
  };
}

/** The marks as the person sees them; `hasLooked` where they said so. */
interface Looked {
  readonly turn: Turn;
  readonly hasLooked: boolean;
}

/** Asks the person whether the ticks are right, where reading sentences decided them, and keeps beside the grade what they changed, or that they agreed. */
async function corrected(stage: Stage, turn: Turn): Promise<Looked> {
  const { kind } = turn.asked.question;
  if (kind !== "open" && kind !== "star" && kind !== "rewrite") return { turn, hasLooked: false };
  if (isEmpty(turn.answer.body)) return { turn, hasLooked: false };
  const correction = await stage.interviewer.correct(turn.asked, turn.answer, turn.grade);
  if (!correction) return { turn, hasLooked: false };
  const { regrade } = await grader();
  const own = Object.keys(correction).length === 0 ? undefined : regrade(turn.asked, turn.grade, correction);
  const { score } = own ?? turn;
  await stage.log.append(correctionOf(stage, turn, { correction, score }));
  await offerPhrasings(stage, turn, correction);
  return { turn: { ...turn, own, score }, hasLooked: true };
}

interface AfterMarks {
  readonly position: Position;
  readonly hasLooked: boolean;
  /** True: more was shown after they had looked at the marks. */
  readonly isMore: boolean;
}

/**
 * Lets the person read before the next question or the summary takes its place. Marks that they looked at are not waited for again; nor is what
 * followed on them where the session was this one question: its summary is a few rows.
 */
async function goOn(stage: Stage, turn: Turn, { position: { number, of }, hasLooked, isMore }: AfterMarks): Promise<TurnEnd> {
  const { interviewer } = stage;
  if (!interviewer.goOn || (hasLooked && (!isMore || of === 1))) return { type: "done", turn };
  const { rating, stopped } = await interviewer.goOn({ isLast: number === of, rated: await ratedNow(turn) });
  const rated = await keepRating(stage, turn, rating);
  return stopped ? { type: "stopped", how: stopped, turn: rated } : { type: "done", turn: rated };
}

/** What an answer does to the memory of its question as things stand. */
async function ratedNow({ attempt, score, rating }: Turn): Promise<Looking["rated"]> {
  if (!isCounted(attempt)) return undefined;
  const { ratingOf } = await import("../scheduling/rating.ts");
  return rating === undefined ? { rating: ratingOf({ ...attempt, score }), by: "marks" } : { rating, by: "person" };
}

/** Keeps how the person rated it, where they did. */
async function keepRating(stage: Stage, turn: Turn, rating: Rating | undefined): Promise<Turn> {
  if (rating === undefined) return turn;
  await stage.log.append({ type: "rating", id: stage.clock.newId(), at: stage.clock.now(), attempt: turn.attempt.id, rating });
  return { ...turn, rating };
}

function correctionOf(stage: Stage, turn: Turn, made: { readonly correction: Correction; readonly score: number }): AttemptCorrection {
  return { type: "correction", id: stage.clock.newId(), at: stage.clock.now(), attempt: turn.attempt.id, marks: made.correction, score: made.score };
}

/** True when nothing was answered. */
export function isEmpty(body: AnswerBody): boolean {
  switch (body.kind) {
    case "choice":
      return body.chosen.length === 0;
    case "recall":
      return body.texts.every((text) => text.trim() === "");
    case "order":
      return body.order.length === 0;
    case "sort":
      return body.buckets.every((bucket) => bucket === -1);
    case "star":
      return Object.values(body.parts).every((part) => part.trim() === "");
    case "numeric":
    case "open":
    case "rewrite":
      return body.text.trim() === "";
  }
}

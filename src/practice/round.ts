// Room: practice. One round of a mock: an order of turns with its chairs, and what they press on. No marks are shown.
import { type Case, caseFrom, type Stock } from "../domain/case.ts";
import { seedOf } from "../domain/chance.ts";
import type { Chair, MockEvent, MockRound, Probe } from "../domain/mock.ts";
import { type Question, type StarPart, starParts } from "../domain/question.ts";
import type { Unpressed } from "./pending.ts";
import type { RoundEnd, Stage, Timing, Turn } from "./ports.ts";
import { isDodged, probeCase, probeFor, type Probing, seatOf, statusOf } from "./probe.ts";
import { keepStory } from "./star.ts";
import { type InSession, isEmpty, markAndKeep } from "./turn.ts";

export interface RoundRequest {
  readonly session: InSession & { readonly round: string };
  readonly round: MockRound;
  /** The questions of the round that are still to be asked. */
  readonly questions: readonly Question[];
  /** How many were asked on an earlier day, and how long they took, probes too. */
  readonly before: { readonly asked: number; readonly seconds: number; readonly pending?: Pending | undefined };
  readonly stock: Stock;
  readonly seed: number;
  /** Minutes are multiplied by it. */
  readonly pace: number;
  readonly timer: boolean;
  /** True: the round ends with its minutes, whatever is left to ask. */
  readonly endsOnTime: boolean;
}

/** An answer of an earlier day whose probe is still to be asked. */
export interface Pending extends Unpressed {
  readonly question: Question;
}

/** Below this many seconds at pace 1 nothing new is begun. */
const tooLate = 45;

/** A round that is being held. */
interface Held extends RoundRequest {
  used: number;
}

/** Holds a round. Each answer and each reply is on the disk before the next question. */
export async function holdRound(stage: Stage, request: RoundRequest): Promise<RoundEnd> {
  const held: Held = { ...request, used: request.before.seconds };
  const { pending, asked } = request.before;
  const ended = pending && (await pressAnew(stage, held, { pending, number: asked }));
  if (ended) return { stopped: ended, seconds: held.used, left: request.questions.length };
  for (const [index, question] of request.questions.entries()) {
    if (secondsLeft(held) < tooLate * held.pace) return { stopped: undefined, seconds: held.used, left: request.questions.length - index };
    const stopped = await holdQuestion(stage, held, { question, number: asked + index + 1 });
    if (stopped) return { stopped, seconds: held.used, left: request.questions.length - index };
  }
  return { stopped: undefined, seconds: held.used, left: 0 };
}

function secondsLeft({ round, pace, used, endsOnTime, timer }: Held): number {
  return endsOnTime && timer ? round.minutes * 60 * pace - used : Infinity;
}

type Stopped = RoundEnd["stopped"];

async function holdQuestion(stage: Stage, held: Held, one: { readonly question: Question; readonly number: number }): Promise<Stopped> {
  const { question, number } = one;
  const { session, round, seed, stock } = held;
  const asked = caseFrom(stock, question, seedOf(question.id, seed));
  const chair = chairAt(round, number);
  const paced: Case = { ...asked, question: atPace(question, held.pace) };
  const position = { number, of: round.questions.length, seat: { person: chair.person, asks: "a question" as const } };
  const reply = await stage.interviewer.ask(paced, timingFor(held, paced), position);
  if (reply.type === "skip") {
    await tell(stage, session.id, { event: "skipped", round: session.round, question: question.id });
    return undefined;
  }
  if (!reply.answer || (reply.type === "stop" && isEmpty(reply.answer.body))) return reply.type === "stop" ? reply.how : undefined;
  // Marked as it was written for, at pace 1.
  const turn = await markAndKeep(stage, { asked, session }, { answer: reply.answer, interrupted: reply.type === "stop" });
  held.used += reply.answer.seconds;
  if (reply.type === "stop") return reply.how;
  await keepStory(stage, turn);
  return press(stage, held, { turn, chair, number, isAnew: false, wasAsked: false });
}

/** Goes on after an answer that was the last thing kept. */
async function pressAnew(stage: Stage, held: Held, at: { readonly pending: Pending; readonly number: number }): Promise<Stopped> {
  const { attempt, question, isAgain } = at.pending;
  const asked = caseFrom(held.stock, question, attempt.seed);
  const { gradeAnswer } = await import("../grading/grade.ts");
  const grade = gradeAnswer(asked, attempt.answer);
  const { answer: body, seconds, timedOut, overtime, hints, paused } = attempt;
  const turn: Turn = { asked, answer: { body, seconds, timedOut, overtime, hints, paused }, grade, attempt, score: grade.score };
  await keepStory(stage, turn);
  return press(stage, held, { turn, chair: chairAt(held.round, at.number), number: at.number, isAnew: true, wasAsked: isAgain });
}

function chairAt({ chairs }: MockRound, number: number): Chair {
  return chairs[(number - 1) % chairs.length] ?? { person: "interviewer", on: [], points: [] };
}

function timingFor(held: Held, { question }: Case): Timing {
  const seconds = Math.min(question.minutes * 60, secondsLeft(held));
  return { seconds: held.timer ? Math.max(Math.round(seconds), 1) : undefined, overtime: false };
}

interface Heard {
  readonly turn: Turn;
  readonly chair: Chair;
  readonly number: number;
  /** True: it was given before the mock was broken off. */
  readonly isAnew: boolean;
  /** True: its probe was asked, and the reply went past it. */
  readonly wasAsked: boolean;
}

/** Asks the one probe that the answer draws, and again if it was dodged; only again where it was asked. */
async function press(stage: Stage, held: Held, heard: Heard): Promise<Stopped> {
  const probing = isEmpty(heard.turn.answer.body) ? undefined : probeFor(heard.turn, held.round.chairs, heard.chair);
  if (!probing) return undefined;
  for (const isAgain of heard.wasAsked ? [true] : [false, true]) {
    if (secondsLeft(held) < tooLate * held.pace) return undefined;
    const { stopped, probe } = await ask(stage, held, { ...heard, probing, isAgain });
    if (stopped || !isDodged(probe)) return stopped;
  }
  return undefined;
}

interface Asking extends Heard {
  readonly probing: Probing;
  readonly isAgain: boolean;
}

async function ask(
  stage: Stage,
  held: Held,
  { turn, probing, isAgain, isAnew, number }: Asking,
): Promise<{ readonly stopped: Stopped; readonly probe: Probe }> {
  const asked = probeCase(turn.asked, probing, { isAgain, isAnew, pace: held.pace });
  const position = { number, of: held.round.questions.length, seat: seatOf(probing, isAgain) };
  const reply = await stage.interviewer.ask(asked, timingFor(held, asked), position);
  const answer = reply.type === "skip" ? undefined : reply.answer;
  const text = answer?.body.kind === "open" ? answer.body.text : "";
  const probe: Probe = {
    type: "probe",
    id: stage.clock.newId(),
    at: stage.clock.now(),
    session: held.session.id,
    attempt: turn.attempt.id,
    question: turn.attempt.question,
    keyPoint: probing.keyPoint.id,
    chair: probing.chair.person,
    asked: asked.prompt,
    isAgain,
    reply: text,
    seconds: Math.round((answer?.seconds ?? 0) * 10) / 10,
    status: await statusOf(asked, text),
  };
  held.used += probe.seconds;
  if (reply.type !== "stop" || text !== "") await stage.log.append(probe);
  return { stopped: reply.type === "stop" ? reply.how : undefined, probe };
}

/** Keeps what happened in a mock beside its answers. */
export async function tell(stage: Stage, session: string, what: MockEvent): Promise<void> {
  await stage.log.append({ type: "mock", id: stage.clock.newId(), at: stage.clock.now(), session, what });
}

/** The question with all its times multiplied. */
function atPace(question: Question, pace: number): Question {
  const paced = { ...question, minutes: question.minutes * pace, phases: question.phases.map((phase) => ({ ...phase, minutes: phase.minutes * pace })) };
  if (paced.kind !== "star") return paced;
  const parts = starParts.map((part) => [part, { ...paced.parts[part], minutes: paced.parts[part].minutes * pace }] as const);
  return { ...paced, parts: Object.fromEntries(parts) as Record<StarPart, (typeof parts)[number][1]> };
}

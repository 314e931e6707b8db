// Room: practice. Holds a drill or a quiz: an order of turns, opened and summed up.
import type { SessionKind } from "../domain/attempt.ts";
import { type Case, caseFrom, type Stock } from "../domain/case.ts";
import { seedOf } from "../domain/chance.ts";
import type { Question } from "../domain/question.ts";
import type { Opening, Stage, Summary, Timing, Turn } from "./ports.ts";
import { holdTurn } from "./turn.ts";

export interface SessionRequest {
  readonly kind: SessionKind;
  readonly title: string;
  readonly questions: readonly Question[];
  /** How many of them come first because the person was sure of them and wrong last time. */
  readonly sureButWrong: number;
  /** Where the questions are from. */
  readonly stock: Stock;
  readonly seed: number;
  readonly timer: boolean;
  readonly overtime: boolean;
  /** True: the person is asked how well each answer went, before its marks. */
  readonly feel: boolean;
}

/** Holds a session over questions that were already chosen. Resolves with its summary, also when it was stopped. */
export async function holdSession(stage: Stage, request: SessionRequest): Promise<Summary> {
  const opening = openingOf(request);
  const session = { id: stage.clock.newId(), kind: request.kind };
  stage.audience.opened(opening);
  const turns: Turn[] = [];
  let skipped = 0;
  let stopped: Summary["stopped"];
  for (const [index, question] of request.questions.entries()) {
    // Drawn when its turn comes: nobody waits for the tenth before the first is on the screen.
    const asked = caseFrom(request.stock, question, seedOf(question.id, request.seed));
    const position = { number: index + 1, of: request.questions.length };
    const end = await holdTurn(stage, { asked, timing: timingOf(asked, request), position, session, feel: request.feel });
    if (end.type === "skipped") skipped += 1;
    else if (end.turn) turns.push(end.turn);
    if (end.type !== "stopped") continue;
    stopped = end.how;
    break;
  }
  const summary: Summary = { opening, turns, skipped, stopped };
  stage.audience.ended(summary);
  return summary;
}

function openingOf(request: SessionRequest): Opening {
  const minutes = request.questions.reduce((sum, question) => sum + question.minutes, 0);
  return {
    title: request.title,
    kind: request.kind,
    questions: request.questions.length,
    sureButWrong: request.sureButWrong,
    minutes: request.timer ? minutes : undefined,
  };
}

function timingOf(asked: Case, request: SessionRequest): Timing {
  return { seconds: request.timer ? Math.round(asked.question.minutes * 60) : undefined, overtime: request.overtime };
}

// Room: terminal. One prompt after another, and what came back as a reply; the same for a screen and for plain lines.
import type { Answer, AnswerBody } from "../../domain/answer.ts";
import type { Case } from "../../domain/case.ts";
import { type StarPart, type StarQuestion, starParts, type StarSection } from "../../domain/question.ts";
import type { Interviewer, Position, Reply, Timing } from "../../practice/ports.ts";
import { answerSheet } from "./answer.ts";
import type { Desk, RunSheet } from "./desk.ts";
import { type OneSheetQuestion, withAsking } from "./kinds.ts";
import { correct, feel, phrase, rest } from "./review.ts";
import type { Closing } from "./room.ts";
import { textOf } from "./text-buffer.ts";
import type { Theme } from "../theme.ts";
import { plainText } from "../views/markdown.ts";
import { questionView } from "../views/question.ts";

/** An interviewer that puts its sheets before the person by `run`. */
export function createAsker(theme: Theme, run: RunSheet): Interviewer {
  const desk: Desk = { theme, run, isTipTold: false, isTimeUp: false, stopped: undefined };
  return {
    ask: (asked, timing, position) => ask(desk, { asked, timing, position }),
    feel: () => feel(desk),
    phrase: (mark, sentences) => phrase(desk, mark, sentences),
    correct: (asked, _answer, grade) => correct(desk, asked, grade),
    rest: () => rest(desk),
  };
}

interface Request {
  readonly asked: Case;
  readonly timing: Timing;
  readonly position: Position;
}

const typingTip = "Write as you would say it. Typing is slower than speech, so beside the clock stands how long your words would take to say.";

async function ask(desk: Desk, request: Request): Promise<Reply> {
  if (desk.stopped !== undefined) return { type: "stop", how: desk.stopped, answer: undefined };
  const { question } = request.asked;
  return question.kind === "star" ? askStar(desk, request, question) : askOne(desk, request, question);
}

async function askOne(desk: Desk, request: Request, question: OneSheetQuestion): Promise<Reply> {
  const { asked, timing, position } = request;
  const source = { question, shown: asked.shown, theme: desk.theme, tip: tipFor(desk, question.kind) };
  const heading = (): string => questionView(asked, position, desk.theme);
  return withAsking(source, async (asking) => {
    const closing = await desk.run(asking.sheet, { heading, hints: question.hints.map(plainText), timing, phases: question.phases, notice: undefined });
    const answer = answerOf(asking.body(closing.room.state), [closing], timing);
    desk.isTimeUp = closing.room.ending === "time";
    return replyOf(closing, answer, asking.sheet.isEmpty(closing.room.state));
  });
}

function tipFor(desk: Desk, kind: OneSheetQuestion["kind"] | "star"): string {
  if (desk.isTipTold || (kind !== "open" && kind !== "rewrite" && kind !== "star")) return "";
  desk.isTipTold = true;
  return typingTip;
}

async function askStar(desk: Desk, request: Request, question: StarQuestion): Promise<Reply> {
  const texts: Record<StarPart, string> = { situation: "", task: "", action: "", result: "" };
  const closings: Closing<unknown>[] = [];
  for (const [index, part] of starParts.entries()) {
    const before = closings.at(-1);
    const sheet = answerSheet(desk.theme, tipFor(desk, "star"));
    const closing = await desk.run(sheet, {
      heading: () => starHeading(desk.theme, request, { part, index, section: question.parts[part] }),
      hints: index === 0 ? question.hints.map(plainText) : [],
      timing: partTiming(request.timing, question, part),
      phases: [],
      notice: before?.room.ending === "time" ? `Time for the ${starParts[index - 1]}. On to the ${part}.` : undefined,
    });
    closings.push(closing);
    if (closing.room.ending !== "skip") texts[part] = textOf(closing.room.state).trim();
    if (isStop(closing)) break;
  }
  const answer = answerOf({ kind: "star", parts: texts }, closings, request.timing);
  const isEmpty = starParts.every((part) => texts[part] === "");
  const last = closings.at(-1) as Closing<unknown>;
  desk.isTimeUp = last.room.ending === "time";
  return isEmpty && !isStop(last) ? { type: "skip" } : replyOf(last, answer, isEmpty);
}

/** A part's share of the time, which a session may have set to more or less than the deck's. */
function partTiming(timing: Timing, question: StarQuestion, part: StarPart): Timing {
  if (timing.seconds === undefined) return timing;
  const all = starParts.reduce((sum, each) => sum + question.parts[each].minutes, 0);
  return { ...timing, seconds: (timing.seconds * question.parts[part].minutes) / all };
}

function starHeading(theme: Theme, request: Request, place: { readonly part: StarPart; readonly index: number; readonly section: StarSection }): string {
  const { part, index, section } = place;
  const title = `${part[0]?.toUpperCase()}${part.slice(1)}`;
  const heading = `${theme.bold(title)} ${theme.dim(`(part ${index + 1} of ${starParts.length})`)}\n${plainText(section.guidance)}`;
  return index === 0 ? `${questionView(request.asked, request.position, theme).trimEnd()}\n\n${heading}` : `\n${heading}`;
}

function isStop(closing: Closing<unknown>): boolean {
  return closing.room.ending === "quit" || closing.room.ending === "interrupt";
}

function replyOf(closing: Closing<unknown>, answer: Answer, isEmpty: boolean): Reply {
  const { ending } = closing.room;
  if (ending === "skip") return { type: "skip" };
  if (ending === "quit" || ending === "interrupt") return { type: "stop", how: ending, answer: isEmpty ? undefined : answer };
  return { type: "answer", answer };
}

/** The answer of one prompt, or of several whose times add up. */
function answerOf(body: AnswerBody, closings: readonly Closing<unknown>[], timing: Timing): Answer {
  const sum = (read: (closing: Closing<unknown>) => number): number => closings.reduce((all, closing) => all + read(closing), 0);
  return {
    body,
    seconds: secondsOf(sum((closing) => closing.reading.elapsed)),
    timedOut: closings.some((closing) => closing.reading.warning === "time"),
    overtime: timing.overtime ? secondsOf(sum((closing) => closing.reading.overtime)) : 0,
    hints: sum((closing) => closing.room.hints),
    paused: secondsOf(sum((closing) => closing.reading.paused)),
  };
}

function secondsOf(milliseconds: number): number {
  return Math.round(milliseconds / 100) / 10;
}

// Room: terminal. One prompt after another, and what came back as a reply; the same for a screen and for plain lines.
import type { Answer } from "../../domain/answer.ts";
import type { Case } from "../../domain/case.ts";
import { type StarPart, type StarQuestion, starParts, type StarSection } from "../../domain/question.ts";
import type { Interviewer, Position, Reply, Timing } from "../../practice/ports.ts";
import { answerSheet } from "./answer.ts";
import type { Desk, Setting } from "./desk.ts";
import { type OneSheetQuestion, withAsking } from "./kinds.ts";
import { correct, feel, goOn, phrase, rest } from "./review.ts";
import type { Closing } from "./room.ts";
import { type TextBuffer, textOf } from "./text-buffer.ts";
import { answerOf, type Resumed, resumedAt, secondsOf, startOf, withText } from "./resume.ts";
import type { Theme } from "../theme.ts";
import { plainText } from "../views/markdown.ts";
import { questionView } from "../views/question.ts";

/** An interviewer that puts its sheets before the person by `run`. */
export function createAsker(tools: Pick<Desk, "theme" | "run" | "drafts">): Interviewer {
  const desk: Desk = { ...tools, isTipTold: false, isTimeUp: false, rating: undefined, stopped: undefined };
  return {
    ask: (asked, timing, position) => ask(desk, { asked, timing, position }),
    feel: () => feel(desk),
    phrase: (mark, sentences) => phrase(desk, mark, sentences),
    correct: (asked, _answer, grade) => correct(desk, asked, grade),
    rating: () => desk.rating,
    goOn: (looking) => goOn(desk, looking),
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
  desk.rating = undefined;
  if (desk.stopped !== undefined) return { type: "stop", how: desk.stopped, answer: undefined };
  const { question } = request.asked;
  return question.kind === "star" ? askStar(desk, request, question) : askOne(desk, request, question);
}

async function askOne(desk: Desk, request: Request, question: OneSheetQuestion): Promise<Reply> {
  const { asked, timing, position } = request;
  const source = { question, shown: asked.shown, theme: desk.theme, tip: tipFor(desk, question.kind) };
  const heading = (): string => questionView(asked, position, desk.theme);
  const resumed = resumedAt(desk, question);
  return withAsking(source, async (asking) => {
    const answerAt = (so: Closing<Parameters<typeof asking.body>[0]>): Answer =>
      answerOf(asking.body(so.room.state), [so], { timing, before: resumed?.before });
    const setting = { heading, hints: question.hints.map(plainText), timing, phases: question.phases, ...startOf(resumed) };
    const closing = await desk.run(withText(asking.sheet, resumed?.text), setting, (so) =>
      desk.drafts?.keep({ question: question.id, answer: answerAt(so), promptSeconds: secondsOf(so.reading.elapsed) }),
    );
    desk.isTimeUp = closing.room.ending === "time";
    return replyOf(closing, answerAt(closing), asking.sheet.isEmpty(closing.room.state));
  });
}

function tipFor(desk: Desk, kind: OneSheetQuestion["kind"] | "star"): string {
  if (desk.isTipTold || (kind !== "open" && kind !== "rewrite" && kind !== "star")) return "";
  desk.isTipTold = true;
  return typingTip;
}

async function askStar(desk: Desk, request: Request, question: StarQuestion): Promise<Reply> {
  const resumed = resumedAt(desk, question);
  const telling: Telling = { question, resumed, texts: { situation: "", task: "", action: "", result: "", ...resumed?.parts }, closings: [] };
  for (const part of starParts.slice(starParts.indexOf(resumed?.part ?? "situation"))) {
    const closing = await askPart(desk, request, { part, telling });
    telling.texts[part] = closing.room.ending === "skip" ? "" : textIn(closing);
    telling.closings.push(closing);
    if (isStop(closing)) break;
  }
  const isEmpty = starParts.every((part) => telling.texts[part] === "");
  const last = telling.closings.at(-1) as Closing<unknown>;
  desk.isTimeUp = last.room.ending === "time";
  return isEmpty && !isStop(last) ? { type: "skip" } : replyOf(last, toldSoFar(telling, request.timing), isEmpty);
}

/** A story that is being told, part by part. */
interface Telling {
  readonly question: StarQuestion;
  readonly resumed: Resumed | undefined;
  readonly texts: Record<StarPart, string>;
  readonly closings: Closing<TextBuffer>[];
}

function askPart(desk: Desk, request: Request, place: { readonly part: StarPart; readonly telling: Telling }): Promise<Closing<TextBuffer>> {
  const { part, telling } = place;
  const { question, resumed, texts, closings } = telling;
  const start = closings.length === 0 && resumed ? startOf(resumed) : { notice: noticeAfter(closings.at(-1), part) };
  const sheet = withText(answerSheet(desk.theme, tipFor(desk, "star")), texts[part]);
  return desk.run(sheet, { ...partSetting(desk, request, { part, section: question.parts[part] }), ...start }, (so) => {
    const now = { ...telling, texts: { ...texts, [part]: textIn(so) }, closings: [...closings, so] };
    desk.drafts?.keep({ question: question.id, answer: toldSoFar(now, request.timing), part, promptSeconds: secondsOf(so.reading.elapsed) });
  });
}

function toldSoFar({ texts, closings, resumed }: Telling, timing: Timing): Answer {
  return answerOf({ kind: "star", parts: texts }, closings, { timing, before: resumed?.before });
}

function textIn(so: Closing<TextBuffer>): string {
  return textOf(so.room.state).trim();
}

function noticeAfter(before: Closing<TextBuffer> | undefined, part: StarPart): string | undefined {
  return before?.room.ending === "time" ? `Time for the ${starParts[starParts.indexOf(part) - 1]}. On to the ${part}.` : undefined;
}

function partSetting(desk: Desk, request: Request, place: { readonly part: StarPart; readonly section: StarSection }): Setting {
  const { question } = request.asked;
  const index = starParts.indexOf(place.part);
  return {
    heading: () => starHeading(desk.theme, request, { ...place, index }),
    hints: index === 0 ? question.hints.map(plainText) : [],
    timing: partTiming(request.timing, question as StarQuestion, place.part),
    phases: [],
    notice: undefined,
  };
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

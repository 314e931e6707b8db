// Room: terminal. What stood in a prompt when the program ended is put back; and what prompts, before and after, add up to. Pure but for the desk's drafts.
import type { Answer, AnswerBody } from "../../domain/answer.ts";
import { type Question, type StarPart, starParts } from "../../domain/question.ts";
import type { Timing } from "../../practice/ports.ts";
import type { Desk, Setting } from "./desk.ts";
import type { Closing } from "./room.ts";
import type { Sheet } from "./sheet.ts";
import { cleanTyped } from "./text-buffer.ts";

/** What stood in a prompt when the program ended, and the clock of the prompts before it. */
export interface Resumed {
  readonly text: string;
  readonly when: string;
  readonly promptSeconds: number;
  readonly before: Before;
  readonly parts: Readonly<Record<StarPart, string>> | undefined;
  readonly part: StarPart | undefined;
}

/** Time and help that an answer took before the prompts that are counted. */
type Before = Pick<Answer, "seconds" | "timedOut" | "overtime" | "hints" | "paused">;

/** What is left of an answer to this question from the last time. Only words are put back: picks are made again as quickly. */
export function resumedAt(desk: Desk, { id }: Question): Resumed | undefined {
  const left = desk.drafts?.take(id);
  if (!left) return undefined;
  const { answer, part, promptSeconds } = left.draft;
  const { body } = answer;
  const parts = body.kind === "star" ? cleanParts(body.parts) : undefined;
  const text = cleanTyped(body.kind === "open" || body.kind === "rewrite" ? body.text : "");
  if (parts === undefined ? text.trim() === "" : starParts.every((each) => parts[each].trim() === "")) return undefined;
  return { text, when: left.when, promptSeconds, before: { ...answer, seconds: Math.max(answer.seconds - promptSeconds, 0) }, parts, part };
}

function cleanParts(parts: Readonly<Record<StarPart, string>>): Readonly<Record<StarPart, string>> {
  return {
    situation: cleanTyped(parts.situation),
    task: cleanTyped(parts.task),
    action: cleanTyped(parts.action),
    result: cleanTyped(parts.result),
  };
}

/** The sheet with a text on it that was there before. */
export function withText<S>(sheet: Sheet<S>, text: string | undefined): Sheet<S> {
  return sheet.text === undefined || text === undefined || text === "" ? sheet : { ...sheet, first: sheet.text.write(sheet.first, text) };
}

/** How a prompt begins: anew, or where the clock stood. */
export function startOf(resumed: Resumed | undefined): Pick<Setting, "notice" | "alreadyRun"> {
  if (!resumed) return { notice: undefined };
  return { notice: `Your words of ${resumed.when} are back, and the clock stands where it stood. Ctrl-P goes on.`, alreadyRun: resumed.promptSeconds };
}

const nothingBefore: Before = { seconds: 0, timedOut: false, overtime: 0, hints: 0, paused: 0 };

/** The answer of one prompt, or of several whose times add up. */
export function answerOf(
  body: AnswerBody,
  closings: readonly Closing<unknown>[],
  from: { readonly timing: Timing; readonly before: Before | undefined },
): Answer {
  const { timing, before = nothingBefore } = from;
  const sum = (read: (closing: Closing<unknown>) => number): number => closings.reduce((all, closing) => all + read(closing), 0);
  return {
    body,
    seconds: before.seconds + secondsOf(sum((closing) => closing.reading.elapsed)),
    timedOut: before.timedOut || closings.some((closing) => closing.reading.warning === "time"),
    overtime: timing.overtime ? before.overtime + secondsOf(sum((closing) => closing.reading.overtime)) : 0,
    hints: before.hints + sum((closing) => closing.room.hints),
    paused: before.paused + secondsOf(sum((closing) => closing.reading.paused)),
  };
}

/** Seconds with one decimal. */
export function secondsOf(milliseconds: number): number {
  return Math.round(milliseconds / 100) / 10;
}

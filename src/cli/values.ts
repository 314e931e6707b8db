// Room: cli. Reads the values of options; a wrong one is a CoachError that names the option.
import { type BriefLength, briefLengths } from "../domain/brief.ts";
import { isDay } from "../domain/calendar.ts";
import { CoachError } from "../domain/errors.ts";
import { type Kind, kinds } from "../domain/question.ts";

function wrong(option: string, text: string, wanted: string): CoachError {
  return new CoachError(`${option} takes ${wanted}, not "${text}"`, { fault: "usage" });
}

/** A whole number within bounds. */
export function wholeNumber(option: string, bounds: { readonly least: number; readonly most: number }): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= bounds.least && value <= bounds.most) return value;
    throw wrong(option, text, `a whole number from ${bounds.least} to ${bounds.most}`);
  };
}

/** A number within bounds, with a decimal point or without. */
export function decimal(option: string, bounds: { readonly least: number; readonly most: number }): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^(?:\d+(?:\.\d+)?|\.\d+)$/.test(text) && value >= bounds.least && value <= bounds.most) return value;
    throw wrong(option, text, `a number from ${bounds.least} to ${bounds.most}`);
  };
}

/** Kinds of question, split by commas. */
export function kindList(text: string): readonly Kind[] {
  return text.split(",").map((part) => {
    const kind = kinds.find((candidate) => candidate === part.trim().toLowerCase());
    if (!kind) throw wrong("--kind", text, `one or more of ${kinds.join(", ")}`);
    return kind;
  });
}

/** Seconds that a story may be told in. */
export function briefLength(text: string): BriefLength {
  const seconds = briefLengths.find((length) => String(length) === text);
  if (seconds === undefined) throw wrong("--seconds", text, briefLengths.join(", "));
  return seconds;
}

/** A day that exists, `YYYY-MM-DD`. */
export function day(option: string): (text: string) => string {
  return (text) => {
    if (isDay(text)) return text;
    throw wrong(option, text, "a day such as 2026-12-15");
  };
}

/** A time of the day, `HH:MM`; `7:30` is read as `07:30`. */
export function clockTime(option: string): (text: string) => string {
  return (text) => {
    if (/^(?:[01]?\d|2[0-3]):[0-5]\d$/.test(text)) return text.padStart(5, "0");
    throw wrong(option, text, "a time such as 19:00");
  };
}

/** Collects an option that may be given more than once. */
export function collect(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, text];
}

/** Questions in a drill or a quiz at most: a day of practice. */
export const mostQuestions = 200;

// Room: terminal. How kinds, difficulties, scores and times are said on every screen. Pure.
import { tellShare } from "../../domain/evidence.ts";
import { type Band, bandOf } from "../../domain/grade.ts";
import type { Kind } from "../../domain/question.ts";
import { tellClock } from "../prompts/countdown.ts";
import type { Theme } from "../theme.ts";
import type { Style } from "./wrap.ts";

export const kindWords = {
  choice: "choice",
  recall: "recall",
  numeric: "numbers",
  order: "put in order",
  sort: "sort",
  open: "open question",
  star: "STAR story",
  rewrite: "say it better",
} as const satisfies Record<Kind, string>;

/** Kinds that are answered in sentences: their marks are a reading, those of the others are exact. */
export function isReadKind(kind: Kind): boolean {
  return kind === "open" || kind === "star" || kind === "rewrite";
}

const difficulties = ["warm-up", "easy", "medium", "hard", "senior panel"] as const;

/** 1 to 5 in words. */
export function tellDifficulty(difficulty: number): string {
  return difficulties[Math.round(difficulty) - 1] ?? `difficulty ${difficulty}`;
}

/** `8 minutes`, `2.5 minutes`, `30 seconds`; from ten minutes on whole ones, and where a half will not do as the clock shows it: `1:18 minutes`. */
export function tellMinutes(minutes: number): string {
  const seconds = Math.round(minutes * 60);
  if (seconds < 60) return count(seconds, "second");
  if (seconds >= 600) return count(Math.round(minutes), "minute");
  return seconds % 30 === 0 ? count(seconds / 60, "minute") : `${tellSeconds(seconds)} minutes`;
}

/** `1 question`, `3 questions`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

/** Seconds as a clock shows them: `6:12`. */
export function tellSeconds(seconds: number): string {
  return tellClock(seconds * 1000);
}

/** `getting there, 52 %`: the words first, since two points are no difference. */
export function tellScore(score: number): string {
  return `${bandOf(score)}, ${tellShare(score)}`;
}

/** The colour of a band; its word stands beside it. */
export function bandStyle(band: Band, theme: Theme): Style {
  if (band === "strong" || band === "good") return theme.good;
  return band === "getting there" ? theme.warn : theme.bad;
}

/** Day and time of a moment, as its own zone's clock had it: `2026-11-21 19:30`. */
export function tellMoment(at: string): string {
  return at.slice(0, 16).replace("T", " ");
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

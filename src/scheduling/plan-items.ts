// Room: scheduling. A day's questions as things to do, each with its minutes and what to type. Pure.
import type { PlanItem } from "../domain/plan.ts";
import type { Question } from "../domain/question.ts";
import { type DayFrame, paceOf } from "./plan-days.ts";
import type { FrameworkAim } from "./plan-frameworks.ts";

/** What was put into a day. */
export interface DayContent {
  readonly reviews: readonly Question[];
  readonly fresh: readonly Question[];
  readonly framework: FrameworkAim | undefined;
}

/** The name that commands take for what is practised: `walmart/ai-pm`; undefined: everything. */
type What = string | undefined;

const warmupMinutes = 5;

/** The day's list: a mock or a framework first, then what is due, then what is new, stories by themselves. */
export function itemsOf(
  frame: DayFrame,
  { reviews, fresh, framework }: DayContent,
  at: { readonly what: What; readonly loop: string | undefined; readonly minutes: number; readonly isUsual: boolean },
): readonly PlanItem[] {
  const stories = fresh.filter(({ kind }) => kind === "star");
  const others = fresh.filter(({ kind }) => kind !== "star");
  return [
    ...mockItem(frame, at),
    ...(frame.kind === "round" && frame.room >= warmupMinutes ? [warmup] : []),
    ...(framework ? [frameworkItem(framework)] : []),
    ...(reviews.length === 0 ? [] : [drillItem("review", reviews, at)]),
    ...(others.length === 0 ? [] : [drillItem("new", others, at)]),
    ...stories.map(storyItem),
  ];
}

const warmup: PlanItem = { kind: "warmup", title: "Warm-up: stories, signals, figures", minutes: warmupMinutes, questions: [], command: "coach warmup" };

/** The minutes that a mock takes of its day; 0 on other days. */
export function mockMinutes({ kind, round, room }: DayFrame, minutes: number): number {
  const pace = kind === "mock" && round ? paceOf(round, minutes) : undefined;
  return pace === undefined || !round ? 0 : Math.min(room, Math.ceil((round.round.minutes ?? 45) * pace));
}

function mockItem(frame: DayFrame, { loop, minutes }: { readonly loop: string | undefined; readonly minutes: number }): readonly PlanItem[] {
  const { kind, round } = frame;
  const pace = kind === "mock" && round ? paceOf(round, minutes) : undefined;
  if (!round || loop === undefined || pace === undefined || frame.room < 1) return [];
  const command = `coach mock ${loop} --round ${round.number}${pace < 1 ? ` --pace ${pace}` : ""}`;
  return [
    {
      kind: "mock",
      title: `Mock: ${round.round.title}`,
      minutes: mockMinutes(frame, minutes),
      questions: [],
      command,
      mock: { loop, round: round.number, pace },
    },
  ];
}

/** The command asks exactly the questions listed; for a plan of another day or other minutes than are set it chooses its own, as many. */
function drillItem(kind: "review" | "new", questions: readonly Question[], { what, isUsual }: { readonly what: What; readonly isUsual: boolean }): PlanItem {
  const minutes = minutesOf(questions);
  const count = `${questions.length} ${questions.length === 1 ? "question" : "questions"}`;
  const name = what === undefined ? "" : ` ${what}`;
  const option = kind === "review" ? "--due" : "--new";
  const command = `coach drill${name}${isUsual ? ` --planned ${option}` : ` ${option} --minutes ${Math.max(1, Math.ceil(minutes))}`}`;
  const title = `${kind === "review" ? "Again" : "New"}: ${count}`;
  return { kind, title, minutes, questions: questions.map(({ id }) => id), command };
}

function storyItem(question: Question): PlanItem {
  return { kind: "star", title: `A story: ${question.title}`, minutes: question.minutes, questions: [question.id], command: `coach star ${question.id}` };
}

function frameworkItem({ id, title, minutes }: FrameworkAim): PlanItem {
  return { kind: "framework", title: `Framework: ${title}`, minutes, questions: [], command: `coach frameworks practice ${id}`, framework: id };
}

/** Sums of minutes that are no whole numbers are a little off. */
export const leeway = 1e-6;

/** On the clock, all together. */
export function minutesOf(questions: readonly Question[]): number {
  return questions.reduce((sum, { minutes }) => sum + minutes, 0);
}

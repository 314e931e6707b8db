// Room: export. A plan to print or to keep: today and each day to the interview as tasks, what to expect, what gives. Pure.
import { daysBetween } from "../domain/calendar.ts";
import { tellShare } from "../domain/evidence.ts";
import type { Plan, PlanDay } from "../domain/plan.ts";
import type { Block, Document, Point, Task } from "./document.ts";

/** Builds the plan as a page. Days without anything to do are left out. */
export function planDocument(plan: Plan): Document {
  const { company, role, today, interview, minutesPerEvening, days, dropped, notes } = plan;
  const who = company === undefined ? "" : `: ${role === undefined ? company : `${role} at ${company}`}`;
  const left = daysBetween(today, interview);
  const lead = `Made on ${today}, ${left === 1 ? "1 day" : `${left} days`} before the interview on ${interview}; ${minutesPerEvening} minutes an evening. It is made anew from your answers each time: coach plan.`;
  return {
    title: `Plan${who}`,
    blocks: [
      { type: "paragraph", line: [left < 0 ? `Made on ${today}. The interview was on ${interview}.` : lead] },
      ...section("Day by day", { type: "tasks", tasks: days.filter(isFull).map(dayTask) }),
      ...section("What to expect", { type: "points", points: days.length === 0 ? [] : expected(plan) }),
      ...section("What is left out", {
        type: "points",
        points: dropped.map((group) => ({ line: [{ strong: group.round ?? "Of no round" }, `: ${tellDropped(group)}`] })),
      }),
      ...section("Mind", { type: "points", points: notes.map((note) => ({ line: [note] })) }),
    ],
  };
}

function section(text: string, block: Extract<Block, { readonly type: "tasks" | "points" }>): readonly Block[] {
  const isEmpty = block.type === "tasks" ? block.tasks.length === 0 : block.points.length === 0;
  return isEmpty ? [] : [{ type: "heading", level: 2, text }, block];
}

function isFull({ items, kind }: PlanDay): boolean {
  return items.length > 0 || kind === "rest" || kind === "round";
}

function dayTask(day: PlanDay): Task {
  const points = day.items.map((item): Point => ({ line: [`${item.title}, ${tellMinutes(item.minutes)}: `, { code: item.command }] }));
  return { isDone: false, line: [{ strong: day.day }, ` ${tellKind(day)}${day.minutes > 0 ? `, ${tellMinutes(day.minutes)}` : ""}`], points };
}

function tellKind({ kind, round }: PlanDay): string {
  if (kind === "round") return round === undefined ? "interview" : `interview: ${round}`;
  if (kind === "mock") return `mock of ${round ?? "a round"}`;
  if (kind === "estimated") return `practice, perhaps the day of ${round ?? "a round"}`;
  return kind === "light" ? `light, before ${round ?? "the interview"}` : kind;
}

function tellMinutes(minutes: number): string {
  const whole = Math.max(1, Math.round(minutes));
  return whole === 1 ? "1 minute" : `${whole} minutes`;
}

function expected({ expected: { recall, recallWithout, met, questions }, again, isFeasible, until }: Plan): readonly Point[] {
  const fits = isFeasible ? "Every question is met, and what is due is seen again in time." : "Not everything fits; see below.";
  return [
    { line: [`${tellShare(recall)} of ${questions} questions recalled on the day with this plan, ${tellShare(recallWithout)} without.`] },
    { line: [`${met} questions met by then, ${again.length} of them seen again.`] },
    ...(until === undefined ? [{ line: [fits] }] : []),
  ];
}

function tellDropped({ questions, minutes, why }: Plan["dropped"][number]): string {
  return `${questions.length === 1 ? "1 question" : `${questions.length} questions`}, ${tellMinutes(minutes)}. ${why}`;
}

/** The plan as JSON; what is not known is null. */
export function planToJson(plan: Plan): string {
  const { loop = null, company = null, role = null, until = null } = plan;
  const days = plan.days.map((day) => ({ ...day, round: day.round ?? null }));
  const dropped = plan.dropped.map((group) => ({ ...group, round: group.round ?? null }));
  return `${JSON.stringify({ ...plan, loop, company, role, until, days, dropped }, null, 2)}\n`;
}

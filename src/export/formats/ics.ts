// Room: export. A plan as a calendar by RFC 5545: an event a day, updated when it is imported again. The only file that knows ical-generator. Pure.
import type { ICalAlarmData, ICalEventData } from "ical-generator";
import { addDays } from "../../domain/calendar.ts";
import type { Plan, PlanDay } from "../../domain/plan.ts";
import { tidy } from "../document.ts";

/** A plan, and when it is told. */
export interface PlanCalendar {
  readonly plan: Plan;
  /** The moment of the export, ISO 8601 with offset: a later one is the newer version of each event. */
  readonly at: string;
  /** When an evening begins, `HH:MM` where the person is. */
  readonly begins: string;
}

/**
 * One event for each day that holds something. Its UID is the loop and the day, so that a second import moves events and doubles none.
 * Times are local ("floating"): an evening at seven is at seven, whatever the zone and on both sides of a clock change.
 */
export async function toIcs({ plan, at, begins }: PlanCalendar): Promise<string> {
  const { ICalCalendar } = await import("ical-generator");
  const calendar = new ICalCalendar({ name: `Interview practice${employer(plan)}`, prodId: { company: "interview-coach", product: "plan", language: "EN" } });
  const version = { stamp: new Date(at), sequence: sequenceOf(at) };
  for (const day of plan.days) {
    const event = eventOf(day, plan, begins);
    if (event) calendar.createEvent({ ...event, ...version, id: uidOf(plan, day) });
  }
  return `${calendar.toString()}\r\n`;
}

/** Seconds since 2026: no state is kept, and yet a later export has the higher number. It fits 31 bits until 2094. */
function sequenceOf(at: string): number {
  return Math.max(0, Math.floor((Date.parse(at) - Date.UTC(2026, 0, 1)) / 1000));
}

function uidOf({ loop }: Plan, { day }: PlanDay): string {
  return `${day}.${(loop ?? "general").replaceAll(/[^\w-]+/g, ".")}@interview-coach`;
}

function employer({ company }: Plan): string {
  return company === undefined ? "" : ` for ${tidy(company)}`;
}

function eventOf(day: PlanDay, plan: Plan, begins: string): ICalEventData | undefined {
  if (day.kind === "round") return wholeDay(day, { summary: roundTitle(day, plan), alarms: [eveningBefore] });
  if (day.kind === "rest") return wholeDay(day, { summary: "Rest before the interview", alarms: [] });
  if (day.items.length === 0) return undefined;
  const start = Date.parse(`${day.day}T${begins}:00Z`);
  const summary = eveningTitle(day, plan);
  return {
    start: new Date(start),
    end: new Date(start + Math.max(5, Math.round(day.minutes)) * 60_000),
    floating: true,
    summary,
    description: tellItems(day),
    alarms: [alarm(15 * 60, summary)],
  };
}

function wholeDay(day: PlanDay, told: { readonly summary: string; readonly alarms: readonly ICalAlarmData[] }): ICalEventData {
  const [start, end] = [day.day, addDays(day.day, 1)].map((one) => new Date(`${one}T00:00:00Z`));
  return { start: start ?? day.day, end: end ?? day.day, allDay: true, summary: told.summary, description: tellItems(day), alarms: [...told.alarms] };
}

/** 18:00 on the day before. */
const eveningBefore = alarm(6 * 3600, "Tomorrow is an interview");

function alarm(secondsBefore: number, description: string): ICalAlarmData {
  return { type: "display" as ICalAlarmData["type"] & string, trigger: secondsBefore, description } as ICalAlarmData;
}

/** Of the rounds only the last has a known day; those before are counted back. */
function roundTitle({ day, round }: PlanDay, plan: Plan): string {
  const title = `Interview${round === undefined ? "" : `: ${tidy(round)}`}${plan.company === undefined ? "" : ` at ${tidy(plan.company)}`}`;
  return day === plan.interview ? title : `${title} (estimated day)`;
}

function eveningTitle({ kind, minutes, items }: PlanDay, plan: Plan): string {
  const mock = kind === "mock" ? items.find((item) => item.kind === "mock") : undefined;
  return `${mock ? tidy(mock.title) : `Practice${employer(plan)}`}, ${Math.round(minutes)} minutes`;
}

function tellItems({ items }: PlanDay): string {
  return items.map(({ title, minutes, command }) => `${tidy(title)}, ${Math.round(minutes)} min: ${tidy(command)}`).join("\n");
}

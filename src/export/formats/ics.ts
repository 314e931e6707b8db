// Room: export. A plan as a calendar by RFC 5545: an event a day, updated when it is imported again. The only file that knows ical-generator. Pure.
import type { ICalAlarmData, ICalEventData, ICalEventStatus, ICalEventTransparency } from "ical-generator";
import { addDays, type Day } from "../../domain/calendar.ts";
import type { Plan, PlanDay } from "../../domain/plan.ts";
import { tidy } from "../document.ts";

/** A plan, and when it is told. */
export interface PlanCalendar {
  readonly plan: Plan;
  /** The moment of the export, ISO 8601 with offset: a later one is the newer version of each event. */
  readonly at: string;
  /** When an evening begins, `HH:MM` where the person is. */
  readonly begins: string;
  /** Days of a calendar exported before that are not in the plan any more, as `vanishedIn` finds them. */
  readonly vanished: readonly Day[];
}

/**
 * One event for each day that holds something. Its UID is the loop and the day, so that a second import moves events and doubles none.
 * A day that vanished is a cancelled event: a calendar keeps what an import does not name.
 * Times are local ("floating"): an evening at seven is at seven, whatever the zone and on both sides of a clock change.
 */
export async function toIcs({ plan, at, begins, vanished }: PlanCalendar): Promise<string> {
  const { ICalCalendar } = await import("ical-generator");
  const calendar = new ICalCalendar({ name: `Interview practice${employer(plan)}`, prodId: { company: "interview-coach", product: "plan", language: "EN" } });
  const version = { stamp: new Date(at), sequence: sequenceOf(at) };
  for (const day of plan.days) {
    const event = eventOf(day, plan, begins);
    if (event) calendar.createEvent({ ...event, ...version, id: uidOf(plan, day.day) });
  }
  for (const day of vanished) calendar.createEvent({ ...cancelled(day), ...version, id: uidOf(plan, day) });
  return `${calendar.toString()}\r\n`;
}

/** Seconds since 2026: no state is kept, and yet a later export has the higher number. It fits 31 bits until 2094. */
function sequenceOf(at: string): number {
  return Math.max(0, Math.floor((Date.parse(at) - Date.UTC(2026, 0, 1)) / 1000));
}

/** The days, from today on, for which a calendar that was exported before has an event and this plan has none. Events of other plans are left alone. */
export function vanishedIn(before: string, plan: Plan): readonly Day[] {
  const kept = new Set(plan.days.filter(isShown).map(({ day }) => day));
  const unfolded = before.replaceAll(/\r?\n[ \t]/g, "");
  const days = [...unfolded.matchAll(/^UID:(\d{4}-\d\d-\d\d)\..*$/gm)].map(([line, day = ""]) => (line.trim() === `UID:${uidOf(plan, day)}` ? day : ""));
  return [...new Set(days)].filter((day) => day >= plan.today && !kept.has(day)).toSorted();
}

function uidOf({ loop }: Plan, day: Day): string {
  return `${day}.${(loop ?? "general").replaceAll(/[^\w-]+/g, ".")}@interview-coach`;
}

function isShown({ kind, items }: PlanDay): boolean {
  return kind === "round" || kind === "rest" || items.length > 0;
}

function employer({ company }: Plan): string {
  return company === undefined ? "" : ` for ${tidy(company)}`;
}

function eventOf(day: PlanDay, plan: Plan, begins: string): ICalEventData | undefined {
  if (!isShown(day)) return undefined;
  if (day.kind === "round") return wholeDay(day, { summary: roundTitle(day, plan), alarms: [eveningBefore] });
  if (day.kind === "rest") return wholeDay(day, { summary: "Rest before the interview", alarms: [] });
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
  return { ...onDay(day.day), summary: told.summary, description: tellItems(day), alarms: [...told.alarms] };
}

function cancelled(day: Day): ICalEventData {
  return { ...onDay(day), summary: "Off the plan: nothing to practise", status: "CANCELLED" as ICalEventStatus };
}

/** It takes no time of the day: others may still ask for a meeting. */
function onDay(day: Day): Pick<ICalEventData, "start" | "end" | "allDay" | "transparency"> {
  const [start = day, end = day] = [day, addDays(day, 1)].map((one) => new Date(`${one}T00:00:00Z`));
  return { start, end, allDay: true, transparency: "TRANSPARENT" as ICalEventTransparency };
}

/** 18:00 on the day before. */
const eveningBefore = alarm(6 * 3600, "Tomorrow is an interview");

function alarm(secondsBefore: number, description: string): ICalAlarmData {
  return { type: "display" as ICalAlarmData["type"] & string, trigger: secondsBefore, description } as ICalAlarmData;
}

function roundTitle({ round }: PlanDay, { company }: Plan): string {
  return `Interview${round === undefined ? "" : `: ${tidy(round)}`}${company === undefined ? "" : ` at ${tidy(company)}`}`;
}

/** Of the rounds only the last has a known day; those before are counted back. */
function eveningTitle({ kind, minutes, items, round }: PlanDay, plan: Plan): string {
  const mock = kind === "mock" ? items.find((item) => item.kind === "mock") : undefined;
  const perhaps = kind === "estimated" && round !== undefined ? ` (perhaps the day of ${tidy(round)})` : "";
  return `${mock ? tidy(mock.title) : `Practice${employer(plan)}`}, ${Math.round(minutes)} minutes${perhaps}`;
}

function tellItems({ items }: PlanDay): string {
  return items.map(({ title, minutes, command }) => `${tidy(title)}, ${Math.round(minutes)} min: ${tidy(command)}`).join("\n");
}

// Room: terminal. Days as people say them. Pure.
import { type Day, weekdayOf } from "../../domain/calendar.ts";

const weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

/** `Tue 15 Dec`. */
export function tellDay(day: Day): string {
  return `${weekdays[weekdayOf(day)] ?? ""} ${tellDate(day)}`;
}

/** `15 Dec`. */
export function tellDate(day: Day): string {
  return `${Number(day.slice(8, 10))} ${months[Number(day.slice(5, 7)) - 1] ?? ""}`;
}

/** `24 days`. */
export function tellDays(count: number): string {
  return count === 1 ? "1 day" : `${count} days`;
}

/** Minutes for the eye: whole from ten on, else to a half. */
export function tellMinutes(minutes: number): string {
  return minutes >= 10 ? String(Math.round(minutes)) : String(Math.round(minutes * 2) / 2);
}

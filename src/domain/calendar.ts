// Room: domain. Days as `YYYY-MM-DD`; the only file of the pure rooms that knows the calendar.

/** A calendar day, `YYYY-MM-DD`. */
export type Day = string;

const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/;

/** True for a day that exists: `2026-02-30` does not. */
export function isDay(text: string): boolean {
  const found = dayPattern.exec(text);
  if (!found) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}

/** Whole days from `first` to `second`; negative when `second` is earlier. Both must be days. */
export function daysBetween(first: Day, second: Day): number {
  return dayNumber(second) - dayNumber(first);
}

/** The day `count` days later. */
export function addDays(day: Day, count: number): Day {
  return count === 0 ? day : dayNumbered(dayNumber(day) + count);
}

/**
 * Days since 1970-01-01 in the Gregorian calendar (Hinnant, "chrono-compatible low-level date algorithms": a year that begins in March ends with
 * the leap day). Reckoned, not parsed by Date: a plan asks it some hundred thousand times, and that was a quarter of its time.
 */
export function dayNumber(day: Day): number {
  const month = digitsOf(day, 5, 7);
  const year = digitsOf(day, 0, 4) - (month <= 2 ? 1 : 0);
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + digitsOf(day, 8, 10) - 1;
  return year * 365 + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + dayOfYear - 719_468;
}

/** The day of a number of days since 1970-01-01: the other way round, from the same source. */
export function dayNumbered(number: number): Day {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1, 2)}`;
}

function padded(value: number, length: number): string {
  return String(value).padStart(length, "0");
}

function digitsOf(text: string, from: number, to: number): number {
  let value = 0;
  for (let index = from; index < to; index += 1) value = value * 10 + text.charCodeAt(index) - 48;
  return value;
}

/** The day `count` business days later, or earlier when `count` is negative; Saturdays and Sundays do not count, holidays are not known. */
export function addBusinessDays(day: Day, count: number): Day {
  const step = count < 0 ? -1 : 1;
  let current = day;
  let left = Math.abs(count);
  while (left > 0) {
    current = addDays(current, step);
    const weekday = new Date(`${current}T00:00:00Z`).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return current;
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayOf(day: Day): number {
  // The fifth of January 1970 was a Monday.
  return ((daysBetween("1970-01-05", day) % 7) + 7) % 7;
}

/** The Monday of a day's week. */
export function mondayOf(day: Day): Day {
  return addDays(day, -weekdayOf(day));
}

/** The day of a moment in its own zone: the first ten characters of an ISO time with offset. */
export function dayOf(moment: string): Day {
  return moment.slice(0, 10);
}

/** The evening that a moment belongs to, where it was: the hours after midnight, up to `dayEnds` o'clock, belong to the day before. */
export function eveningOf(moment: string, dayEnds: number): Day {
  return dayEnds > 0 && Number(moment.slice(11, 13)) < dayEnds ? addDays(dayOf(moment), -1) : dayOf(moment);
}

/** Milliseconds since 1970 of an ISO moment, so that moments of different zones compare; NaN for what is no moment. */
export function instantOf(moment: string): number {
  return Date.parse(moment);
}

// Room: tests. Days on machines of several zones, on both sides of a clock change: what is reckoned with must not see the machine's own zone.
import { afterEach, describe, expect, test } from "vitest";
import { createClock } from "../../../src/cli/clock.ts";
import { realWorld } from "../../../src/cli/world.ts";
import { addBusinessDays, addDays, type Day, daysBetween, eveningOf, isDay, mondayOf } from "../../../src/domain/calendar.ts";
import { cardsOf } from "../../../src/scheduling/cards.ts";
import { planOf } from "../../../src/scheduling/plan.ts";
import { anAttempt } from "../../support/attempts.ts";
import { aLoop, aQuestion } from "../../support/builders.ts";

const own = process.env["TZ"];

afterEach(() => {
  if (own === undefined) delete process.env["TZ"];
  else process.env["TZ"] = own;
});

const questions = Array.from({ length: 40 }, (_, index) => aQuestion({ kind: "open", id: `q/${index}`, minutes: 4, round: "case-study" }));

/** All that a day decides, for a month around a day: business days, weeks, cards of three looks, and the plan. */
function reckon(around: Day): unknown {
  const days = Array.from({ length: 30 }, (_, index) => addDays(around, index - 15));
  const [first = around] = days;
  const looks = [0, 14, 15].map((off) => anAttempt({ question: "q/0", score: 0.75, at: `${addDays(first, off)}T23:30:00${off === 15 ? "+01:00" : "-08:00"}` }));
  const cards = cardsOf(looks, { retention: 0.9, dayEnds: 4, today: around });
  return {
    days: days.map((day) => [day, isDay(day), daysBetween(first, day), addBusinessDays(day, 3), mondayOf(day)]),
    cards: [...cards],
    plan: planOf({
      today: around,
      interview: addDays(around, 14),
      loop: aLoop(),
      what: "walmart/ai-pm",
      company: "Walmart",
      role: undefined,
      minutesPerEvening: 30,
      newPerEvening: undefined,
      minutesDone: 0,
      newDone: 0,
      isUsual: true,
      retention: 0.9,
      questions,
      cards,
      rounds: [],
      rehearsed: new Map(),
      frameworks: [],
    }),
  };
}

const zones = ["Pacific/Kiritimati", "America/Los_Angeles", "Europe/Berlin", "Asia/Kolkata", "Australia/Lord_Howe", "America/St_Johns"] as const;

describe.each(zones)("on a machine in %s", (zone) => {
  test.each(["2026-10-25", "2026-11-01", "2027-03-14", "2027-04-04"])(
    "days, cards and plans around the clock change of %s are those of any other machine",
    (day) => {
      process.env["TZ"] = "UTC";
      const wanted = JSON.stringify(reckon(day));
      process.env["TZ"] = zone;
      // Or else the zone is not known here, and the test says nothing.
      expect(new Date(day).getTimezoneOffset()).not.toBe(0);
      expect(JSON.stringify(reckon(day))).toBe(wanted);
    },
  );
});

describe("a moment", () => {
  test.each([
    ["Pacific/Kiritimati", "2026-10-31T20:00:00Z", "2026-11-01T10:00:00+14:00", "2026-11-01"],
    ["America/Los_Angeles", "2026-11-01T08:59:59Z", "2026-11-01T01:59:59-07:00", "2026-10-31"],
    ["America/Los_Angeles", "2026-11-01T09:00:00Z", "2026-11-01T01:00:00-08:00", "2026-10-31"],
    ["Europe/Berlin", "2027-03-28T01:00:00Z", "2027-03-28T03:00:00+02:00", "2027-03-27"],
    ["Asia/Kolkata", "2026-11-21T22:29:59Z", "2026-11-22T03:59:59+05:30", "2026-11-21"],
    ["Australia/Lord_Howe", "2026-10-03T15:30:00Z", "2026-10-04T02:30:00+11:00", "2026-10-03"],
    ["America/St_Johns", "2026-11-21T03:40:05Z", "2026-11-21T00:10:05-03:30", "2026-11-20"],
    ["UTC", "2026-11-21T04:00:00Z", "2026-11-21T04:00:00Z", "2026-11-21"],
  ])("in %s at %s is told as the wall there shows it, and belongs to its evening", (zone, instant, told, evening) => {
    process.env["TZ"] = zone;
    const { now } = createClock({ ...realWorld(""), wall: () => Date.parse(instant) });
    expect(now()).toBe(told);
    expect(eveningOf(now(), 4)).toBe(evening);
  });
});

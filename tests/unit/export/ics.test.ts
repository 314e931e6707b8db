import ICAL from "ical.js";
import { afterEach, describe, expect, test } from "vitest";
import type { Plan } from "../../../src/domain/plan.ts";
import { type PlanCalendar, toIcs, vanishedIn } from "../../../src/export/formats/ics.ts";
import { anEvening, aPlan } from "../../support/plans.ts";

const at = "2026-12-01T20:15:30+01:00";

async function text(plan: Plan = aPlan(), fields: Partial<PlanCalendar> = {}): Promise<string> {
  return toIcs({ plan, at, begins: "19:00", vanished: [], ...fields });
}

/** The events as an independent parser reads them. */
function eventsIn(ics: string): readonly ICAL.Event[] {
  return new ICAL.Component(ICAL.parse(ics) as unknown[]).getAllSubcomponents("vevent").map((part) => new ICAL.Event(part));
}

const zone = process.env["TZ"];
afterEach(() => {
  if (zone === undefined) delete process.env["TZ"];
  else process.env["TZ"] = zone;
});

test("an evening is an event with its length, what to type, and an alarm a quarter of an hour before", async () => {
  const [first] = eventsIn(await text());
  expect(first?.startDate.toString()).toBe("2026-12-01T19:00:00");
  expect(first?.duration.toSeconds()).toBe(20 * 60);
  expect(first?.summary).toBe("Practice for Walmart, 20 minutes");
  expect(first?.description).toBe("Twelve again, 20 min: coach drill walmart --due");
  const alarm = first?.component.getFirstSubcomponent("valarm");
  expect(alarm?.getFirstPropertyValue("action")).toBe("DISPLAY");
  expect(String(alarm?.getFirstPropertyValue("trigger"))).toBe("-PT15M");
  expect(alarm?.getFirstPropertyValue("description")).toBe("Practice for Walmart, 20 minutes");
});

test("the interview and a day of rest are whole days; an evening that a round is counted back to is one of practice and says so; an evening without anything is none", async () => {
  const days = [
    anEvening({ day: "2026-12-01", items: [], minutes: 0 }),
    anEvening({ day: "2026-12-02", kind: "estimated", round: "Panel" }),
    anEvening({ day: "2026-12-03", kind: "rest", items: [] }),
    anEvening({ day: "2026-12-04", kind: "round", items: [], round: "Executive interview" }),
  ];
  const ics = await text(aPlan({ days }));
  expect(eventsIn(ics).map(({ summary, startDate, endDate }) => [summary, startDate.isDate, startDate.toString(), endDate.toString()])).toEqual([
    ["Practice for Walmart, 20 minutes (perhaps the day of Panel)", false, "2026-12-02T19:00:00", "2026-12-02T19:20:00"],
    ["Rest before the interview", true, "2026-12-03", "2026-12-04"],
    ["Interview: Executive interview at Walmart", true, "2026-12-04", "2026-12-05"],
  ]);
  expect(ics).toContain("DTSTART;VALUE=DATE:20261203");
});

test("an interview is announced at six on the evening before; a day of rest is not", async () => {
  const days = [
    anEvening({ day: "2026-12-03", kind: "rest", items: [] }),
    anEvening({ day: "2026-12-04", kind: "round", items: [], round: "Executive interview" }),
  ];
  const [rest, interview] = eventsIn(await text(aPlan({ days })));
  expect(rest?.component.getFirstSubcomponent("valarm")).toBeNull();
  const alarm = interview?.component.getFirstSubcomponent("valarm");
  expect([String(alarm?.getFirstPropertyValue("trigger")), alarm?.getFirstPropertyValue("description")]).toEqual(["-PT6H", "Tomorrow is an interview"]);
});

test("an evening says what it holds, line by line; a mock gives it its name", async () => {
  const [item] = anEvening().items;
  if (!item) throw new Error("an evening without anything");
  const mock = { ...item, kind: "mock", title: "Mock: Panel", minutes: 30, command: "coach mock walmart --round 4" } as const;
  const days = [anEvening({ items: [item, mock] }), anEvening({ day: "2026-12-02", kind: "mock", minutes: 30, items: [item, mock] })];
  const [practice, rehearsal] = eventsIn(await text(aPlan({ days })));
  expect(practice?.summary).toBe("Practice for Walmart, 20 minutes");
  expect(practice?.description).toBe("Twelve again, 20 min: coach drill walmart --due\nMock: Panel, 30 min: coach mock walmart --round 4");
  expect(rehearsal?.summary).toBe("Mock: Panel, 30 minutes");
});

test("the calendar is named after the employer, and one for nobody in particular after none", async () => {
  const named = async (plan: Plan) => /^X-WR-CALNAME:(.*)\r$/m.exec(await text(plan))?.[1];
  expect(await named(aPlan())).toBe("Interview practice for Walmart");
  const general = aPlan({ loop: undefined, company: undefined, role: undefined, days: [anEvening({ kind: "round", items: [] })] });
  expect(await named(general)).toBe("Interview practice");
  expect(await text(general)).toContain("PRODID:-//interview-coach//plan//EN\r\n");
  const [event] = eventsIn(await text(general));
  expect([event?.uid, event?.summary]).toEqual(["2026-12-01.general@interview-coach", "Interview"]);
});

test("a second import moves events and doubles none: the same UIDs, a higher SEQUENCE, a later DTSTAMP", async () => {
  const before = eventsIn(await text());
  const after = eventsIn(await text(aPlan(), { at: "2026-12-02T08:00:00Z", begins: "20:30" }));
  expect(after.map(({ uid }) => uid)).toEqual(before.map(({ uid }) => uid));
  expect(new Set(before.map(({ uid }) => uid)).size).toBe(4);
  expect(before[0]?.uid).toBe("2026-12-01.walmart.ai-pm@interview-coach");
  expect(after[0]?.sequence).toBeGreaterThan(before[0]?.sequence ?? Infinity);
  expect(before[0]?.sequence).toBe((Date.UTC(2026, 11, 1, 19, 15, 30) - Date.UTC(2026, 0, 1)) / 1000);
  expect(String(before[0]?.component.getFirstPropertyValue("dtstamp"))).toBe("2026-12-01T19:15:30Z");
  expect(after[0]?.startDate.toString()).toBe("2026-12-01T20:30:00");
  expect(await text()).toBe(await text());
});

describe("evenings that are not in the plan any more", () => {
  const later = aPlan({ today: "2026-12-02", interview: "2026-12-03" });

  test("are found in the calendar that was exported before, from today on", async () => {
    expect(vanishedIn(await text(), later)).toEqual(["2026-12-04"]);
    expect(vanishedIn(await text(), aPlan({ today: "2026-12-05", interview: "2026-12-06" }))).toEqual([]);
    const idle = aPlan({ days: [anEvening({ items: [] }), anEvening({ day: "2026-12-02", kind: "rest", items: [] })] });
    expect(vanishedIn(await text(), idle)).toEqual(["2026-12-01", "2026-12-03", "2026-12-04"]);
    expect(vanishedIn(await text(), aPlan())).toEqual([]);
  });

  test("are found where a program has written the file anew: long lines folded elsewhere, other line ends, an order of its own", async () => {
    const lines = (await text()).split("\r\n").toReversed().join("\n").replaceAll("walmart.ai", "wal\n mart.ai");
    expect(vanishedIn(`${lines}\nUID:2026-12-04.walmart.ai-pm@interview-coach\n`, later)).toEqual(["2026-12-04"]);
    const long = { ...later, loop: "a-company-with-a-very-long-name/and-a-role-with-a-name-as-long-as-that" };
    expect(vanishedIn(await text({ ...aPlan(), loop: long.loop }), long)).toEqual(["2026-12-04"]);
  });

  test("are those of this plan: another company's, and what somebody else put there, are left alone", async () => {
    expect(vanishedIn(await text(aPlan({ loop: "jd/ai-pm" })), later)).toEqual([]);
    const foreign = ["UID:2026-12-04.walmart.ai-pm@example.com", "X-UID:2026-12-04.walmart.ai-pm@interview-coach", "UID:birthday", "UID:2026-12-04"];
    expect(vanishedIn(foreign.join("\r\n"), later)).toEqual([]);
    expect(vanishedIn("", later)).toEqual([]);
  });

  test("are cancelled events: the same UID, a higher SEQUENCE, no alarm, no time of the day", async () => {
    const before = eventsIn(await text());
    const after = eventsIn(await text(later, { at: "2026-12-02T08:00:00Z", vanished: ["2026-12-04"] }));
    const event = after.at(-1);
    expect(after.map(({ uid }) => uid)).toEqual(before.slice(1).map(({ uid }) => uid));
    expect([event?.component.getFirstPropertyValue("status"), event?.summary]).toEqual(["CANCELLED", "Off the plan: nothing to practise"]);
    expect(event?.sequence).toBeGreaterThan(before.at(-1)?.sequence ?? Infinity);
    expect([event?.startDate.isDate, event?.startDate.toString(), event?.endDate.toString()]).toEqual([true, "2026-12-04", "2026-12-05"]);
    expect(event?.component.getFirstSubcomponent("valarm")).toBeNull();
    expect(after.slice(0, -1).map(({ component }) => component.getFirstPropertyValue("status"))).toEqual([null, null]);
  });

  test("stay cancelled in the next export, and come back with the plan", async () => {
    const second = await text(later, { vanished: ["2026-12-04"] });
    expect(vanishedIn(second, later)).toEqual(["2026-12-04"]);
    expect(vanishedIn(second, aPlan())).toEqual([]);
  });
});

test("whole days block no meeting, evenings do", async () => {
  const found = eventsIn(await text()).map(({ component }) => component.getFirstPropertyValue("transp"));
  expect(found).toEqual([null, null, null, "TRANSPARENT"]);
});

describe("across a clock change", () => {
  const plan = aPlan({ today: "2027-03-26", interview: "2027-03-30" });

  test.each(["UTC", "Europe/Berlin", "America/New_York", "Asia/Shanghai", "Pacific/Chatham"])("made in %s, every evening is at the same time", async (name) => {
    process.env["TZ"] = "UTC";
    const expected = await text(plan);
    process.env["TZ"] = name;
    const ics = await text(plan);
    expect(ics).toBe(expected);
    const evenings = eventsIn(ics).filter(({ startDate }) => !startDate.isDate);
    expect(evenings.map(({ startDate }) => [startDate.day, startDate.hour, startDate.zone === ICAL.Timezone.localTimezone])).toEqual([
      [26, 19, true],
      [27, 19, true],
      [28, 19, true],
      [29, 19, true],
    ]);
  });

  test("an evening that begins before midnight ends on the next day", async () => {
    const [event] = eventsIn(await text(plan, { begins: "23:50" }));
    expect(event?.endDate.toString()).toBe("2027-03-27T00:10:00");
  });
});

describe("texts that mean harm", () => {
  const evil = "a\r\nEND:VEVENT\nATTACH:http://x; y, \\ z ü漢字🎯 ".repeat(12);
  const hostile = aPlan({
    company: evil,
    loop: `x\r\nUID:${evil}`,
    days: [anEvening({ items: [{ kind: "new", title: evil, minutes: 3, questions: [], command: evil }] })],
  });

  test("are text: one event, and nothing of theirs is a property", async () => {
    const events = eventsIn(await text(hostile));
    expect(events).toHaveLength(1);
    expect(events[0]?.component.getFirstProperty("attach")).toBeNull();
    const words = evil.replaceAll(/\s+/g, " ").trim();
    expect(events[0]?.description).toBe(`${words}, 3 min: ${words}`);
    expect(events[0]?.uid).toMatch(/^[\w.@-]+$/);
  });

  test("every line ends with CRLF, is 75 octets at most, and no character is cut", async () => {
    const ics = await text(hostile);
    expect(ics.endsWith("END:VCALENDAR\r\n")).toBe(true);
    expect(ics.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    const lines = ics.split("\r\n");
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(lines.join("")).not.toContain("\ufffd");
    expect(Buffer.from(ics).toString()).toBe(ics);
  });
});

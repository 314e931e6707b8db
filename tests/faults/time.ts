// Room: tests. E: clocks that are set, jump, sleep and travel; days that are odd.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { addDays, daysBetween } from "../../src/domain/calendar.ts";
import { pickQuestion } from "../support/shelf-question.ts";
import { keys, type TestTerminal } from "../support/terminal.ts";
import type { Faults, Stage } from "./fault.ts";
import { attemptsIn, type Clocks, clocksAt, drillOne, onTerminal } from "./on-terminal.ts";

/** Practises once with these clocks; gives the moment that was kept. */
async function practiseBy(stage: Stage, clocks: Clocks): Promise<string> {
  stage.write("pick.md", `---\ntitle: Pick\n---\n\n${pickQuestion}`);
  const input = "answers: [{question: pick/pick, answer: a}]\n";
  const before = new Set((await attemptsIn(stage)).map(({ id }) => id));
  await stage.held(["drill", "pick", "--decks", "pick.md", "--answers", "-", "--json"], { status: 0 }, { input, env: clocks.env });
  const made = (await attemptsIn(stage)).find(({ id }) => !before.has(id));
  assert.ok(made);
  return made.at;
}

async function json<T>(stage: Stage, args: readonly string[], clocks: Clocks): Promise<T> {
  const { out } = await stage.held([...args, "--json"], { status: 0 }, { env: clocks.env });
  return JSON.parse(out) as T;
}

/** The plan to a day names each day from today to it, once. */
async function plansEachDay(stage: Stage, clocks: Clocks, to: string): Promise<readonly string[]> {
  const { today, days } = await json<{ today: string; days: readonly { day: string }[] }>(stage, ["plan", "--company", "walmart", "--date", to], clocks);
  const wanted = Array.from({ length: daysBetween(today, to) + 1 }, (_, index) => addDays(today, index));
  assert.deepEqual(
    days.map(({ day }) => day),
    wanted,
  );
  return wanted;
}

/** Nothing is wrong with the journal, and history lists these moments, the last first. */
async function inOrder(stage: Stage, clocks: Clocks, moments: readonly string[]): Promise<void> {
  await stage.held(["data", "verify"], { status: 0, says: "All is well" }, { env: clocks.env });
  const { attempts } = await json<{ attempts: readonly { at: string }[] }>(stage, ["history"], clocks);
  assert.deepEqual(
    attempts.map(({ at }) => at),
    moments.toReversed(),
  );
}

/** Moves the clocks while an answer of five minutes is typed, looks at what comes of it, and hands it in with its clock untouched. Gives what was kept. */
async function moveInCountdown(stage: Stage, ahead: Parameters<Clocks["move"]>[0], look: (terminal: TestTerminal) => Promise<void>) {
  const clocks = clocksAt(stage, undefined);
  await onTerminal(
    stage,
    drillOne,
    async (terminal) => {
      await terminal.waitFor("^D hand in");
      terminal.type("Every empty shelf is a lost sale.");
      await terminal.waitFor("lost sale.");
      clocks.move(ahead);
      stage.fired();
      await look(terminal);
      assert.match(terminal.screen(), /4:[345]\d left/);
      terminal.type(keys.ctrl("d"));
      await terminal.waitFor("What did you say?");
    },
    { env: clocks.env },
  );
  const [attempt] = await attemptsIn(stage);
  assert.ok(attempt);
  return attempt;
}

interface Practised {
  readonly days: number;
  readonly periods: readonly { readonly from: string; readonly answers: number }[];
}

const newYork = "America/New_York";
const hour = 3_600_000;

export const timeFaults: Faults = [
  {
    number: "E1",
    title: "summer time ends and begins within a session, a day and a plan",
    provoke: async (stage) => {
      const autumn = clocksAt(stage, "2026-11-01T05:59:58Z", newYork);
      await onTerminal(
        stage,
        drillOne,
        async (terminal) => {
          await terminal.waitFor("^D hand in");
          terminal.type("Every empty shelf is a lost sale.");
          await new Promise((resolve) => setTimeout(resolve, 2500));
          stage.fired();
          assert.match(terminal.screen(), /4:5\d left/);
          terminal.type(keys.ctrl("d"));
          await terminal.waitFor("What did you say?");
        },
        { env: autumn.env },
      );
      const [during] = await attemptsIn(stage);
      assert.ok(during && during.at.startsWith("2026-11-01T01:00:") && during.at.endsWith("-05:00") && during.seconds < 60, JSON.stringify(during));
      const later = clocksAt(stage, "2026-11-01T07:00:00Z", newYork);
      const after = await practiseBy(stage, later);
      await inOrder(stage, later, [during.at, after]);
      await plansEachDay(stage, clocksAt(stage, "2026-10-31T22:00:00Z", newYork), "2026-11-03");
      await plansEachDay(stage, clocksAt(stage, "2027-03-13T22:00:00Z", newYork), "2027-03-16");
      const spring = clocksAt(stage, "2027-03-14T07:00:01Z", newYork);
      assert.match(await practiseBy(stage, spring), /^2027-03-14T03:00:\d\d-04:00$/);
      await stage.held(["stats"], { status: 0 }, { env: spring.env });
    },
  },
  {
    number: "E2",
    title: "the zone changes between two evenings, to a wall that is behind",
    provoke: async (stage) => {
      const tokyo = await practiseBy(stage, clocksAt(stage, "2026-11-21T11:00:00Z", "Asia/Tokyo"));
      const west = clocksAt(stage, "2026-11-21T21:00:00Z", "America/Los_Angeles");
      const angeles = await practiseBy(stage, west);
      stage.fired();
      assert.deepEqual(
        [tokyo.slice(0, 14), tokyo.slice(-6), angeles.slice(0, 14), angeles.slice(-6)],
        ["2026-11-21T20:", "+09:00", "2026-11-21T13:", "-08:00"],
      );
      await inOrder(stage, west, [tokyo, angeles]);
      for (const args of [["stats"], ["plan", "--company", "walmart", "--date", "2026-12-01"], []]) await stage.held(args, { status: 0 }, { env: west.env });
    },
  },
  {
    number: "E3",
    title: "29 February, 31 December and the 53rd week",
    provoke: async (stage) => {
      const leap = clocksAt(stage, "2028-02-27T19:00:00Z");
      stage.fired();
      assert.ok((await plansEachDay(stage, leap, "2028-03-02")).includes("2028-02-29"));
      await stage.held(["config", "set", "interview-date", "2028-02-29"], { status: 0 });
      await stage.held(["config", "set", "interview-date", "2027-02-29"], { status: 2, says: "YYYY-MM-DD" });
      for (const moment of ["2026-11-20", "2026-12-31", "2027-01-01"]) await practiseBy(stage, clocksAt(stage, `${moment}T19:00:00Z`));
      const newYear = clocksAt(stage, "2027-01-01T20:00:00Z");
      assert.deepEqual(await plansEachDay(stage, newYear, "2027-01-04"), ["2027-01-01", "2027-01-02", "2027-01-03", "2027-01-04"]);
      const { periods } = await json<Practised>(stage, ["stats"], newYear);
      assert.deepEqual(
        periods.map(({ from, answers }) => [from, answers]),
        [
          ["2026-11-16", 1],
          ["2026-12-28", 2],
        ],
      );
    },
  },
  {
    number: "E4",
    title: "the interview is today, was yesterday, is in ten years, or on no day",
    provoke: async (stage) => {
      const clocks = clocksAt(stage, "2026-11-21T19:00:00Z");
      stage.fired();
      for (const [day, says] of [
        ["2026-11-21", /today|Interview/],
        ["2026-11-20", /is past/],
        ["2036-11-21", /further off than a plan reaches/],
      ] as const) {
        await stage.held(["plan", "--company", "walmart", "--date", day], { status: 0, says }, { env: clocks.env });
        await stage.held(["export", "calendar", "--company", "walmart", "--date", day, "-o", `${day}.ics`], { status: 0 }, { env: clocks.env });
        assert.match(readFileSync(join(stage.folder, `${day}.ics`), "utf8"), /^BEGIN:VCALENDAR\r\n[^]*END:VCALENDAR\r\n$/);
        await stage.held(["config", "set", "interview-date", day], { status: 0 }, { env: clocks.env });
        await stage.held([], { status: 0 }, { env: clocks.env });
      }
      for (const day of ["soon", "2026-02-30", "2026-13-01", "21.11.2026", "", "9999999-01-01"]) {
        await stage.held(["plan", "--company", "walmart", "--date", day], { status: 2, says: "a day such as" }, { env: clocks.env });
        await stage.held(["config", "set", "interview-date", day], { status: 2, says: "YYYY-MM-DD" }, { env: clocks.env });
      }
    },
  },
  {
    number: "E5",
    title: "the machine sleeps in a countdown",
    provoke: async (stage) => {
      const attempt = await moveInCountdown(stage, { wall: hour }, async (terminal) => {
        await terminal.waitFor("The machine slept for 60 minutes; the clock is stopped.");
        terminal.type(keys.ctrl("p"));
        await terminal.waitFor("The clock runs on.");
      });
      assert.ok(!attempt.timedOut && attempt.seconds < 60, JSON.stringify(attempt));
    },
  },
  {
    number: "E6",
    title: "the wall clock is set back in a countdown",
    provoke: async (stage) => {
      const attempt = await moveInCountdown(stage, { wall: -hour }, async (terminal) => {
        await new Promise((resolve) => setTimeout(resolve, 2200));
        assert.doesNotMatch(terminal.screen(), /slept|stopped/);
      });
      assert.ok(!attempt.timedOut && attempt.seconds > 1 && attempt.seconds < 60, JSON.stringify(attempt));
    },
  },
  {
    number: "E7",
    title: "an evening ends after midnight",
    provoke: async (stage) => {
      await practiseBy(stage, clocksAt(stage, "2026-11-21T23:50:00Z"));
      const night = clocksAt(stage, "2026-11-22T00:40:00Z");
      await practiseBy(stage, night);
      stage.fired();
      const evening = await json<Practised>(stage, ["stats"], night);
      assert.deepEqual([evening.days, evening.periods.map(({ from, answers }) => [from, answers])], [1, [["2026-11-21", 2]]]);
      await stage.held(["config", "set", "day-ends", "0"], { status: 0 });
      assert.equal((await json<Practised>(stage, ["stats"], night)).days, 2);
    },
  },
  {
    number: "E8",
    title: "zones of half and quarter hours, and a day without its midnight",
    provoke: async (stage) => {
      stage.fired();
      const zones = Object.entries({
        "Asia/Kolkata": "+05:30",
        "Asia/Kathmandu": "+05:45",
        "Australia/Lord_Howe": "+11:00",
        "America/St_Johns": "-03:30",
      });
      for (const [index, [zone, offset]] of zones.entries()) {
        const clocks = clocksAt(stage, `2027-01-05T1${index}:00:00Z`, zone);
        assert.equal((await practiseBy(stage, clocks)).slice(-6), offset);
        await plansEachDay(stage, clocks, "2027-01-09");
      }
      // Summer time begins at midnight: the clock goes from 23:59:59 to 01:00.
      const cairo = clocksAt(stage, "2027-04-29T22:00:01Z", "Africa/Cairo");
      assert.match(await practiseBy(stage, cairo), /^2027-04-30T01:00:\d\d\+03:00$/);
      await stage.held(["data", "verify"], { status: 0 }, { env: cairo.env });
      await plansEachDay(stage, clocksAt(stage, "2027-04-28T18:00:00Z", "Africa/Cairo"), "2027-05-02");
    },
  },
];

// Room: tests. The clock of one question.
import { describe, expect, test } from "vitest";
import {
  pauseCountdown,
  readCountdown,
  resumeCountdown,
  sleptBetween,
  startCountdown,
  tellClock,
  tellLeft,
  tellStretch,
  untilNextSecond,
} from "../../../../src/terminal/prompts/countdown.ts";

const phases = [
  { name: "clarify", minutes: 1 },
  { name: "frame", minutes: 1 },
];

describe("a minute on the clock", () => {
  const clock = startCountdown(60, [], 1000);

  test.each([
    [0, 60_000, "none"],
    [44_999, 15_001, "none"],
    [45_000, 15_000, "quarter"],
    [50_000, 10_000, "ten-seconds"],
    [60_000, 0, "time"],
    [75_000, 0, "time"],
  ])("after %i ms has %i left and warns %s", (elapsed, left, warning) => {
    const reading = readCountdown(clock, 1000 + elapsed);
    expect([reading.elapsed, reading.left, reading.warning]).toEqual([elapsed, left, warning]);
  });

  test("says how far it is over", () => {
    expect(readCountdown(clock, 1000 + 72_500).overtime).toBe(12_500);
  });

  test("leaves pauses out, and knows them", () => {
    const paused = pauseCountdown(clock, 11_000);
    expect(readCountdown(paused, 41_000)).toMatchObject({ elapsed: 10_000, left: 50_000, isPaused: true, paused: 30_000 });
    const running = resumeCountdown(paused, 41_000);
    expect(readCountdown(running, 46_000)).toMatchObject({ elapsed: 15_000, isPaused: false, paused: 30_000 });
  });

  test("a second pause on top of one changes nothing", () => {
    const paused = pauseCountdown(pauseCountdown(clock, 11_000), 20_000);
    expect(paused.pausedAt).toBe(11_000);
    expect(resumeCountdown(clock, 5000)).toBe(clock);
  });
});

test("without a limit it only measures", () => {
  const reading = readCountdown(startCountdown(undefined, phases, 0), 90_000);
  expect(reading).toMatchObject({ elapsed: 90_000, left: undefined, warning: "none", overtime: 0, phase: undefined });
});

test("phases share the time that is allowed, one after another", () => {
  const clock = startCountdown(60, phases, 0);
  expect(readCountdown(clock, 10_000).phase).toEqual({ name: "clarify", left: 20_000 });
  expect(readCountdown(clock, 30_000).phase).toEqual({ name: "frame", left: 30_000 });
  expect(readCountdown(clock, 60_000).phase).toBeUndefined();
});

describe("a sleep of the machine", () => {
  test("is seen when the wall clock went on alone", () => {
    expect(sleptBetween({ monotonic: 0, wall: 0 }, { monotonic: 1000, wall: 601_000 })).toBe(600_000);
  });

  test.each([
    ["a drift of 2 s", { monotonic: 1000, wall: 3000 }],
    ["a stop that moves both clocks", { monotonic: 600_000, wall: 600_000 }],
    ["a wall clock set back", { monotonic: 1000, wall: -3_600_000 }],
  ])("is not %s", (_, later) => {
    expect(sleptBetween({ monotonic: 0, wall: 0 }, later)).toBe(0);
  });
});

test("the next repaint is when the shown second changes", () => {
  expect(untilNextSecond(readCountdown(startCountdown(60, [], 0), 300))).toBe(700);
  expect(untilNextSecond(readCountdown(startCountdown(60, [], 0), 0))).toBe(1000);
  expect(untilNextSecond(readCountdown(startCountdown(1.5, [], 0), 0))).toBe(500);
  expect(untilNextSecond(readCountdown(startCountdown(undefined, [], 0), 250))).toBe(750);
  expect(untilNextSecond(readCountdown(startCountdown(1, [], 0), 1400))).toBe(600);
});

test("times are told as a clock and in words", () => {
  expect([tellClock(59_999), tellClock(125_000), tellClock(3_725_000), tellLeft(59_001), tellLeft(0)]).toEqual(["0:59", "2:05", "1:02:05", "1:00", "0:00"]);
  expect([tellStretch(1000), tellStretch(42_000), tellStretch(180_000), tellStretch(7_200_000)]).toEqual(["1 second", "42 seconds", "3 minutes", "2 hours"]);
});

// Room: tests. How often a screen is painted: what a key does is there at once also after the clock's frame, and a paste costs a few frames.
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openScreen } from "../../../../src/terminal/prompts/screen.ts";
import type { TerminalOutput } from "../../../../src/terminal/prompts/options.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function watched() {
  const written: string[] = [];
  const output = { columns: 80, rows: 24, write: (text: string) => written.push(text) > 0 } as unknown as TerminalOutput;
  const screen = openScreen(output);
  const show = (text: string): void => screen.show(() => ({ rows: [text], cursor: { row: 0, before: "" } }));
  const painted = (text: string): boolean => written.some((bytes) => bytes.includes(text));
  return { show, painted, written };
}

test("a key that comes just after the clock's frame is painted at once", () => {
  const { show, painted } = watched();
  show("the clock");
  show("a key");
  expect(painted("a key")).toBe(true);
});

test("of many frames at once two are painted, and 16 ms later the last", () => {
  const { show, painted, written } = watched();
  for (let frame = 0; frame < 200; frame += 1) show(`frame ${frame}.`);
  expect([written.length, painted("frame 0."), painted("frame 1.")]).toEqual([2, true, true]);
  vi.advanceTimersByTime(16);
  expect([written.length, painted("199")]).toEqual([3, true]);
  vi.advanceTimersByTime(1000);
  expect(written.length).toBe(3);
});

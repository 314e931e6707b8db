// Room: tests. The frame of a prompt: its question is made and wrapped once for a width, and anew for another.
import { expect, test } from "vitest";
import { answerSheet } from "../../../../src/terminal/prompts/answer.ts";
import { readCountdown, startCountdown } from "../../../../src/terminal/prompts/countdown.ts";
import { openFrame, type Scene } from "../../../../src/terminal/prompts/frame.ts";
import { openRoom } from "../../../../src/terminal/prompts/room-state.ts";
import type { TextBuffer } from "../../../../src/terminal/prompts/text-buffer.ts";
import { aTheme } from "../../../support/builders.ts";

test("a question is wrapped once for as long as the window has the same columns, and anew for others", async () => {
  const theme = await aTheme(80);
  const sheet = answerSheet(theme, "");
  let made = 0;
  const scene: Scene<TextBuffer> = {
    theme,
    rules: { sheet, hints: [], overtime: false, isTimed: true },
    heading: () => {
      made += 1;
      return "Eight percent of the shelves are empty at six in the evening.";
    },
  };
  const countdown = startCountdown(60, [], 0);
  const room = openRoom(sheet, countdown, { now: { monotonic: 0, wall: 0 }, notice: undefined });
  const rowsIn = (columns: number): readonly string[] => openFrame(room, scene, { size: { columns, rows: 24 }, reading: readCountdown(countdown, 0) }).rows;
  const wide = rowsIn(80);
  expect([wide[0], rowsIn(80), made]).toEqual(["Eight percent of the shelves are empty at six in the evening.", wide, 1]);
  expect(rowsIn(40).slice(0, 2)).toEqual(["Eight percent of the shelves are empty", "at six in the evening."]);
  expect([rowsIn(80), made]).toEqual([wide, 3]);
});

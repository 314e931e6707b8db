// Room: tests. Frames to bytes, read back by a terminal emulator.
import xterm from "@xterm/headless";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { type Frame, paintAway, paintFirst, paintLeave, paintNext, rowsTooMany } from "../../../../src/terminal/prompts/paint.ts";

function frame(rows: readonly string[], row = rows.length - 1): Frame {
  return { rows, cursor: { row, before: rows[row] ?? "" } };
}

async function emulate(bytes: string, size: { readonly cols: number; readonly rows: number }) {
  const terminal = new xterm.Terminal({ ...size, allowProposedApi: true, scrollback: 1000 });
  await new Promise<void>((resolve) => terminal.write(bytes, resolve));
  const { active } = terminal.buffer;
  const lines = Array.from({ length: active.length }, (_, row) => active.getLine(row)?.translateToString(true) ?? "");
  return { lines: lines.join("\n").trimEnd().split("\n"), cursorRow: active.baseY + active.cursorY, cursorColumn: active.cursorX };
}

const someRows = fc.array(fc.constantFrom("", "a", "question", "1:00 left", "日本語", "a longer row"), { minLength: 1, maxLength: 10 });

test("painting what differs shows the same as painting anew", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(someRows, fc.nat()), { minLength: 1, maxLength: 6 }), async (all) => {
      const frames = all.map(([rows, at]) => frame(rows, at % rows.length));
      const [first] = frames as [Frame];
      let bytes = `before\r\n${paintFirst(first)}`;
      frames.slice(1).forEach((next, index) => {
        bytes += paintNext(frames[index] as Frame, next);
      });
      const last = frames.at(-1) as Frame;
      const seen = await emulate(bytes, { cols: 40, rows: 12 });
      const wanted = ["before", ...last.rows].join("\n").trimEnd().split("\n");
      expect(seen.lines).toEqual(wanted);
      expect(seen.cursorRow).toBe(1 + last.cursor.row);
    }),
    { numRuns: 60 },
  );
});

test("a row that the terminal takes for wider than we do is cut, not broken", async () => {
  const rows = ["clock", "x".repeat(50), "keys"];
  const seen = await emulate(paintFirst({ rows, cursor: { row: 0, before: "" } }), { cols: 40, rows: 12 });
  expect(seen.lines).toEqual(["clock", "x".repeat(40), "keys"]);
});

test("a frame that does not change costs no byte", () => {
  expect(paintNext(frame(["a", "b"]), frame(["a", "b"]))).toBe("");
});

test("a clock that ticks costs its row only", () => {
  const before = frame(["question", "1:00 left", "text"]);
  expect(paintNext(before, frame(["question", "0:59 left", "text"]))).not.toContain("question");
});

test("rows past the bottom scroll the top away, once", async () => {
  const rows = Array.from({ length: 20 }, (_, index) => `row ${index}`);
  const grown = [...rows, "one more"];
  const seen = await emulate(paintFirst(frame(rows)) + paintNext(frame(rows), frame(grown)), { cols: 40, rows: 8 });
  expect(seen.lines).toEqual(grown);
});

test("taking a frame away leaves what stood above it", async () => {
  const shown = frame(["question", "clock", "text"], 1);
  const seen = await emulate(`before\r\n${paintFirst(shown)}${paintAway(shown, 40)}`, { cols: 40, rows: 12 });
  expect(seen).toEqual({ lines: ["before"], cursorRow: 1, cursorColumn: 0 });
});

test("leaving a frame puts the cursor on the line below it", async () => {
  const shown = frame(["question", "clock", "text"], 0);
  expect((await emulate(paintFirst(shown) + paintLeave(shown), { cols: 40, rows: 12 })).cursorRow).toBe(3);
});

test("a frame is cut to its window, but never its cursor's row", () => {
  expect([rowsTooMany(frame(["a", "b", "c"]), 2), rowsTooMany(frame(["a", "b", "c"], 0), 2), rowsTooMany(frame(["a"]), 2)]).toEqual([1, 0, 0]);
});

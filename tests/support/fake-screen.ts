// Room: tests. A keyboard and a screen in memory, with clocks that move only when told: for prompts without a real terminal.
import { PassThrough, Writable } from "node:stream";
import { vi } from "vitest";
import xterm from "@xterm/headless";
import { answerText } from "../../src/domain/answer.ts";
import type { InterviewerOptions } from "../../src/terminal/prompts/options.ts";
import { createTheme } from "../../src/terminal/theme.ts";

/** Streams, clocks and what they recorded. */
export interface FakeScreen {
  readonly options: InterviewerOptions;
  /** Milliseconds of both clocks; tests set them. */
  readonly clocks: { monotonic: number; wall: number };
  type(text: string): void;
  /** The input ends, as when the window is closed. */
  hangUp(): void;
  screen(): Promise<string>;
  written(): string;
  /** True while the keyboard gives each key at once. */
  isRaw(): boolean;
  readonly drafts: readonly string[];
}

/** A screen of 80 by 24, unless told otherwise. `isTerminal` false is a pipe. */
export async function fakeScreen(
  size: { readonly columns?: number; readonly rows?: number; readonly isTerminal?: boolean; readonly plain?: boolean } = {},
): Promise<FakeScreen> {
  const { columns = 80, rows = 24, isTerminal = true } = size;
  const clocks = { monotonic: 0, wall: 1_800_000_000_000 };
  const emulator = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true });
  const written: string[] = [];
  const drafts: string[] = [];
  let raw = false;
  const input = Object.assign(new PassThrough(), {
    isTTY: isTerminal,
    setRawMode: (mode: boolean) => {
      raw = mode;
    },
  });
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      written.push(chunk.toString());
      emulator.write(chunk.toString());
      done();
    },
  });
  const output = Object.assign(stream, { columns, rows, isTTY: true });
  const theme = await createTheme({ stream: output, env: { NO_COLOR: "1" }, plain: size.plain });
  return {
    clocks,
    drafts,
    options: {
      input,
      output,
      theme,
      env: {},
      monotonic: () => clocks.monotonic,
      wall: () => clocks.wall,
      drafts: { keep: ({ answer }) => void drafts.push(answerText(answer.body)), take: () => undefined },
    },
    type: (text) => void input.write(text),
    hangUp: () => void input.end(),
    written: () => written.join(""),
    isRaw: () => raw,
    async screen() {
      const written = new Promise<void>((resolve) => emulator.write("", resolve));
      // The emulator writes in a timer of its own.
      if (vi.isFakeTimers()) vi.advanceTimersByTime(1);
      await written;
      const { active } = emulator.buffer;
      const lines = Array.from({ length: emulator.rows }, (_, row) => active.getLine(active.viewportY + row)?.translateToString(true) ?? "");
      return lines.join("\n").trimEnd();
    },
  };
}

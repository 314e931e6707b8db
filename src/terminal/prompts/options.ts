// Room: terminal. What an interviewer needs of the machine: streams, clocks, the environment. Types and sizes only.
import type { Theme } from "../theme.ts";

/** Where keys come from: `process.stdin`, or the fake of a test. */
export type TerminalInput = NodeJS.ReadableStream & { readonly isTTY?: boolean; setRawMode?(raw: boolean): unknown };

/** Where the screen is: `process.stdout`, or the fake of a test. */
export type TerminalOutput = NodeJS.WritableStream & { readonly columns?: number; readonly rows?: number };

/** The world of a person at a keyboard; time comes in, so that tests need not wait. */
export interface InterviewerOptions {
  readonly input: TerminalInput;
  readonly output: TerminalOutput;
  readonly theme: Theme;
  /** Milliseconds that no clock change moves and that stand still while the machine sleeps. */
  monotonic(): number;
  /** Milliseconds since 1970 by the wall clock. */
  wall(): number;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Is given the words typed so far, at most once a second and only when they changed. Must not throw. */
  keepDraft?(text: string): void;
}

/**
 * From now on a terminal that is gone is no error of its streams. It stays so after the last prompt: the error of the last write comes
 * later than the write, and ended the program before the answer was kept. The end itself is told by the signal or by the input.
 */
export function outliveTerminal(options: InterviewerOptions): void {
  const ignore = (): void => undefined;
  options.input.on("error", ignore);
  options.output.on("error", ignore);
}

/** A window in cells. */
export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** The window's size; some terminals report 0, which is taken as 80 by 24. */
export function sizeOf(output: TerminalOutput): Size {
  return { columns: Math.max(output.columns || 80, 10), rows: Math.max(output.rows || 24, 4) };
}

// Room: terminal. What an interviewer needs of the machine: streams, clocks, the environment. Types and sizes only.
import type { AnswerDraft } from "../../domain/answer-draft.ts";
import type { QuestionId } from "../../domain/question.ts";
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
  readonly drafts?: DraftDesk | undefined;
}

/** Where answers that are being given are kept against a crash. */
export interface DraftDesk {
  /** Is given the answer so far, at most once a second and only when it changed. Must not throw. */
  keep(draft: AnswerDraft): void;
  /** What stood there when the program ended last time, with the time of day in words; undefined where nothing did. Given once. */
  take(question: QuestionId): { readonly draft: AnswerDraft; readonly when: string } | undefined;
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

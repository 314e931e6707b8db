// Room: terminal. A person at a keyboard, line by line: no cursor movement, no redraw; for screen readers and dumb terminals.
import type { Interviewer } from "../practice/ports.ts";
import type { InterviewerOptions } from "./prompts/options.ts";

/** Asks line by line in plain words. */
export function createPlainInterviewer(options: InterviewerOptions): Interviewer {
  void options;
  throw new Error("not built");
}

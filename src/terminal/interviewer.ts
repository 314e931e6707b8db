// Room: terminal. A person at a keyboard: the prompt for each kind of question.
import type { Interviewer } from "../practice/ports.ts";
import type { InterviewerOptions } from "./prompts/options.ts";

/** Asks a person at a terminal. Needs an input and an output that are terminals; else use a script or the plain interviewer. */
export function createInterviewer(options: InterviewerOptions): Interviewer {
  void options;
  throw new Error("not built");
}

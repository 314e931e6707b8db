// Room: terminal. When a prompt lends the terminal to others: the editor, the shell after Ctrl-Z, a fresh start of the screen.
import { stopProgram } from "../signals.ts";
import type { Keyboard } from "./keyboard.ts";
import type { InterviewerOptions } from "./options.ts";
import type { Screen } from "./screen.ts";

/** The terminal of one prompt, and whether the prompt has it. */
export interface Desk {
  readonly options: InterviewerOptions;
  readonly keyboard: Keyboard;
  readonly screen: Screen;
  /** Ends an editor that is open when the prompt must end. */
  readonly ending: AbortController;
  /** True while another program has the terminal: nothing is painted, no key is heard. */
  isAway: boolean;
}

/**
 * Lends the terminal to the person's editor; the question stays in sight for an editor with a window of its own. `saved` is given what the
 * editor saves meanwhile. Gives the text and, where it went wrong, a line that says why.
 */
export async function visitEditor(
  desk: Desk,
  text: string,
  saved: (text: string) => void,
): Promise<{ readonly text: string; readonly notice: string | undefined }> {
  desk.screen.flush();
  const { editText } = await import("../editor.ts");
  const edited = await lend(desk, () => editText(text, { env: desk.options.env, signal: desk.ending.signal, saved }));
  desk.screen.away();
  return edited;
}

/** Lends the terminal to the shell until the person comes back. Gives the moment of leaving, in monotonic milliseconds. */
export async function visitShell(desk: Desk): Promise<number> {
  const from = desk.options.monotonic();
  desk.screen.below();
  await lend(desk, stopProgram);
  return from;
}

/** Takes the terminal anew after someone else stopped the program and let it go on. */
export async function retake(desk: Desk): Promise<void> {
  desk.screen.forget();
  await lend(desk, () => Promise.resolve());
}

/** Clears the window and paints from its top. */
export function startOver(desk: Desk): void {
  desk.options.output.write("\x1b[2J\x1b[H");
  desk.screen.forget();
}

async function lend<T>(desk: Desk, visit: () => Promise<T>): Promise<T> {
  desk.isAway = true;
  desk.keyboard.give();
  try {
    return await visit();
  } finally {
    await desk.keyboard.take();
    desk.isAway = false;
  }
}

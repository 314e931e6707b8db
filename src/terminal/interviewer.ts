// Room: terminal. A person at a keyboard with a screen: timed prompts that are repainted.
import type { Interviewer } from "../practice/ports.ts";
import { createAsker } from "./prompts/asker.ts";
import { clockOf, type KeepSheet, type Setting } from "./prompts/desk.ts";
import { type InterviewerOptions, outliveTerminal, sizeOf } from "./prompts/options.ts";
import { type Closing, runRoom } from "./prompts/room.ts";
import type { Sheet } from "./prompts/sheet.ts";
import type { Theme } from "./theme.ts";

/** Asks a person at a terminal. Needs an input and an output that are terminals; else use a script or the plain interviewer. */
export function createInterviewer(options: InterviewerOptions): Interviewer {
  outliveTerminal(options);
  // One cell is kept free at the right edge, for the cursor after a full row.
  const theme: Theme = { ...options.theme, columns: () => Math.min(options.theme.columns(), sizeOf(options.output).columns - 1) };
  return createAsker({ theme, drafts: options.drafts, run: (sheet, setting, keep) => runOnScreen(sheet, { ...setting, keep }, { ...options, theme }) });
}

/** Milliseconds in which keys are still meant for the answer whose time ran out: a typist needs half a second to see it. */
const stillTyping = 800;

function runOnScreen<S>(sheet: Sheet<S>, setting: Setting & { readonly keep: KeepSheet<S> | undefined }, options: InterviewerOptions): Promise<Closing<S>> {
  const { timing, hints, notice, afterTime, keep } = setting;
  const scene = {
    rules: { sheet, hints, overtime: timing?.overtime ?? true, isTimed: timing !== undefined },
    heading: rememberedByWidth(options.theme, setting.heading),
    theme: options.theme,
  };
  return runRoom({ scene, countdown: (now) => clockOf(setting, now), notice, deafFor: afterTime === true ? stillTyping : 0, keep }, options);
}

/** The heading is asked for with each key; it changes only with the window. */
function rememberedByWidth(theme: Theme, make: () => string): () => string {
  let known: { readonly columns: number; readonly text: string } | undefined;
  return () => {
    const columns = theme.columns();
    if (known?.columns !== columns) known = { columns, text: make() };
    return known.text;
  };
}

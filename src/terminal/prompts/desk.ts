// Room: terminal. What the prompts of one interviewer share. Types only.
import type { Phase } from "../../domain/question.ts";
import type { Timing } from "../../practice/ports.ts";
import type { Theme } from "../theme.ts";
import type { Closing } from "./room.ts";
import type { Sheet } from "./sheet.ts";

/** What one prompt is made of, beside the sheet. */
export interface Setting {
  heading(): string;
  readonly hints: readonly string[];
  /** Undefined: nothing is timed. */
  readonly timing: Timing | undefined;
  readonly phases: readonly Phase[];
  readonly notice: string | undefined;
  /** True where the one before ended by the clock: what is still being typed was meant for that. */
  readonly afterTime?: boolean;
}

/** Runs one sheet to its end: on a screen, or line by line. */
export type RunSheet = <S>(sheet: Sheet<S>, setting: Setting) => Promise<Closing<S>>;

/** What is remembered from one question to the next. */
export interface Desk {
  readonly theme: Theme;
  readonly run: RunSheet;
  isTipTold: boolean;
  /** The time of the last answer ran out, and nothing was asked since. */
  isTimeUp: boolean;
  /** They left while the marks were shown; the next question is not asked any more. */
  stopped: "quit" | "interrupt" | undefined;
}

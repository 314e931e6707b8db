// Room: terminal. A mock as it goes on: what it is, what comes next and who sits there, how a round ended. Pure.
import { type Chair, type MockRound, usualRoundMinutes } from "../../domain/mock.ts";
import type { MockOpening, RoundEnd } from "../../practice/ports.ts";
import type { Theme } from "../theme.ts";
import { inlineRows, plainText } from "./markdown.ts";
import { capitalised, count, tellMinutes } from "./words.ts";
import { hang, spaced, viewOf, wrap } from "./wrap.ts";

/** What is to be known before the first round. */
export function openingView(opening: MockOpening, theme: Theme): string {
  const { loop, rounds, goesOn } = opening;
  const width = theme.columns();
  const head = `${goesOn ? "Going on with your mock" : "Mock"}: ${plainText(loop.role)} at ${plainText(loop.company)}`;
  return viewOf(
    spaced(wrap(head, width, theme.bold), [
      ...wrap(`${count(rounds.length, "round")}, ${tellTime(rounds, opening)}.`, width),
      ...wrap("Nobody tells you a mark before the last round is over. Each answer is kept at once: you may leave, and go on another day.", width),
    ]),
  );
}

function tellTime(rounds: readonly MockRound[], { pace, timer }: MockOpening): string {
  const minutes = rounds.reduce((sum, round) => sum + round.minutes, 0);
  if (!timer) return "no clock";
  return pace === 1 ? tellMinutes(minutes) : `${tellMinutes(minutes * pace)} at pace ${pace} (in full: ${tellMinutes(minutes)})`;
}

/** The round that comes next: its place, its minutes, who sits there and what each presses on. */
export function roundView(round: MockRound, opening: MockOpening, theme: Theme): string {
  const { chairs, number } = round;
  const width = theme.columns();
  const of = opening.loop.rounds.length;
  const head = `Round ${number} of ${of}: ${plainText(round.round.title)}, ${roundTime(round, opening)}`;
  return viewOf(
    spaced(
      wrap(head, width, theme.accent),
      chairs.flatMap((chair) => chairRows(chair, theme)),
      wrap(tellQuestions(round), width, theme.dim),
    ),
  );
}

function roundTime({ minutes, round }: MockRound, { pace, timer }: MockOpening): string {
  if (!timer) return "no clock";
  const assumed = round.minutes === undefined ? ` (no source gives its length; ${usualRoundMinutes} are usual)` : "";
  return `${tellMinutes(minutes * pace)}${assumed}`;
}

function chairRows({ person, on }: Chair, theme: Theme): readonly string[] {
  const lead = `${theme.glyphs.bullet} `;
  const told = on.length === 0 ? capitalised(person) : `${capitalised(person)}: ${on.join("; ")}`;
  return hang(lead, inlineRows(told, theme, theme.columns() - lead.length));
}

function tellQuestions({ questions }: MockRound): string {
  if (questions.length === 0) return "There is no question for this round.";
  return `Up to ${count(questions.length, "question")}; what you leave open may be pressed on.`;
}

/** How a round ended. */
export function roundOverView(round: MockRound, end: RoundEnd, { opening, theme }: { readonly opening: MockOpening; readonly theme: Theme }): string {
  const used = tellMinutes(end.seconds / 60);
  const of = opening.timer ? ` of ${tellMinutes(round.minutes * opening.pace)}` : "";
  const left = end.left === 0 ? "" : ` ${count(end.left, "question")} did not fit the time.`;
  const rule = theme.dim(theme.glyphs.line.across.repeat(theme.plain ? 3 : theme.columns()));
  return `\n${viewOf([...wrap(`Round ${round.number} is over: ${used}${of}.${left}`, theme.columns(), theme.bold), rule])}`;
}

// Room: terminal. The journal in numbers: how much, how well, how far to trust one's own view and the grader's. Pure.
import { tellConfidence } from "../../domain/confidence.ts";
import { tellShare } from "../../domain/evidence.ts";
import type { Question, QuestionId } from "../../domain/question.ts";
import type {
  Agreement,
  Calibration,
  CalibrationLevel,
  Fit,
  GroupStats,
  Pace,
  PeriodStats,
  Slip,
  Stats,
  TickCount,
  TimeOfDayStats,
} from "../../domain/stats.ts";
import type { Theme } from "../theme.ts";
import { markText } from "./answers.ts";
import { chartRows } from "./chart.ts";
import { tellDay } from "./days.ts";
import { plainText } from "./markdown.ts";
import { type Column, tableRows } from "./table.ts";
import { capitalised, count, kindWords, tellMinutes } from "./words.ts";
import { hangText, spaced, viewOf, wrap } from "./wrap.ts";

/** Finds a question; undefined when its deck is gone. */
type Find = (id: QuestionId) => Question | undefined;

/** All numbers, cleaned of escape and control characters. Where there are too few answers to say anything, it says that. */
export function statsView(stats: Stats, find: Find, theme: Theme): string {
  if (stats.answers + stats.uncounted === 0) return viewOf(wrap("Nothing to count yet. coach drill begins.", theme.columns()));
  return viewOf(
    spaced(
      [...headRows(stats, theme), ...paceRows(stats.pace, theme)],
      periodRows(stats.periods, theme),
      groupRows(
        "By kind, the latest answer to each question",
        stats.kinds.map((group) => ({ ...group, name: kindWords[group.name as keyof typeof kindWords] })),
        theme,
      ),
      groupRows("By competency, weakest first", stats.competencies.slice(0, mostGroups), theme),
      timeRows(stats.timesOfDay, theme),
      calibrationRows(stats.calibration, theme),
      sureRows(stats.sureButWrong, find, theme),
      agreementRows(stats.agreement, theme),
      slipRows(stats.agreement.slips, find, theme),
    ),
  );
}

/** More lines would be read by nobody. */
const mostGroups = 8;
const mostNamed = 5;
const number = { align: "right" } as const;

function headRows({ answers, questions, days, seconds, uncounted }: Stats, theme: Theme): readonly string[] {
  const head = `${count(answers, "answer")} to ${count(questions, "question")} on ${count(days, "day")}, ${tellMinutes(seconds < 60 ? seconds / 60 : Math.round(seconds / 60))} of answering`;
  const left = uncounted === 0 ? [] : wrap(`${count(uncounted, "more answer")} cut short or on an unverified fact: not counted.`, theme.columns(), theme.dim);
  return [...wrap(head, theme.columns(), theme.bold), ...left];
}

function groupRows(title: string, groups: readonly GroupStats[], theme: Theme): readonly string[] {
  const bars = groups.map(({ name, questions, answers, mean }) => ({
    label: capitalised(name.replaceAll("-", " ")),
    share: mean,
    counts: [questions, answers],
  }));
  return chartRows({ title, headings: ["questions", "answers"], bars }, theme);
}

/** A line more would be read by nobody. */
const mostPeriods = 12;

function periodRows(periods: readonly PeriodStats[], theme: Theme): readonly string[] {
  // One day has nothing to be compared with.
  if (periods.length < 2) return [];
  const isWeek = periods[0]?.isWeek === true;
  const bars = periods.slice(-mostPeriods).map(({ from, mean, answers }) => ({ label: tellDay(from), share: mean, counts: [answers] }));
  return chartRows({ title: isWeek ? "Week by week, from Monday" : "Day by day", headings: ["answers"], bars }, theme);
}

/** Fewer answers at one time of day say nothing of it. */
const fewestAtATime = 5;

function timeRows(times: readonly TimeOfDayStats[], theme: Theme): readonly string[] {
  const enough = times.filter(({ answers }) => answers >= fewestAtATime);
  if (enough.length < 2) return [];
  const bars = enough.map(({ time, mean, answers }) => ({ label: capitalised(time), share: mean, counts: [answers] }));
  return chartRows({ title: "By the time of day", headings: ["answers"], bars }, theme);
}

function paceRows(pace: Pace | undefined, theme: Theme): readonly string[] {
  if (!pace) return [];
  const { answers, taken, timedOut } = pace;
  const ended = timedOut === 0 ? "none was ended by the clock" : `${timedOut} ${timedOut === 1 ? "was" : "were"} ended by the clock`;
  return wrap(`${count(answers, "answer")} in sentences took ${tellShare(taken)} of the time allowed on average; ${ended}.`, theme.columns());
}

function calibrationRows(calibration: Calibration, theme: Theme): readonly string[] {
  if (calibration.answers === 0) return [];
  const rows = calibration.levels.filter(({ answers }) => answers > 0).map(levelCells);
  const columns: readonly Column[] = [
    { title: "you said" },
    { title: "answers", ...number },
    { title: "score", ...number },
    { title: "the word claims" },
    { title: "" },
  ];
  return [
    ...wrap("What you thought, and the marks", theme.columns(), theme.bold),
    ...tableRows({ columns, rows }, theme),
    ...wrap(tellCalibration(calibration), theme.columns()),
  ];
}

const levelFits: Readonly<Record<Fit, string>> = { over: "said too much", under: "said too little", fits: "fits", "too few": "too few to say" };

function levelCells({ confidence, answers, mean, claims: [from, to], fit }: CalibrationLevel): readonly string[] {
  return [tellConfidence(confidence), String(answers), tellShare(mean ?? 0), `${tellShare(from)} to ${tellShare(to)}`, levelFits[fit]];
}

function isOff({ fit }: CalibrationLevel): boolean {
  return fit === "over" || fit === "under";
}

function tellCalibration({ answers, bias = 0, fit, needed, levels }: Calibration): string {
  const points = Math.round(Math.abs(bias) * 100);
  const over = `over ${count(answers, "answer")}`;
  switch (fit) {
    case "too few":
      return `${count(answers, "answer")}: too few to say how far to trust your own view. It takes ${needed}.`;
    case "over":
      return `You think your answers better than they are marked: by ${points} points on average, ${over}.`;
    case "under":
      return `Your answers are marked better than you think: by ${points} points on average, ${over}.`;
    case "fits":
      return `You think neither too well nor too badly of your answers on the whole, ${over}.${levels.some(isOff) ? " But the words do not tell the good from the bad yet: see each of them." : ""}`;
  }
}

function sureRows(ids: readonly QuestionId[], find: Find, theme: Theme): readonly string[] {
  if (ids.length === 0) return [];
  const named = ids.slice(0, mostNamed).flatMap((id) => hangText("  ", titleOf(id, find), theme.columns()));
  const more = ids.length > mostNamed ? [`  and ${ids.length - mostNamed} more`] : [];
  return [...wrap("You were sure of these, and wrong: they come first next time", theme.columns(), theme.bold), ...named, ...more];
}

function titleOf(id: QuestionId, find: Find): string {
  const question = find(id);
  return question ? plainText(question.title) : id;
}

/** Fewer ticks make no share. */
const fewestTicks = 20;

function agreementRows({ all, kinds, decks }: Agreement, theme: Theme): readonly string[] {
  if (all.ticks === 0) return [];
  const title = wrap("The grader's ticks and yours", theme.columns(), theme.bold);
  const told = wrap(tellAgreement(all), theme.columns());
  const corrected = decks.filter(({ raised, lowered }) => raised + lowered > 0).slice(0, mostGroups);
  if (corrected.length === 0) return [...title, ...told];
  const columns: readonly Column[] = [
    { title: "" },
    { title: "ticks", ...number },
    { title: "raised", ...number },
    { title: "lowered", ...number },
    { title: "agreed", ...number },
  ];
  const rows = [...kinds.map((tally) => [kindWords[tally.kind], ...tickCells(tally)]), ...corrected.map((tally) => [tally.deck, ...tickCells(tally)])];
  return [...title, ...told, "", ...tableRows({ columns, rows }, theme)];
}

function tickCells(tally: TickCount): readonly string[] {
  const { ticks, raised, lowered } = tally;
  return [String(ticks), String(raised), String(lowered), ticks < fewestTicks ? "too few" : tellAgreed(tally)];
}

function tellAgreed({ ticks, raised, lowered }: TickCount): string {
  return tellShare((ticks - raised - lowered) / ticks);
}

function tellAgreement(all: TickCount): string {
  const { answers, ticks, raised, lowered } = all;
  const looked = `You looked at ${count(ticks, "tick")} of ${count(answers, "answer")}`;
  if (raised + lowered === 0) return `${looked} and agreed with all of them.`;
  const ways = [
    ...(raised === 0 ? [] : [`${raised} up, which the grader had missed`]),
    ...(lowered === 0 ? [] : [`${lowered} down, where it had seen what was not there`]),
  ].join("; ");
  const share = ticks < fewestTicks ? "Too few for a share." : `You agreed with ${tellAgreed(all)}.`;
  return `${looked} and changed ${raised + lowered}: ${ways}. ${share}`;
}

function slipRows(slips: readonly Slip[], find: Find, theme: Theme): readonly string[] {
  if (slips.length === 0) return [];
  const rows = slips.slice(0, mostNamed).flatMap((slip) => {
    const text = markText(find(slip.question), slip.mark);
    return hangText("  ", `${titleOf(slip.question, find)}: ${plainText(text)} (changed ${slip.raised + slip.lowered} of ${slip.ticks})`, theme.columns());
  });
  return [...wrap("Where the grader errs most", theme.columns(), theme.bold), ...rows];
}

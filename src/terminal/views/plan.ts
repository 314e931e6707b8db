// Room: terminal. A plan: today whole, the next days in a line each, what is further off by the week; what to expect, and what gives. Pure.
import { daysBetween, mondayOf } from "../../domain/calendar.ts";
import { tellShare } from "../../domain/evidence.ts";
import type { DayKind, Plan, PlanDay, PlanItem } from "../../domain/plan.ts";
import type { Estimate } from "../../domain/readiness.ts";
import { textWidth } from "../prompts/cells.ts";
import type { Theme } from "../theme.ts";
import { tellDate, tellDay, tellDays, tellMinutes } from "./days.ts";
import { tellRange } from "./readiness.ts";
import { hang, hangText, pad, spaced, viewOf, wrap } from "./wrap.ts";

/** What is told beside the plan itself. */
export interface PlanContext {
  /** Minutes an evening with which nothing has to give; undefined where nothing does, or where no evening is long enough. */
  readonly wouldDo: number | undefined;
  readonly rounds: readonly Estimate[];
}

/** Days that have a line each; what comes after them is told by the week. */
const daysTold = 7;

export function planView(plan: Plan, context: PlanContext, theme: Theme): string {
  const [today, ...later] = plan.days;
  const width = theme.columns();
  const notes = plan.notes.flatMap((note) => wrap(note, width, theme.dim));
  if (!today) return viewOf(spaced(headRows(plan, theme), notes));
  const isShort = later.length <= 2 * daysTold;
  const near = isShort ? later : later.slice(0, daysTold);
  return viewOf(
    spaced(
      headRows(plan, theme),
      todayRows(today, theme),
      near.flatMap((day) => dayRows(day, theme)),
      isShort ? [] : weekRows(later.slice(daysTold), theme),
      roundRows(context.rounds, theme),
      expectedRows(plan, theme),
      givesRows(plan, context, theme),
      notes,
    ),
  );
}

function headRows({ company, role, today, interview, minutesPerEvening }: Plan, theme: Theme): readonly string[] {
  const who = company === undefined ? "A plan for no company in particular" : `${company}${role === undefined ? "" : `, ${role}`}`;
  const left = daysBetween(today, interview);
  const when =
    left < 0 ? `${interview} is past` : left === 0 ? "the interview is today" : `${tellDays(left)} to ${tellDay(interview)} ${interview.slice(0, 4)}`;
  return wrap(`${who}: ${when}, ${minutesPerEvening} minutes an evening`, theme.columns(), theme.bold);
}

const kindWords: Readonly<Record<DayKind, string>> = {
  practice: "",
  mock: "",
  light: "light",
  rest: "rest",
  round: "interview",
  estimated: "perhaps the day of a round",
};

function todayRows(day: PlanDay, theme: Theme): readonly string[] {
  const kind = kindWords[day.kind] === "" ? "" : `, ${kindWords[day.kind]}${day.round === undefined ? "" : ` (${day.round})`}`;
  const head = wrap(`Today${kind}: ${tellMinutes(day.minutes)} minutes`, theme.columns(), theme.accent);
  return day.items.length === 0 ? [...head, "  Nothing more tonight."] : [...head, ...itemRows(day.items, theme)];
}

/** Things to do: title, minutes, and the command, beneath where it does not fit beside. */
function itemRows(items: readonly PlanItem[], theme: Theme): readonly string[] {
  const width = theme.columns();
  const widest = Math.max(0, ...items.map(({ title }) => textWidth(title)));
  return items.flatMap(({ title, minutes, command }) => {
    const told = `  ${pad(title, widest)}  ${tellMinutes(minutes).padStart(3)} min`;
    if (textWidth(told) + 2 + textWidth(command) <= width) return [`${told}  ${theme.accent(command)}`];
    const titled = hang("  ", wrap(`${title}, ${tellMinutes(minutes)} min`, width - 2));
    return [...titled, ...hang("    ", wrap(command, width - 4, theme.accent))];
  });
}

function dayRows(day: PlanDay, theme: Theme): readonly string[] {
  const minutes = day.minutes === 0 ? "" : `${tellMinutes(day.minutes)} min`;
  return hangText(`${pad(tellDay(day.day), 10)}  ${minutes.padStart(7)}  `, tellContent(day), theme.columns());
}

function tellContent(day: PlanDay): string {
  const { items } = day;
  const count = (wanted: PlanItem["kind"]): number => items.filter((item) => item.kind === wanted).reduce((sum, { questions }) => sum + questions.length, 0);
  const counted = [tellCount(count("review"), "again"), tellCount(count("new"), "new"), tellCount(count("star"), count("star") === 1 ? "story" : "stories")];
  const others = items.flatMap(({ kind, title }) => (["mock", "framework", "warmup"].includes(kind) ? [title] : []));
  const parts = [tellKind(day), ...others, ...counted].filter((part) => part !== "");
  return parts.length === 0 ? "Free" : parts.join(", ");
}

function tellCount(count: number, of: string): string {
  return count === 0 ? "" : `${count} ${of}`;
}

function tellKind({ kind, round }: PlanDay): string {
  if (kind === "round") return round === undefined ? "Interview" : `Interview: ${round}`;
  if (kind === "light") return `Light, before ${round ?? "the interview"}`;
  if (kind === "estimated") return `Perhaps ${round ?? "a round"}`;
  return kind === "rest" ? "Rest" : "";
}

/** Weeks from Monday to Sunday; what is special in one is named with its day. */
function weekRows(days: readonly PlanDay[], theme: Theme): readonly string[] {
  const weeks = new Map<string, PlanDay[]>();
  for (const day of days) {
    const monday = mondayOf(day.day);
    weeks.set(monday, [...(weeks.get(monday) ?? []), day]);
  }
  return [...weeks.values()].flatMap((week) => {
    const [first, last] = [week[0], week.at(-1)];
    if (!first || !last) return [];
    const minutes = week.reduce((sum, day) => sum + day.minutes, 0);
    const questions = week.flatMap(({ items }) => items).reduce((sum, item) => sum + item.questions.length, 0);
    const special = week.filter(({ kind }) => kind !== "practice" && kind !== "light").map((day) => `${tellSpecial(day)} ${tellDate(day.day)}`);
    const frameworks = week.flatMap(({ items }) => items).flatMap(({ kind, title }) => (kind === "framework" ? [title] : []));
    const parts = [`${questions} ${questions === 1 ? "question" : "questions"}`, ...frameworks, ...special];
    return hangText(
      `${pad(first === last ? tellDate(first.day) : `${tellDate(first.day)} to ${tellDate(last.day)}`, 16)}  ${`${tellMinutes(minutes)} min`.padStart(7)}  `,
      parts.join("; "),
      theme.columns(),
    );
  });
}

function tellSpecial({ kind, round, items }: PlanDay): string {
  if (kind === "rest") return "rest";
  if (kind === "mock") return `mock of ${round ?? "a round"}${items.some((item) => item.kind === "mock") ? "" : " (no room)"}`;
  return kind === "estimated" ? `perhaps ${round ?? "a round"}` : `interview${round === undefined ? "" : ` (${round})`}`;
}

function roundRows(rounds: readonly Estimate[], theme: Theme): readonly string[] {
  if (rounds.length === 0) return [];
  const widest = Math.max(...rounds.map(({ name }) => textWidth(name)));
  const rows = rounds.flatMap((estimate) => wrapPadded(`  ${pad(estimate.name, widest)}  `, `${tellRange(estimate)}, ${estimate.state}`, theme));
  return [...wrap("How ready you would be by what you answered (coach plan --readiness says why)", theme.columns(), theme.accent), ...rows];
}

function wrapPadded(lead: string, text: string, theme: Theme): readonly string[] {
  return textWidth(lead) + textWidth(text) <= theme.columns() ? [lead + text] : hangText("  ", `${lead.trim()}: ${text}`, theme.columns());
}

function expectedRows({ expected, again, interview }: Plan, theme: Theme): readonly string[] {
  const { recall, recallWithout, met, questions } = expected;
  return wrap(
    `Expected on ${tellDay(interview)}: ${tellShare(recall)} of ${questions} questions recalled with this plan, ${tellShare(recallWithout)} without. ${met} of them met by then; ${again.length} seen again.`,
    theme.columns(),
  );
}

const mostGroups = 5;

function givesRows({ isFeasible, dropped, until }: Plan, { wouldDo }: PlanContext, theme: Theme): readonly string[] {
  const width = theme.columns();
  if (until !== undefined) return [];
  if (isFeasible) return wrap("Nothing has to give: every question is met, and what is due is seen again in time.", width, theme.good);
  const would =
    wouldDo === undefined
      ? "More minutes alone would not do: no evening is that long, or the setting new-per-evening lets in only so many new questions."
      : `With ${wouldDo} minutes an evening nothing would have to.`;
  const groups = dropped
    .slice(0, mostGroups)
    .flatMap(({ round, questions, minutes, why }) =>
      hangText(
        "  ",
        `${round ?? "Of no round"}: ${questions.length} ${questions.length === 1 ? "question" : "questions"}, ${tellMinutes(minutes)} min. ${why}`,
        width,
      ),
    );
  return [...wrap(`Not everything fits; left out first is what is missed least. ${would}`, width, theme.warn), ...groups];
}

// Room: cli. What home tells: where the person stands, what the plan has for tonight, and one line of advice.
import type { AttemptHead } from "../../domain/attempt.ts";
import { type Day, daysBetween, eveningOf } from "../../domain/calendar.ts";
import { correctedAttempts, meanOf, tellShare } from "../../domain/evidence.ts";
import type { Library } from "../../domain/library.ts";
import type { PlanDay, PlanItem } from "../../domain/plan.ts";
import type { Estimate } from "../../domain/readiness.ts";
import type { History } from "../../journal/standing.ts";
import type { Tonight } from "../../scheduling/plan.ts";
import { roundDays } from "../../domain/round-days.ts";
import type { Settings } from "../../settings/settings.ts";
import type { BoardLine, Home } from "../../terminal/views/home.ts";
import type { App } from "../app.ts";
import { prepare, type Prepared, tonightFrom } from "./prepare.ts";
import { type Role, roleOf, rolesIn } from "./roles.ts";
import { tellWaitingMock } from "./waiting-mock.ts";

export interface Known {
  readonly library: Library;
  readonly history: History;
  readonly settings: Settings;
}

/** Home, with the plan's items of tonight for who starts them. */
export interface HomeValue {
  readonly home: Home;
  readonly items: readonly PlanItem[];
  /** What commands take for the role. */
  readonly what: string;
}

export async function homeValue(app: App, known: Known): Promise<HomeValue> {
  const { settings, history } = known;
  const { interviewDate, minutesPerEvening } = settings;
  const role = roleOf(settings, rolesIn(known.library));
  const prepared = await prepare(app, { role, interview: interviewDate, minutesPerEvening }, known);
  const { today } = prepared;
  const tonight = await tonightFrom(prepared);
  const items = together(tonight.day?.items ?? []);
  const home = {
    name: settings.name,
    ...whoFor(settings, role),
    date: interviewDate,
    daysLeft: interviewDate === undefined ? undefined : daysBetween(today, interviewDate),
    attempts: history.attempts,
    lastSession: lastSession(history, { today, dayEnds: settings.dayEnds }),
    board: boardOf(prepared),
    today: items.map(({ title, command, minutes }) => ({ text: title, command, minutes })),
    advice:
      tellWaitingMock(known.library, history) ??
      adviceFor({ settings, prepared, ahead: roundsAhead(prepared, interviewDate), tonight, attempts: history.attempts }),
  };
  return { home, items, what: role?.id ?? "general" };
}

function whoFor(settings: Settings, role: Role | undefined): Pick<Home, "company" | "role"> {
  return { company: role?.company ?? settings.company, role: role?.role ?? settings.role };
}

/** What is due and what is new are one session: questions of both take turns in an evening. */
function together(items: readonly PlanItem[]): readonly PlanItem[] {
  const review = items.find(({ kind }) => kind === "review");
  const fresh = items.find(({ kind }) => kind === "new");
  if (!review || !fresh) return items;
  const minutes = review.minutes + fresh.minutes;
  const title = `${review.questions.length} again, ${fresh.questions.length} new`;
  const command = review.command.replace(/ --due$/, "");
  const both: PlanItem = { kind: "review", title, minutes, questions: [...review.questions, ...fresh.questions], command };
  return items.flatMap((item) => (item === review ? [both] : item === fresh ? [] : [item]));
}

function boardOf({ loop, rounds }: Prepared): readonly BoardLine[] {
  return rounds.map(({ name, state, value, low, high, tried, questions, why }, index) => {
    const round = loop?.rounds[index];
    return { round: name, minutes: round?.minutes, tests: round?.tests.join("; ") ?? "", state, value, low, high, tried, questions, evidence: why };
  });
}

/** The latest session in words, as it told its own score, the person's ticks before the grader's: `quiz, yesterday, 62 %`. */
function lastSession(history: History, on: { readonly today: Day; readonly dayEnds: number }): string | undefined {
  const latest = latestAttempt(history);
  if (!latest) return undefined;
  const ago = daysBetween(eveningOf(latest.at, on.dayEnds), on.today);
  const when = ago <= 0 ? "today" : ago === 1 ? "yesterday" : `${ago} days ago`;
  const counted = correctedAttempts(history.some("session", new Set([latest.session]))).filter(({ unscored }) => !unscored);
  const mean = meanOf(counted.map(({ score }) => score));
  return `${latest.sessionKind}, ${when}${mean === undefined ? "" : `, ${tellShare(mean)}`}`;
}

function latestAttempt(history: History): AttemptHead | undefined {
  for (const entry of history.newest()) if (entry.type === "attempt") return entry;
  return undefined;
}

/** Rounds that are not over by the days counted back, which the plan keeps behind the others; all of them where none is left. */
function roundsAhead({ loop, rounds, today }: Prepared, interview: Day | undefined): readonly Estimate[] {
  if (!loop || interview === undefined) return rounds;
  const days = roundDays(loop, interview);
  const ahead = rounds.filter((_, index) => (days[index] ?? today) >= today);
  return ahead.length === 0 ? rounds : ahead;
}

interface Stand {
  readonly settings: Settings;
  readonly prepared: Prepared;
  /** Rounds that are not over. */
  readonly ahead: readonly Estimate[];
  readonly tonight: Tonight;
  readonly attempts: number;
}

function adviceFor(stand: Stand): string {
  const { settings, prepared, attempts } = stand;
  if (settings.company === undefined) return "Say who you prepare for: coach config set company Walmart.";
  if (settings.interviewDate === undefined) return "Set the day, and the plan goes to it: coach config set interview-date 2027-01-15.";
  if (settings.interviewDate < prepared.today) return "How did it go? coach debrief takes three minutes.";
  if (attempts === 0) return "Tonight finds out where you stand: a question of each round.";
  return adviceOfDay(stand) ?? adviceOnRounds(stand);
}

function adviceOfDay({ tonight: { day: tonight } }: Stand): string | undefined {
  if (!tonight) return undefined;
  const onDay: Readonly<Record<PlanDay["kind"], string | undefined>> = {
    round: "Ten minutes before it: coach warmup. Nothing new today.",
    estimated: `Today may be ${tonight.round ?? "a round"}: if it is, coach warmup before it, coach debrief after.`,
    rest: "Tomorrow is the day. Rest: nothing new, and to bed early.",
    light: "A light evening: tomorrow is the day.",
    mock: undefined,
    practice: undefined,
  };
  return onDay[tonight.kind] ?? (tonight.items.length === 0 ? "That was tonight's. Enough." : undefined);
}

function adviceOnRounds({ tonight, ahead: rounds }: Stand): string {
  const untested = rounds.find(({ state, questions }) => state === "untested" && questions > 0);
  if (untested) return `${untested.name} is untested: one answer turns a guess into a range.`;
  const weakest = rounds.filter(({ state }) => state === "shaky").toSorted((a, b) => a.low - b.low)[0];
  if (weakest) return `${weakest.name} is the weakest. ${weakest.next}`;
  if (rounds.length > 0) return "Every round looks ready: keep it fresh, and tell your stories aloud.";
  return tonight.fitsNew
    ? "All that is new fits into the evenings that are left."
    : "Not all that is new fits into the evenings that are left: coach plan says what gives.";
}

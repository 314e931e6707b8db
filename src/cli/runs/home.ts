// Room: cli. Home: what there is to do tonight; on the first run, who it is for.
import { dayOf, daysBetween } from "../../domain/calendar.ts";
import type { Library } from "../../domain/library.ts";
import type { Attempt, JournalEntry } from "../../domain/attempt.ts";
import { companiesIn, questionsNamed } from "../../practice/select.ts";
import { attemptsOf, type RoundState, roundStates } from "../../progress/history.ts";
import type { Settings } from "../../settings/settings.ts";
import { chooseOne, type MenuChoice } from "../../terminal/menu.ts";
import { type Home, homeView, type Suggestion } from "../../terminal/views/home.ts";
import type { App } from "../app.ts";
import { statuses } from "../exit.ts";
import { mostQuestions } from "../values.ts";
import { offerDraft } from "./draft-offer.ts";
import { askFirst } from "./first-run.ts";
import { entriesOf } from "./past.ts";
import { practise } from "./practise.ts";
import { type Role, roleOf, rolesIn } from "./roles.ts";
import { tellStar } from "./star.ts";

/** Shows home. A person at a terminal then chooses what to start; Enter takes the first. Resolves with the exit status. */
export async function showHome(app: App): Promise<number> {
  const status = await offerDraft(app);
  if (status !== undefined) return status;
  const library = await app.library();
  const entries = await entriesOf(app);
  const settings = await settingsAfterFirstRun(app, { library, entries });
  if (settings === "left") return statuses.interrupted;
  const home = homeOf({ library, entries, settings, today: dayOf(app.clock().now()) });
  const canStart = app.canAsk() && !app.options.json;
  // The menu beneath offers the same, and both would not fit a small window.
  await app.show({ text: (theme) => homeView(canStart ? { ...home, today: [] } : home, theme), json: () => home });
  return canStart ? startOne(app, home) : statuses.done;
}

async function settingsAfterFirstRun(app: App, known: { readonly library: Library; readonly entries: readonly JournalEntry[] }): Promise<Settings | "left"> {
  const isFirst = known.entries.length === 0 && app.store().read().set.length === 0;
  if (!isFirst || !app.canAsk() || app.options.json) return app.settings();
  return (await askFirst(app, rolesIn(known.library))) === "left" ? "left" : app.store().read().settings;
}

interface Known {
  readonly library: Library;
  readonly entries: readonly JournalEntry[];
  readonly settings: Settings;
  readonly today: string;
}

function homeOf(known: Known): Home {
  const { library, entries, settings, today } = known;
  const role = roleOf(settings, rolesIn(library));
  const loop = role?.loop;
  const attempts = attemptsOf(entries);
  const questions = loop ? library.decks.filter((deck) => deck.id.startsWith(`${loop.id}/`)).flatMap((deck) => deck.questions) : [];
  const board = loop ? roundStates(loop, questions, entries) : [];
  return {
    name: settings.name,
    company: role?.company ?? settings.company,
    role: role?.role ?? settings.role,
    date: settings.interviewDate,
    daysLeft: settings.interviewDate === undefined ? undefined : daysBetween(today, settings.interviewDate),
    attempts: attempts.length,
    lastSession: lastSession(attempts, today),
    board: board.map(({ round, state, evidence }) => ({ round: round.title, minutes: round.minutes, state, evidence })),
    today: suggestions(known, role),
    advice: adviceFor(known, { role, board, attempts: attempts.length }),
  };
}

/** The latest session in words: `quiz, yesterday, 62 %`. */
function lastSession(attempts: readonly Attempt[], today: string): string | undefined {
  const [latest] = attempts;
  if (!latest) return undefined;
  const ago = daysBetween(dayOf(latest.at), today);
  const when = ago <= 0 ? "today" : ago === 1 ? "yesterday" : `${ago} days ago`;
  const counted = attempts.filter((attempt) => attempt.session === latest.session && !attempt.unscored);
  if (counted.length === 0) return `${latest.sessionKind}, ${when}`;
  const mean = counted.reduce((sum, attempt) => sum + attempt.score, 0) / counted.length;
  return `${latest.sessionKind}, ${when}, ${Math.round(mean * 100)} %`;
}

/** What to start tonight, most useful first; it fits the minutes of an evening. */
function suggestions(known: Known, role: Role | undefined): Home["today"] {
  const { library, settings } = known;
  const what = role?.id ?? "general";
  const company = role?.id.split("/")[0] ?? companiesIn(library)[0]?.id ?? "walmart";
  const drillMinutes = Math.max(5, settings.minutesPerEvening - 10);
  const hasWhat = questionsNamed(library, what) !== undefined;
  return [
    {
      command: hasWhat ? `coach drill ${what} --minutes ${drillMinutes}` : `coach drill --minutes ${drillMinutes}`,
      text: "Hard questions, timed",
      minutes: drillMinutes,
    },
    { command: `coach quiz ${company}`, text: "Ten quick questions", minutes: 10 },
    { command: "coach star", text: "One story in four timed parts", minutes: 6 },
  ];
}

function adviceFor(known: Known, so: { readonly role: Role | undefined; readonly board: readonly RoundState[]; readonly attempts: number }): string {
  const { settings } = known;
  if (settings.company === undefined) return "Say who you prepare for: coach config set company Walmart.";
  if (settings.interviewDate === undefined) return "Set the day, so that the days left show: coach config set interview-date 2027-01-15.";
  if (so.attempts === 0) return "Begin with a drill: what you find hard tonight is what to work on.";
  if (so.board.length === 0) return `What went worst comes first with coach drill ${so.role?.id ?? "general"} --weak.`;
  const shaky = so.board.find((line) => line.state === "shaky") ?? so.board.find((line) => line.state === "untested");
  if (shaky) return `${shaky.round.title} is ${shaky.state}: start there.`;
  return "Every round looks ready: keep it fresh, and tell your stories aloud.";
}

/** What can be started from home, in the order of `today`; undefined leaves. */
async function startOne(app: App, home: Home): Promise<number> {
  const starts: readonly MenuChoice<(() => Promise<number>) | undefined>[] = [
    ...home.today.map((suggestion) => ({ name: `${suggestion.text}, about ${suggestion.minutes} minutes`, value: () => startSuggestion(app, suggestion) })),
    { name: "Leave", value: undefined },
  ];
  const chosen = await chooseOne("What now?", starts, { input: app.world.stdin, output: app.world.stdout, theme: await app.theme() });
  if (chosen === "left") return statuses.interrupted;
  return chosen.value ? chosen.value() : statuses.done;
}

function startSuggestion(app: App, suggestion: Suggestion): Promise<number> {
  const [, command, name] = suggestion.command.split(" ");
  const what = name?.startsWith("--") === true ? undefined : name;
  if (command === "star") return tellStar(app, { what: undefined });
  if (command === "quiz") return practise(app, { session: "quiz", what });
  return practise(app, { session: "drill", what, count: mostQuestions, minutes: suggestion.minutes });
}

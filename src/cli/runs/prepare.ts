// Room: cli. What the person prepares for, how ready they are, and the plan from today: for home, `coach plan` and the warm-up.
import { addDays, type Day } from "../../domain/calendar.ts";
import type { Framework } from "../../domain/framework.ts";
import { leanedOn, practiceMinutes, questionsOf as stepsOf } from "../../domain/framework-practice.ts";
import type { HistoryEntry } from "../../domain/attempt.ts";
import type { Library } from "../../domain/library.ts";
import type { Question } from "../../domain/question.ts";
import type { Estimate } from "../../domain/readiness.ts";
import { rehearsedRounds } from "../../progress/rehearsed.ts";
import type { Tonight } from "../../scheduling/plan.ts";
import type { PlanInput } from "../../scheduling/plan-course.ts";
import type { History } from "../../journal/standing.ts";
import type { App } from "../app.ts";
import { whileWeighing } from "../patience.ts";
import { type Memory, memoryAmong, metOn, since } from "./memory.ts";
import type { Preparing } from "./readiness.ts";
import type { Role } from "./roles.ts";

/** What is prepared for; what is undefined is not known. */
export interface Aim {
  readonly role: Role | undefined;
  readonly interview: Day | undefined;
  readonly minutesPerEvening: number;
}

export interface Prepared extends Preparing {
  readonly history: History;
  readonly aim: Aim;
  readonly memory: Memory;
  readonly today: Day;
  readonly rounds: readonly Estimate[];
  /** What the settings alone would have made it for. */
  readonly usual: Pick<Aim, "interview" | "minutesPerEvening">;
  /** Those that the questions lean on most. */
  readonly frameworks: readonly Framework[];
  /** As the person set it; undefined: they leave it to the plan. */
  readonly newPerEvening: number | undefined;
}

/** The questions of a role; the general ones where no role is known. */
export function questionsOf(library: Library, role: Role | undefined): readonly Question[] {
  const folder = role?.id ?? "general";
  return library.decks.filter(({ id }) => id.startsWith(`${folder}/`)).flatMap((deck) => deck.questions);
}

/** Puts together where the person stands. What reckons is loaded only now. */
export async function prepare(app: App, aim: Aim, known: Known): Promise<Prepared> {
  return whileWeighing(app, known.history.attempts, () => weigh(app, aim, known));
}

interface Known {
  readonly library: Library;
  readonly history: History;
}

async function weigh(app: App, aim: Aim, { library, history }: Known): Promise<Prepared> {
  const questions = questionsOf(library, aim.role);
  const frameworks = leanedOn(questions, library.frameworks).slice(0, mostFrameworks);
  const among = [...questions, ...frameworks.flatMap(stepsOf)].map(({ id }) => id);
  const memory = await memoryAmong(app, { library, history, name: aim.role?.id ?? "general", questions: among });
  let entries: readonly HistoryEntry[] | undefined;
  const { groundOf, roundsReady } = await import("./readiness.ts");
  const { today } = memory;
  const day = aim.interview === undefined || aim.interview < today ? today : aim.interview;
  const preparing = {
    library,
    // Only rounds are weighed by attempts.
    entries: () => (entries ??= history.some("question", new Set(among))),
    sure: () => history.sure(),
    whole: history.attempt,
    loop: aim.role?.loop,
    questions,
    cards: memory.cards,
    day,
  };
  const newPerEvening = app.store().read().set.includes("new-per-evening") ? memory.settings.newPerEvening : undefined;
  const { interviewDate, minutesPerEvening } = await app.settings();
  const usual = { interview: interviewDate, minutesPerEvening };
  const rounds = preparing.loop ? roundsReady(preparing, groundOf(preparing)) : [];
  return { ...preparing, history, aim, memory, today, usual, frameworks, newPerEvening, rounds };
}

/** Nobody thinks in more than two shapes under a clock. */
const mostFrameworks = 2;

/** Days that are planned for where no interview is ahead. */
const someWeeks = 28;

/** The day that a plan from the settings alone reaches to. */
function usualInterview({ usual, today }: Pick<Prepared, "usual" | "today">): Day {
  return usual.interview !== undefined && usual.interview >= today ? usual.interview : addDays(today, someWeeks);
}

/** What a plan is made from. */
export function planInput({ history, aim, memory, today, questions, rounds, frameworks, newPerEvening, usual }: Prepared, interview: Day): PlanInput {
  const { dayEnds, retention } = memory.settings;
  return {
    today,
    interview,
    loop: aim.role?.loop,
    what: aim.role?.id ?? "general",
    company: aim.role?.company,
    role: aim.role?.role,
    minutesPerEvening: aim.minutesPerEvening,
    newPerEvening,
    isUsual: interview === usualInterview({ usual, today }) && aim.minutesPerEvening === usual.minutesPerEvening,
    minutesDone: minutesOn(history, today, dayEnds),
    newDone: metOn(history, today, dayEnds),
    retention,
    questions,
    cards: memory.cards,
    rounds,
    rehearsed: rehearsedRounds(history.some("id", new Set()), aim.role?.loop?.id, dayEnds),
    frameworks: frameworks.map((framework) => ({
      id: framework.id,
      title: framework.title,
      minutes: practiceMinutes(framework),
      last: lastOf(framework, memory),
    })),
  };
}

function lastOf(framework: Framework, { cards }: Memory): Day | undefined {
  return stepsOf(framework)
    .flatMap(({ id }) => cards.get(id)?.last ?? [])
    .toSorted()
    .at(-1);
}

/** The first day of that plan. */
export async function tonightFrom(prepared: Prepared): Promise<Tonight> {
  const { tonightOf } = await import("../../scheduling/plan.ts");
  return tonightOf(planInput(prepared, usualInterview(prepared)));
}

/** Minutes of answers on an evening, whole. */
function minutesOn(history: History, evening: Day, dayEnds: number): number {
  const seconds = since(history, evening, dayEnds).reduce((sum, entry) => sum + (entry.type === "attempt" ? entry.seconds : 0), 0);
  return Math.floor(seconds / 60);
}

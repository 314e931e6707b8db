// Room: cli. `coach plan`.
import { CoachError } from "../../domain/errors.ts";
import type { Library } from "../../domain/library.ts";
import type { Plan } from "../../domain/plan.ts";
import type { Estimate, Readiness } from "../../domain/readiness.ts";
import { minutesThatDo, planOf } from "../../scheduling/plan.ts";
import { planView } from "../../terminal/views/plan.ts";
import { readinessView } from "../../terminal/views/readiness.ts";
import type { App } from "../app.ts";
import { wantedLoop } from "./loop-choice.ts";
import { historyOf } from "./past.ts";
import { planInput, prepare, type Prepared } from "./prepare.ts";
import { readinessOf } from "./readiness.ts";
import { type Role, roleOf, rolesIn } from "./roles.ts";
import { unknownName } from "./unknown.ts";

export interface PlanOptions {
  readonly date?: string;
  readonly company?: string;
  readonly role?: string;
  readonly minutesPerDay?: number;
  readonly readiness?: boolean;
}

export async function showPlan(app: App, options: PlanOptions): Promise<void> {
  const prepared = await preparedFor(app, options);
  if (options.readiness === true) return showReadiness(app, readinessOf(prepared));
  const input = planInput(prepared, dateOf(prepared));
  const plan = planOf(input);
  const wouldDo = plan.isFeasible || plan.days.length === 0 ? undefined : minutesThatDo(input);
  await app.show({
    text: (theme) => planView(plan, { wouldDo, rounds: prepared.rounds }, theme),
    json: () => ({ ...planJson(plan), wouldDo: wouldDo ?? null, readiness: readinessJson(readinessOf(prepared)) }),
  });
}

async function showReadiness(app: App, readiness: Readiness): Promise<void> {
  await app.show({ text: (theme) => readinessView(readiness, theme), json: () => readinessJson(readiness) });
}

/** The plan that options and settings ask for. */
export async function planFor(app: App, options: PlanOptions): Promise<Plan> {
  const prepared = await preparedFor(app, options);
  return planOf(planInput(prepared, dateOf(prepared)));
}

async function preparedFor(app: App, options: PlanOptions): Promise<Prepared> {
  const settings = await app.settings();
  const library = await app.library();
  const aim = {
    role: chosenRole(library, options, wantedLoop(options, settings)),
    interview: options.date ?? settings.interviewDate,
    minutesPerEvening: options.minutesPerDay ?? settings.minutesPerEvening,
  };
  return prepare(app, aim, { library, history: await historyOf(app) });
}

function dateOf({ aim }: Prepared): string {
  if (aim.interview !== undefined) return aim.interview;
  throw new CoachError("a plan is made for a day", { fault: "usage", advice: "Add --date 2026-12-15, or set it: coach config set interview-date 2026-12-15." });
}

/** A company or a role that was named must be there; settings may name what no deck knows. */
function chosenRole(
  library: Library,
  options: PlanOptions,
  wanted: { readonly company?: string | undefined; readonly role?: string | undefined },
): Role | undefined {
  const roles = rolesIn(library);
  const role = roleOf({ company: wanted.company, role: wanted.role }, roles);
  const list = `There is: ${roles.map(({ id }) => id).join(", ")}.`;
  if (options.company !== undefined && !role)
    throw unknownName({
      what: "company",
      name: options.company,
      among: roles.flatMap(({ id, company }) => [id.split("/")[0] ?? "", company.toLowerCase()]),
      list,
    });
  const named = options.role?.toLowerCase();
  if (named !== undefined && role?.id.split("/")[1] !== named && role?.role.toLowerCase() !== named)
    throw unknownName({
      what: "role",
      name: options.role ?? "",
      among: roles.flatMap(({ id, role: title }) => [id.split("/")[1] ?? "", title.toLowerCase()]),
      list,
    });
  return role;
}

function planJson(plan: Plan): Readonly<Record<string, unknown>> {
  const days = plan.days.map((day) => ({ ...day, round: day.round ?? null }));
  const dropped = plan.dropped.map((group) => ({ ...group, round: group.round ?? null }));
  return { ...plan, loop: plan.loop ?? null, company: plan.company ?? null, role: plan.role ?? null, until: plan.until ?? null, days, dropped };
}

function readinessJson({ day, rounds, competencies, signals }: Readiness): unknown {
  const told = (estimates: readonly Estimate[]): unknown => estimates.map((one) => ({ ...one, value: one.value ?? null, recall: one.recall ?? null }));
  return { day, rounds: told(rounds), signals: told(signals), competencies: told(competencies) };
}

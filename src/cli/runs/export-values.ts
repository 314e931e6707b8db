// Room: cli. What `coach export` makes each kind of export of.
import { resolve } from "node:path";
import { dayOf } from "../../domain/calendar.ts";
import { CoachError } from "../../domain/errors.ts";
import type { Library } from "../../domain/library.ts";
import type { Plan } from "../../domain/plan.ts";
import type { Question } from "../../domain/question.ts";
import { type SourceReference, tellReference } from "../../domain/source.ts";
import { type CardNote, cardNotes } from "../../export/cards.ts";
import { buildChecklist } from "../../export/checklist.ts";
import type { Document } from "../../export/document.ts";
import { type PlanCalendar, vanishedIn } from "../../export/formats/ics.ts";
import { type ScoreRow, scoreRows } from "../../export/scores.ts";
import { buildStorySheet } from "../../export/stories.ts";
import { readReplaced } from "../../export/write.ts";
import { namesIn, questionsNamed, questionsOfCompany } from "../../practice/select.ts";
import { tellDays } from "../../terminal/views/days.ts";
import type { App } from "../app.ts";
import { whileWeighing } from "../patience.ts";
import { cleanedPast, pastAttempts } from "./attempts.ts";
import { companyIds } from "./company.ts";
import { chooseLoop, tellLoops, wantedLoop } from "./loop-choice.ts";
import { entriesOf, wholeHistoryOf } from "./past.ts";
import { rolesIn } from "./roles.ts";
import { bankIn } from "./stories.ts";
import { unknownName } from "./unknown.ts";

export interface ExportOptions {
  readonly company?: string;
  readonly role?: string;
  readonly date?: string;
  readonly since?: string;
  readonly at?: string;
  readonly format?: string;
  readonly output?: string;
  readonly force?: boolean;
}

export interface ExportRequest extends ExportOptions {
  readonly what: string;
  /** Which questions: a name as `coach drill` takes it. */
  readonly which: string | undefined;
}

/** When an evening begins in a calendar. */
const usualBegin = "19:00";

export async function checklistValue(app: App, request: ExportRequest): Promise<Document> {
  const sources = await app.sources();
  const settings = await app.settings();
  const library = await app.library();
  const wanted = wantedLoop(request, settings);
  if (wanted.company === undefined)
    throw new CoachError("a checklist is for one company", { fault: "usage", advice: `Add --company. ${tellLoops(library.loops)}` });
  const loop = chooseLoop(library.loops, { ...wanted, company: wanted.company });
  const entries = await entriesOf(app);
  const input = {
    loop,
    entries,
    decks: library.decks,
    frameworks: library.frameworks,
    interviewDate: request.date ?? settings.interviewDate,
    today: dayOf(app.clock().now()),
    facts: library.facts.find((facts) => loop.id.startsWith(`${facts.id}/`)),
    source: (reference: SourceReference) => sources(tellReference(reference)) ?? sources(reference.source),
  };
  return whileWeighing(app, entries.length, async () => buildChecklist(input));
}

export async function storiesValue(app: App): Promise<Document> {
  return buildStorySheet(await bankIn(app));
}

export async function scoresValue(app: App, { company, since }: ExportRequest): Promise<readonly ScoreRow[]> {
  const library = await app.library();
  const history = await wholeHistoryOf(app);
  return whileWeighing(app, history.entries.length, async () => {
    const past = pastAttempts(history, library, { questions: companyIds(library, company), since });
    return scoreRows(past.filter(({ takenBack }) => takenBack === undefined).map(cleanedPast)).toReversed();
  });
}

export async function calendarValue(app: App, request: ExportRequest): Promise<PlanCalendar> {
  const plan = await planValue(app, request);
  const { force, output = "-" } = request;
  const vanished = force === true && output !== "-" ? vanishedIn(readReplaced(resolve(app.world.cwd, output)), plan) : [];
  if (vanished.length > 0) app.note(`${tellDays(vanished.length)} of the calendar that was there: not in the plan any more, cancelled in the new one.\n`);
  return { plan, at: app.clock().now(), begins: request.at ?? usualBegin, vanished };
}

export async function planValue(app: App, { company, role, date }: ExportRequest): Promise<Plan> {
  const { planFor } = await import("./plan.ts");
  return planFor(app, {
    ...(company === undefined ? {} : { company }),
    ...(role === undefined ? {} : { role }),
    ...(date === undefined ? {} : { date }),
  });
}

export async function cardsValue(app: App, request: ExportRequest): Promise<readonly CardNote[]> {
  const library = await app.library();
  const { which, company } = request;
  return cardNotes(ofRole(library, request, which === undefined ? ofCompany(library, company) : named(library, which)));
}

function ofCompany(library: Library, company: string | undefined): readonly Question[] {
  return company === undefined ? library.decks.flatMap((deck) => deck.questions) : (questionsOfCompany(library, company) ?? throwUnknown(library, company));
}

function named(library: Library, which: string): readonly Question[] {
  return questionsNamed(library, which) ?? throwUnknown(library, which);
}

function throwUnknown(library: Library, name: string): never {
  throw unknownName({ what: "company, deck, round or question", name, among: namesIn(library), list: "coach decks list shows what there is." });
}

/** Those of a role's own folder, where one was named: by its folder or by its name. */
function ofRole(library: Library, { company, role }: Pick<ExportRequest, "company" | "role">, questions: readonly Question[]): readonly Question[] {
  if (role === undefined) return questions;
  const wanted = role.toLowerCase();
  const roles = rolesIn(library).filter((one) => [one.role.toLowerCase(), one.id.split("/")[1], one.id].includes(wanted));
  if (roles.length === 0) {
    const known = rolesIn(library).map(({ id }) => id);
    throw unknownName({ what: "role", name: role, among: known.map((id) => id.split("/")[1] ?? id), list: `There is: ${known.join(", ")}.` });
  }
  const found = questions.filter(({ deck }) => roles.some(({ id }) => deck.startsWith(`${id}/`)));
  if (found.length > 0) return found;
  throw new CoachError(`${company ?? "what was named"} has no questions for the role "${role}"`, {
    fault: "usage",
    advice: `The role is at: ${roles.map(({ id }) => id).join(", ")}.`,
  });
}

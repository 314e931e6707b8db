// Room: cli. `coach drill --planned`: exactly the questions that tonight's plan lists, in its order.
import type { Library } from "../../domain/library.ts";
import type { Question } from "../../domain/question.ts";
import type { App } from "../app.ts";
import { statuses } from "../exit.ts";
import { historyOf } from "./past.ts";
import { answersIn, holdOnStage, type PractiseOptions, scriptedQuestions } from "./practise.ts";
import { prepare, tonightFrom } from "./prepare.ts";
import { type Role, roleOf, rolesIn } from "./roles.ts";
import { unknownName } from "./unknown.ts";

/** Which part of tonight's plan, and whose: undefined for the role of the settings. */
interface PlannedRequest extends PractiseOptions {
  readonly what: string | undefined;
}

/** Holds what the plan of the settings has for tonight; resolves with the exit status. */
export async function practisePlanned(app: App, request: PlannedRequest): Promise<number> {
  const library = await app.library();
  const planned = await plannedQuestions(app, request, library);
  const title = "Tonight";
  if (planned.length === 0) return tellNothingPlanned(app, title);
  const answers = request.answers === undefined ? undefined : await answersIn(app, request.answers);
  const questions = answers ? scriptedQuestions(planned, library, answers) : planned;
  const seed = request.seed ?? Math.floor(app.world.random() * 4_294_967_296);
  return holdOnStage(app, request, { kind: "drill", title, questions, sureButWrong: 0, seed, answers });
}

async function plannedQuestions(app: App, request: PlannedRequest, library: Library): Promise<readonly Question[]> {
  const { interviewDate, minutesPerEvening, ...settings } = await app.settings();
  const roles = rolesIn(library);
  const role = request.what === undefined ? roleOf(settings, roles) : roleNamed(request.what, roles);
  const prepared = await prepare(app, { role, interview: interviewDate, minutesPerEvening }, { library, history: await historyOf(app) });
  const tonight = await tonightFrom(prepared);
  const isBoth = (request.due === true) === (request.new === true);
  const wanted = (tonight.day?.items ?? []).filter(({ kind }) => (kind === "review" && (isBoth || request.due)) || (kind === "new" && (isBoth || request.new)));
  const byId = new Map(prepared.questions.map((question) => [question.id, question]));
  return wanted.flatMap((item) => item.questions.flatMap((id) => byId.get(id) ?? []));
}

/** Undefined for the general questions. */
function roleNamed(name: string, roles: readonly Role[]): Role | undefined {
  const role = roles.find(({ id }) => id === name.toLowerCase());
  if (role || name === "general") return role;
  const ids = [...roles.map(({ id }) => id), "general"];
  throw unknownName({ what: "role with a plan", name, among: ids, list: `There is: ${ids.join(", ")}.` });
}

async function tellNothingPlanned(app: App, title: string): Promise<number> {
  await app.show({
    text: () => "Nothing more is planned for tonight. coach plan shows the days to come.\n",
    json: () => ({ session: "drill", title, asked: 0, answered: 0, skipped: 0, stopped: null, score: null, attempts: [] }),
  });
  return statuses.done;
}

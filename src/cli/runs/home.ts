// Room: cli. Home: what there is to do tonight; on the first run, who it is for.
import type { Library } from "../../domain/library.ts";
import type { PlanItem } from "../../domain/plan.ts";
import type { History } from "../../journal/standing.ts";
import type { Settings } from "../../settings/settings.ts";
import { chooseOne, type MenuChoice } from "../../terminal/menu.ts";
import { homeView } from "../../terminal/views/home.ts";
import type { App } from "../app.ts";
import { statuses } from "../exit.ts";
import { offerDraft } from "./draft-offer.ts";
import { askFirst } from "./first-run.ts";
import { type HomeValue, homeValue } from "./home-value.ts";
import { historyOf } from "./past.ts";
import { holdOnStage, practise } from "./practise.ts";
import { rolesIn } from "./roles.ts";

/** Shows home. A person at a terminal then chooses what to start; Enter takes tonight's session. Resolves with the exit status. */
export async function showHome(app: App): Promise<number> {
  const status = await offerDraft(app);
  if (status !== undefined) return status;
  const library = await app.library();
  const history = await historyOf(app);
  const settings = await settingsAfterFirstRun(app, { library, history });
  if (settings === "left") return statuses.interrupted;
  const value = await homeValue(app, { library, history, settings });
  const { home } = value;
  if (!app.canAsk() || app.options.json) {
    await app.show({ text: (theme) => homeView(home, theme), json: () => home });
    return statuses.done;
  }
  const starts = startsOf(app, value);
  // The menu beneath offers the same, and both would not fit a small window.
  await app.show({ text: (theme) => homeView({ ...home, today: [] }, theme, theme.rows() - starts.length - menuRows), json: () => home });
  return startOne(app, starts);
}

/** Rows of a menu beside its choices: a blank above it, the question, the keys beneath it with a blank, and the row that the cursor is left in. */
const menuRows = 5;

async function settingsAfterFirstRun(app: App, known: { readonly library: Library; readonly history: History }): Promise<Settings | "left"> {
  const [anything] = known.history.newest();
  const isFirst = anything === undefined && app.store().read().set.length === 0;
  if (!isFirst || !app.canAsk() || app.options.json) return app.settings();
  return (await askFirst(app, rolesIn(known.library))) === "left" ? "left" : app.store().read().settings;
}

type Start = MenuChoice<(() => Promise<number>) | undefined>;

/** What can be started from home: tonight's list, then what is always there; undefined leaves. */
function startsOf(app: App, { items, what }: HomeValue): readonly Start[] {
  const company = what.split("/")[0];
  const quiz = { name: "Ten quick questions", value: () => practise(app, { session: "quiz", what: company }) };
  const drill = { name: "Hard questions, timed", value: () => practise(app, { session: "drill", what, due: true, new: true }) };
  return [
    ...items.map((item) => ({ name: `${item.title}, ${Math.max(1, Math.round(item.minutes))} minutes`, value: () => startItem(app, item) })),
    what === "general" ? drill : quiz,
    { name: "Leave", value: undefined },
  ];
}

async function startOne(app: App, starts: readonly Start[]): Promise<number> {
  const chosen = await chooseOne("What now?", starts, { input: app.world.stdin, output: app.world.stdout, theme: await app.theme() });
  if (chosen === "left") return statuses.interrupted;
  return chosen.value ? chosen.value() : statuses.done;
}

async function startItem(app: App, item: PlanItem): Promise<number> {
  if (item.kind === "star") return (await import("./star.ts")).tellStar(app, { what: item.questions[0] });
  if (item.mock) {
    const { loop, round, pace } = item.mock;
    return (await import("./mock.ts")).runMock(app, { what: loop, round, pace });
  }
  if (item.framework !== undefined) return (await import("./framework-practice.ts")).practiseFramework(app, { name: item.framework });
  if (item.kind === "warmup") return warmUp(app);
  const wanted = new Map((await app.library()).decks.flatMap((deck) => deck.questions).map((question) => [question.id, question]));
  const questions = item.questions.flatMap((id) => wanted.get(id) ?? []);
  const seed = Math.floor(app.world.random() * 4_294_967_296);
  return holdOnStage(app, {}, { kind: "drill", title: "Tonight", questions, sureButWrong: 0, seed, answers: undefined });
}

async function warmUp(app: App): Promise<number> {
  await (await import("./warmup.ts")).showWarmup(app, undefined);
  return statuses.done;
}

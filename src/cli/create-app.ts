// Room: cli. The real world, wired: the only file that knows every room. Each thing is made when it is first asked for.
import { isAbsolute, join, resolve } from "node:path";
import type { Root } from "../content/find.ts";
import type { Shelf } from "../content/shelf.ts";
import { CoachError } from "../domain/errors.ts";
import type { Library } from "../domain/library.ts";
import type { Shelter } from "../journal/shelter.ts";
import type { AttemptLog, Interviewer, Judge, Stage } from "../practice/ports.ts";
import { tellPlace } from "../domain/problem.ts";
import { cacheFolder, dataFolder, settingsFolder, type Surroundings } from "../settings/places.ts";
import { defaults, type Settings } from "../settings/settings.ts";
import { openSettings } from "../settings/store.ts";
import type { DraftDesk } from "../terminal/prompts/options.ts";
import { createTheme, type Theme } from "../terminal/theme.ts";
import type { FindSource } from "../terminal/views/sources.ts";
import type { App, Course, GlobalOptions, Result, StageRequest } from "./app.ts";
import { createClock } from "./clock.ts";
import type { DraftKeeper } from "./drafts.ts";
import { editorEnv } from "./editing.ts";
import { nameFile } from "./names.ts";
import { ownRoots } from "./own-decks.ts";
import { acceptOwnWords, withOwnWords } from "./own-words.ts";
import type { Launch, World } from "./world.ts";

/** Makes the app of one command line. Reads nothing yet. */
export function createApp(world: World, options: GlobalOptions): App {
  const surroundings: Surroundings = { env: world.env, home: world.home, dataDir: options.dataDir && resolve(world.cwd, options.dataDir) };
  const app: App = {
    world,
    options,
    dataFolder: () => resolve(world.cwd, dataFolder(surroundings)),
    store: () => openSettings(settingsFolder(surroundings)),
    roots: once(() => findRoots(app)),
    library: once(() => readWhole(app, surroundings)),
    reading: async (roots) => (await import("../content/library.ts")).readLibrary(roots, (absolute) => nameFile(world, absolute)),
    sources: once(() => sourceLookup(app)),
    journal: once(async () => (await import("../journal/journal.ts")).openJournal(app.dataFolder(), undefined, shelterIn(app, surroundings))),
    settings: once(() => Promise.resolve(hasPlace(surroundings, "XDG_CONFIG_HOME") ? effectiveSettings(app) : defaults)),
    judge: once(() => findJudge(app)),
    clock: () => createClock(world),
    theme: once(() => createTheme({ stream: options.json ? world.err : world.out, env: world.env, noColor: !options.color, plain: options.plain })),
    // The keyboard last: to look at it opens it, which takes a tenth of a start where it is a pipe or a file.
    canAsk: () => options.input && (options.json ? world.err : world.out).isTTY && world.stdin.isTTY === true,
    stage: (request) => createStage(app, request),
    show: (result) => show(app, result),
    note: (text) => {
      if (!options.quiet) world.err.write(text);
    },
  };
  return app;
}

/** Remembers what the first call gave. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}

async function readWhole(app: App, surroundings: Surroundings): Promise<Library> {
  const [{ readShelvedLibrary }, { checkDeckIds }] = await Promise.all([import("../content/shelf.ts"), import("../content/deck-ids.ts")]);
  const { library, isAnew } = await readShelvedLibrary(await app.roots(), shelfIn(app, surroundings));
  if (isAnew) app.world.launch.madeAnew();
  checkDeckIds(library.decks, (absolute) => nameFile(app.world, absolute));
  const [first] = library.problems.filter((problem) => problem.severity === "error");
  if (first)
    app.note(
      `coach: ${tellPlace({ ...first.place, file: nameFile(app.world, first.place.file) })}: ${first.message}\n  What is wrong was left out; coach decks lint shows it all.\n`,
    );
  return withOwnWords(app, library);
}

/** False where there is neither a home nor a folder named by the variable: the library can be read all the same, nothing can be kept. */
function hasPlace({ env, home }: Surroundings, variable: string): boolean {
  return isAbsolute(home) || isAbsolute(env[variable] ?? "");
}

function shelfIn(app: App, surroundings: Surroundings): Shelf | undefined {
  const shelter = shelterIn(app, surroundings);
  if (!shelter) return undefined;
  const around: Shelf["around"] = async (work) => (await import("./patience.ts")).whileTelling(app, "Reading the questions", work);
  return { file: join(shelter.folder, "library.json"), program: shelter.program, around };
}

/** Nothing is cached when the program runs from source. */
function shelterIn(app: App, surroundings: Surroundings): Shelter | undefined {
  const { build } = app.world;
  return build === "" || !hasPlace(surroundings, "XDG_CACHE_HOME") ? undefined : { folder: cacheFolder(surroundings), program: build };
}

async function findRoots(app: App): Promise<readonly Root[]> {
  const { rootsOf } = await import("../content/find.ts");
  const settings = await app.settings();
  const own = [...settings.decks, ...app.options.decks].map((path) => resolve(app.world.cwd, path));
  const roots = [...[app.world.packageFolder, ...own].flatMap((path) => rootsOf(path)), ...ownRoots(app)];
  // A folder that is named twice is read once.
  return roots.filter(({ folder, only }, index) => index === roots.findIndex((root) => root.folder === folder && root.only === only));
}

async function sourceLookup(app: App): Promise<FindSource> {
  const known = new Map((await app.library()).sources.map((source) => [source.id, source]));
  return (id) => known.get(id);
}

function effectiveSettings(app: App): Settings {
  const { settings, problems } = app.store().read();
  for (const { place, message, advice } of problems) app.note(`coach: ${tellPlace(place)}: ${message}\n  ${advice}\n`);
  return settings;
}

/** What speaks to a judge is loaded only where one is set. */
async function findJudge(app: App): Promise<Judge | undefined> {
  const settings = await app.settings();
  return settings.judgeUrl === undefined ? undefined : (await import("./runs/judge.ts")).createJudge(app, settings.judgeUrl, settings);
}

/** Prompts go where results do not: with --json to standard error. */
function screenOf(app: App): NodeJS.WriteStream {
  return app.options.json ? app.world.stderr : app.world.stdout;
}

async function createStage(app: App, request: StageRequest): Promise<Stage> {
  const stage = await bareStage(app, request);
  return request.answers ? stage : held(stage);
}

async function bareStage(app: App, request: StageRequest): Promise<Stage> {
  const drafts = request.answers || !request.course ? undefined : await openDraftKeeper(app, request.course);
  const interviewer = await createInterviewerFor(app, request, drafts?.desk);
  const { createAudience } = await import("../terminal/audience.ts");
  const write = app.options.json ? (text: string) => app.note(request.answers ? "" : text) : (text: string) => app.world.out.write(text);
  const { signalsShown } = await import("./runs/signals.ts");
  const library = await app.library();
  const audience = createAudience({
    write,
    theme: await app.theme(),
    source: await app.sources(),
    signals: (question, grade) => signalsShown(library, question, grade),
    showModel: request.showModel,
  });
  const journal = await app.journal();
  const log: AttemptLog = {
    append: (entry) => journal.append(entry),
    accept: (phrasing) => acceptOwnWords(app, phrasing),
    tellings: async () => (await import("./runs/tellings.ts")).tellingsIn(journal),
    stories: async () => (await import("./runs/tellings.ts")).storiesIn(journal),
  };
  const clock = app.clock();
  const judge = request.judge ? await app.judge() : undefined;
  return { interviewer: drafts?.overReplies(interviewer) ?? interviewer, audience, log: drafts?.overLog(log) ?? log, clock, judge };
}

/** Whose answers come from a file gives them again after a signal; a person cannot. */
async function held(stage: Stage): Promise<Stage> {
  const hold = (await import("./hold.ts")).createHold();
  return { ...stage, interviewer: hold.overReplies(stage.interviewer), log: hold.overLog(stage.log) };
}

async function openDraftKeeper(app: App, course: Course): Promise<DraftKeeper> {
  return (await import("./drafts.ts")).createDraftKeeper(app, course);
}

async function createInterviewerFor(app: App, request: StageRequest, drafts: DraftDesk | undefined): Promise<Interviewer> {
  if (request.answers) return (await import("../terminal/script.ts")).createScript(request.answers);
  if (!app.canAsk())
    throw new CoachError("there is no terminal to ask on", {
      fault: "usage",
      advice: "Run it in a terminal, or give the answers with --answers FILE (docs/answers.md tells how).",
    });
  const options = { ...(await personOptions(app)), drafts };
  const interviewer = options.theme.plain
    ? (await import("../terminal/plain.ts")).createPlainInterviewer(options)
    : (await import("../terminal/interviewer.ts")).createInterviewer(options);
  return { ...interviewer, ask: (...asked) => whenPainted(interviewer.ask(...asked), app.world.launch) };
}

/** Milliseconds after which a question that was asked is on the screen, and nobody has read it yet. */
const painted = 100;

function whenPainted<T>(reply: Promise<T>, launch: Launch): Promise<T> {
  setTimeout(() => launch.settled(), painted).unref();
  return reply;
}

async function personOptions(app: App) {
  const { world } = app;
  const settings = await app.settings();
  const theme: Theme = settings.plain ? { ...(await app.theme()), plain: true } : await app.theme();
  const env = editorEnv(world, settings);
  return { input: world.stdin, output: screenOf(app), theme, monotonic: () => world.monotonic(), wall: () => world.wall(), env };
}

async function show(app: App, result: Result): Promise<void> {
  const text = app.options.json ? `${JSON.stringify(result.json(), null, 2)}\n` : result.text(await app.theme());
  app.world.out.write(text);
}

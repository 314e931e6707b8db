// Room: cli. The command tree, and the options that hold everywhere.
import { Command, Help } from "commander";
import { CoachError } from "../domain/errors.ts";
import type { App, GlobalOptions } from "./app.ts";
import { addCompletion } from "./commands/completion.ts";
import { addConfig } from "./commands/config.ts";
import { addData } from "./commands/data.ts";
import { addDebrief } from "./commands/debrief.ts";
import { addDecks } from "./commands/decks.ts";
import { addDrill } from "./commands/drill.ts";
import { addExplain } from "./commands/explain.ts";
import { addExport } from "./commands/export.ts";
import { addFacts } from "./commands/facts.ts";
import { addFrameworks } from "./commands/frameworks.ts";
import { addGrade } from "./commands/grade.ts";
import { addHistory } from "./commands/history.ts";
import { addLoops } from "./commands/loops.ts";
import { addMock } from "./commands/mock.ts";
import { addPeer } from "./commands/peer.ts";
import { addPlan } from "./commands/plan.ts";
import { addQuiz } from "./commands/quiz.ts";
import { addReport } from "./commands/report.ts";
import { addRescore } from "./commands/rescore.ts";
import { addStar } from "./commands/star.ts";
import { addStats } from "./commands/stats.ts";
import { addRate, addUndo } from "./commands/undo.ts";
import { addWarmup } from "./commands/warmup.ts";
import { examplesOf } from "./examples.ts";
import { collect } from "./values.ts";
import { version } from "./version.ts";
import type { Wiring } from "./wiring.ts";
import type { World } from "./world.ts";

type Parsed = Partial<Omit<GlobalOptions, "color" | "input">> & { readonly color?: boolean; readonly input?: boolean };

/** The commands by name, in the order of the help. */
const commands: Readonly<Record<string, (program: Command, wiring: Wiring) => void>> = {
  drill: addDrill,
  quiz: addQuiz,
  star: addStar,
  mock: addMock,
  plan: addPlan,
  warmup: addWarmup,
  debrief: addDebrief,
  peer: addPeer,
  grade: addGrade,
  frameworks: addFrameworks,
  loops: addLoops,
  decks: addDecks,
  history: addHistory,
  stats: addStats,
  explain: addExplain,
  rescore: addRescore,
  rate: addRate,
  undo: addUndo,
  facts: addFacts,
  report: addReport,
  export: addExport,
  config: addConfig,
  data: addData,
  completion: addCompletion,
};

/**
 * The command tree over a world. Making it reads nothing and writes nothing. `args`: the command line, for which only those commands are made that it
 * may need, since making all took a tenth of a start; without it, all.
 */
export function createProgram(world: World, end: (status: number) => void, args?: readonly string[]): Command {
  const program = new Command("coach");
  prepare(program, world);
  const wiring: Wiring = { app: (command) => appOf(world, command.optsWithGlobals()), end };
  program
    .description("An interview coach for the terminal: timed drills, honest marks with reasons, and a memory. Offline and private.")
    .usage("[command] [options]")
    .helpCommand("help [command]", "show help for a command")
    .argument("[command]")
    .action(async (name: string | undefined, _options: unknown, command: Command) => {
      if (name !== undefined) throw await unknownCommand(name);
      const { runHome } = await import("./commands/home.ts");
      end(await runHome(await wiring.app(command)));
    });
  for (const name of namesFor(args)) commands[name]?.(program, wiring);
  return program;
}

const help: readonly string[] = ["help", "--help", "-h"];

/** One where the line begins with it; none where there are options alone, which ask for home; else all, as a name may be the value of an option. */
function namesFor(args: readonly string[] | undefined): readonly string[] {
  const first = args?.[0] ?? "-";
  if (Object.hasOwn(commands, first)) return [first];
  const isHome = args?.every((arg) => !help.includes(arg) && !Object.hasOwn(commands, arg)) === true;
  return isHome && first.startsWith("-") ? [] : Object.keys(commands);
}

function prepare(program: Command, world: World): void {
  program
    .version(version, "-V, --version", "print the version")
    .helpOption("-h, --help", "show help")
    .option("--json", "print one JSON document, nothing else")
    .option("--no-color", "no colour (NO_COLOR is obeyed as well)")
    .option("--plain", "line-by-line prompts without redrawing, for screen readers")
    .option("--no-input", "never ask; fail with what is missing")
    .option("-q, --quiet", "no messages beside the result")
    .option("--data-dir <folder>", "where answers and scores are kept (COACH_DATA_DIR)")
    .option("--decks <path>", "a deck or a folder of decks of your own; may be given more than once", collect)
    .configureOutput({
      writeOut: (text) => world.out.write(text),
      writeErr: (text) => world.err.write(text),
      getOutHelpWidth: () => 80,
      getErrHelpWidth: () => 80,
      outputError: (text, write) => write(text.replace(/^error: /, "coach: ")),
    })
    .configureHelp({ formatHelp: (command, helper) => withExamples(command, Help.prototype.formatHelp.call(helper, command, helper)) })
    .showHelpAfterError("  coach --help shows what there is.")
    .exitOverride();
}

/** Puts a command's examples before its options, where people look first. */
function withExamples(command: Command, help: string): string {
  const examples = examplesOf(command);
  if (examples === "") return help;
  const at = /\n(?:Arguments|Options|Commands):\n/.exec(help)?.index ?? help.length;
  return `${help.slice(0, at)}\nExamples:\n${examples}${help.slice(at)}`;
}

async function appOf(world: World, parsed: Parsed): Promise<App> {
  const { createApp } = await import("./create-app.ts");
  return createApp(world, {
    json: parsed.json === true,
    color: parsed.color !== false,
    quiet: parsed.quiet === true,
    plain: parsed.plain === true,
    input: parsed.input !== false,
    dataDir: parsed.dataDir,
    decks: parsed.decks ?? [],
  });
}

async function unknownCommand(name: string): Promise<CoachError> {
  const { nearest } = await import("../language/spelling.ts");
  const near = nearest(name, Object.keys(commands));
  const advice = near === undefined ? "coach --help lists the commands." : `Did you mean "coach ${near}"? coach --help lists the commands.`;
  return new CoachError(`there is no command "${name}"`, { fault: "usage", advice });
}

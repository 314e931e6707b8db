// Room: bin. The launcher: answers --version and --help from text, otherwise runs the program with a code cache of its own.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { cachePlace, keepCompiled, readCompiled } from "./code-cache.ts";
import { openParts, openPlainly } from "./parts.ts";
import { write } from "./write.ts";

/** Set by the build: a hash of the program, package.json's version, and the commands with their subcommands. */
declare const BUILD_ID: string;
declare const VERSION: string;
declare const COMMANDS: readonly string[];

interface Launch {
  madeAnew(): void;
  settled(): void;
}

interface Program {
  run(args: readonly string[], build: string, launch: Launch): Promise<number>;
}

function isTooOld(node: string): boolean {
  const [major = 0, minor = 0] = node.split(".").map(Number);
  return major < 20 || (major === 20 && minor < 19) || major === 21 || (major === 22 && minor < 13) || major === 23;
}

/** The command of a command line, for a file's name: `quiz`, `decks-list`, `home` when none is named. */
function commandOf(args: readonly string[]): string {
  const [first = "", second = ""] = args.filter((arg) => /^[a-z]+$/.test(arg));
  const path = [`${first} ${second}`, first].find((name) => COMMANDS.indexOf(name) !== -1);
  return path === undefined ? "home" : path.replace(" ", "-");
}

interface Loaded {
  readonly program: Program;
  /** Keeps the compiled code for the next start of the same command. */
  readonly keep: () => void;
}

/** One cache for all commands held four times what any one needs, and reading it back was a third of a start. */
function loadProgram(args: readonly string[]): Loaded {
  const place = cachePlace(`${BUILD_ID}-${process.versions.v8}-${process.arch}-${commandOf(args)}`);
  const parts = openParts(__dirname, place && readCompiled(place));
  const keep = (): void => {
    if (place && parts.isMissingSome()) keepCompiled(place, parts.compiled());
  };
  return { program: parts.load("./main.cjs") as Program, keep };
}

/** For a stack trace that names lines of the source; nothing is cached. */
function loadPlainly(): Loaded {
  process.setSourceMapsEnabled(true);
  return { program: openPlainly(__dirname).load("./main.cjs") as Program, keep: () => undefined };
}

/** The program; undefined where its own files cannot be read, which is told. */
function load(args: readonly string[]): Loaded | undefined {
  try {
    return process.env["COACH_DEBUG"] === "1" ? loadPlainly() : loadProgram(args);
  } catch (fault) {
    // Anything else is a bug, and its trace is what helps.
    if (!(fault instanceof Error && "syscall" in fault)) throw fault;
    write(2, `coach: a file of the program cannot be read: ${fault.message}.\n  Try again; if it stays so, install coach anew.\n`);
    process.exitCode = 1;
    return undefined;
  }
}

/** Keeps the compiled code once, and not that of a run which had to make what later ones find ready. */
function launchThat(keep: () => void): Launch {
  let isDone = false;
  return {
    madeAnew: () => {
      isDone = true;
    },
    settled: () => {
      if (!isDone) keep();
      isDone = true;
    },
  };
}

function start(args: readonly string[]): void {
  const [only] = args.length === 1 ? args : [];
  if (isTooOld(process.versions.node)) {
    write(2, `coach: this is Node ${process.versions.node}; coach needs Node 20.19, 22.13, or 24 and newer.\n`);
    process.exitCode = 1;
  } else if (only === "--version" || only === "-V") write(1, `${VERSION}\n`);
  else if (only === "--help" || only === "-h" || only === "help") write(1, readFileSync(join(__dirname, "help.txt"), "utf8"));
  else {
    const loaded = load(args);
    if (!loaded) return;
    const launch = launchThat(loaded.keep);
    void loaded.program.run(args, BUILD_ID, launch).then((status) => {
      process.exitCode = status;
      launch.settled();
    });
  }
}

start(process.argv.slice(2));

// Room: cli. Where the launcher and the build come in: the real machine, and the arguments of the process.
import { resolve } from "node:path";
import type { Command } from "commander";
import { main } from "./main.ts";
import { createProgram } from "./program.ts";
import { type Launch, realWorld } from "./world.ts";

/** Runs the program; resolves with its exit status, unless its window was closed and it ends by that. `build` names the bundle. */
export async function run(args: readonly string[], build: string, launch: Launch): Promise<number> {
  // The bundle lies in dist/, one folder below the package.
  const status = await main(args, realWorld(resolve(import.meta.dirname, ".."), build, launch));
  if (process.listenerCount("SIGHUP") > 0) (await import("../terminal/signals.ts")).endHungUp();
  return status;
}

/** What `--help` prints; the build keeps it as text, so that help needs no program. */
export function helpText(): string {
  return createProgram(realWorld(""), () => undefined).helpInformation();
}

/** The commands and their subcommands as they are typed: `quiz`, `decks list`. The launcher keeps compiled code for each apart. */
export function commandPaths(): readonly string[] {
  return pathsBelow(
    createProgram(realWorld(""), () => undefined),
    "",
  );
}

function pathsBelow(command: Command, before: string): readonly string[] {
  return command.commands.flatMap((child) => {
    const path = `${before}${child.name()}`;
    return [path, ...pathsBelow(child, `${path} `)];
  });
}

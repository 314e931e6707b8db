// Room: cli. One command line in, an exit status out. Never exits, never throws what was foreseen.
import { CommanderError } from "commander";
import { statuses, tellError } from "./exit.ts";
import { createProgram } from "./program.ts";
import type { World } from "./world.ts";

/** Runs one command line (without `node` and the program's name) and gives its exit status. */
export async function main(args: readonly string[], world: World): Promise<number> {
  let status: number = statuses.done;
  const end = (ended: number): void => {
    status = ended;
  };
  const program = createProgram(world, end, args);
  try {
    await program.parseAsync(args, { from: "user" });
    return status;
  } catch (error) {
    // commander throws after it has printed help or its own complaint.
    if (error instanceof CommanderError) return error.exitCode === 0 ? statuses.done : statuses.usage;
    const told = tellError(error, world.env);
    // An error names files and folders, and their names are text of others.
    world.err.write((await import("../content/clean.ts")).clean(told.text));
    return told.status;
  }
}

// Room: cli. Where the launcher and the build come in: the real machine, and the arguments of the process.
import { resolve } from "node:path";
import { main } from "./main.ts";
import { createProgram } from "./program.ts";
import { realWorld } from "./world.ts";

/** Runs the program; resolves with its exit status. `build` names the bundle. */
export function run(args: readonly string[], build: string): Promise<number> {
  // The bundle lies in dist/, one folder below the package.
  return main(args, realWorld(resolve(import.meta.dirname, ".."), build));
}

/** What `--help` prints; the build keeps it as text, so that help needs no program. */
export function helpText(): string {
  return createProgram(realWorld(""), () => undefined).helpInformation();
}

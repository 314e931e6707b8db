// Room: cli. Where the launcher comes in: the real machine, and the arguments of the process.
import { resolve } from "node:path";
import { main } from "./main.ts";
import { realWorld } from "./world.ts";

/** Runs the program; resolves with its exit status. */
export function run(args: readonly string[]): Promise<number> {
  // The bundle lies in dist/, one folder below the package.
  return main(args, realWorld(resolve(import.meta.dirname, "..")));
}

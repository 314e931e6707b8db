// Room: cli. The loop that a command is about: the one it names, else the one of the settings.
import type { Library } from "../../domain/library.ts";
import type { Loop } from "../../domain/loop.ts";
import type { App } from "../app.ts";
import { findLoop } from "./loop-choice.ts";
import { roleOf, rolesIn } from "./roles.ts";
import { unknownName } from "./unknown.ts";

/** Undefined where none is named and the settings know none. Throws a CoachError for a name that means nothing. */
export async function loopWanted(app: App, library: Library, name: string | undefined): Promise<Loop | undefined> {
  if (name === undefined) return roleOf(await app.settings(), rolesIn(library))?.loop;
  const loop = findLoop(library.loops, name);
  if (loop) return loop;
  throw unknownName({
    what: "loop",
    name,
    among: library.loops.flatMap(({ id, company }) => [id, company.toLowerCase()]),
    list: "coach loops list shows all.",
  });
}

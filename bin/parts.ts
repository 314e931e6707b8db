// Room: bin. Loads the parts of the program as scripts with cached code, which starts several times as fast as `require`.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Script } from "node:vm";
import type { Compiled } from "./code-cache.ts";

/** The parts that were loaded so far. */
export interface Parts {
  /** What a part exports, by its file name: `./main.cjs`. */
  load(name: string): unknown;
  /** The code of every part that was loaded, and of those that were known. */
  compiled(): Compiled;
  /** True when a part was loaded whose code was not at hand, or was refused. */
  isMissingSome(): boolean;
}

interface Part {
  readonly script: Script;
  readonly module: { exports: unknown };
}

/** Parts that lie in a folder. `known`: their code from an earlier start. */
export function openParts(folder: string, known: Compiled): Parts {
  const parts = new Map<string, Part>();
  let isMissing = false;
  const load = (name: string): unknown => {
    if (!name.startsWith("./")) return require(name);
    const loaded = parts.get(name);
    if (loaded) return loaded.module.exports;
    const file = join(folder, name);
    const source = `(function (exports, require, module, __filename, __dirname) {${readFileSync(file, "latin1")}\n})`;
    const cachedData = known.get(name);
    const script = new Script(source, cachedData ? { filename: file, cachedData } : { filename: file });
    if (cachedData === undefined || script.cachedDataRejected === true) isMissing = true;
    const module: Part["module"] = { exports: {} };
    parts.set(name, { script, module });
    (script.runInThisContext() as (...args: unknown[]) => void)(module.exports, load, module, file, folder);
    return module.exports;
  };
  return {
    load,
    compiled: () => new Map([...known, ...[...parts].map(([name, { script }]) => [name, script.createCachedData()] as const)]),
    isMissingSome: () => isMissing,
  };
}

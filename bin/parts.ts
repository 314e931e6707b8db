// Room: bin. Loads the parts of the program; their files as scripts with cached code, which starts several times as fast as `require`.
import { readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { Script } from "node:vm";
import type { Compiled } from "./code-cache.ts";

/** The parts that were loaded so far. */
export interface Parts {
  /** What a part exports, by its name: `./main.cjs`. */
  load(name: string): unknown;
}

/** The same, and their code. */
export interface CachedParts extends Parts {
  /** The code of every file that was read, and of those that were known; and the parts that were run, now or then. */
  compiled(): Compiled;
  /** True when a part was run, or a file read, whose code was not at hand or was refused. */
  isMissingSome(): boolean;
}

interface Module {
  exports: unknown;
}

type Load = (name: string) => unknown;
/** What the build makes of a part; the names are those of any CommonJS file. */
type Part = (...given: readonly [exports: unknown, require: Load, module: Module, filename: string, dirname: string]) => void;
type Table = Readonly<Record<string, Part>>;

/** Set by the build: the parts that lie in a second file, since everyday commands do not run them. */
declare const RARE: readonly string[];

/** Hold all parts but the largest, which have a file each. */
const shared = { often: "./parts.cjs", rare: "./rare.cjs" };

/** Parts that lie in a folder, their files read by `tableOf`. `ran` is told of each part before it is run. */
function partsBy(folder: string, tableOf: (file: string) => Table, ran: (name: string) => void): Parts {
  const modules = new Map<string, Module>();
  const load: Load = (name) => {
    const known = modules.get(name);
    if (known) return known.exports;
    const isPart = name.startsWith("./");
    const module: Module = { exports: isPart ? {} : require(name) };
    modules.set(name, module);
    if (!isPart) return module.exports;
    const part = tableOf(shared.often)[name] || (tableOf(RARE.indexOf(name) === -1 ? name : shared.rare)[name] as Part);
    ran(name);
    part(module.exports, load, module, `${folder}${sep}${name.slice(2)}`, folder);
    return module.exports;
  };
  return { load };
}

/** Parts without a cache. Where a stack trace is wanted, plain `require` finds the source maps. */
export function openPlainly(folder: string): Parts {
  const tableOf = (file: string): Table => require(join(folder, file)) as Table;
  return partsBy(folder, tableOf, () => undefined);
}

interface Read {
  readonly script: Script;
  readonly table: Table;
}

/** Parts with their code from an earlier start, `known`. */
export function openParts(folder: string, known: Compiled | undefined): CachedParts {
  const files = new Map<string, Read>();
  const run = new Set<string>();
  let isMissing = false;
  const read = (name: string): Read => {
    const filename = join(folder, name);
    const cachedData = known?.code.get(name);
    const script = new Script(readFileSync(filename, "latin1"), cachedData ? { filename, cachedData } : { filename });
    if (cachedData === undefined || script.cachedDataRejected === true) isMissing = true;
    return { script, table: script.runInThisContext() as Table };
  };
  const tableOf = (name: string): Table => {
    const file = files.get(name) || read(name);
    files.set(name, file);
    return file.table;
  };
  const parts = partsBy(folder, tableOf, (name) => run.add(name));
  const ranBefore = new Set(known?.ran);
  const compiledNow = (): [string, Buffer][] => [...files].map(([name, { script }]) => [name, script.createCachedData()]);
  return {
    load: parts.load,
    compiled: () => ({ code: new Map([...(known?.code ?? []), ...compiledNow()]), ran: [...new Set([...ranBefore, ...run])] }),
    // What was run for the first time was compiled as it ran, and the file's code from then does not hold it.
    isMissingSome: () => isMissing || known === undefined || [...run].some((name) => !ranBefore.has(name)),
  };
}

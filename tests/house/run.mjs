// Room: tests. Runs a TypeScript script of the repository on any supported Node: `node tests/house/run.mjs tests/benchmarks/start-up.ts`.
import { mkdirSync, rmSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = resolve(import.meta.dirname, "../..");
const [entry, ...args] = process.argv.slice(2);
// Below node_modules/, so that the packages left outside the bundle are found.
const folder = join(root, "node_modules/.cache/interview-coach");
const outfile = join(folder, `${basename(entry, ".ts")}-${process.pid}.mjs`);
mkdirSync(folder, { recursive: true });
process.argv.splice(1, process.argv.length, outfile, ...args);
process.chdir(root);
try {
  await build({ entryPoints: [resolve(root, entry)], outfile, bundle: true, platform: "node", format: "esm", target: "node20", packages: "external", logLevel: "warning" });
  const { run } = await import(pathToFileURL(outfile).href);
  process.exitCode = await run(args);
} finally {
  rmSync(outfile, { force: true });
}

// Room: tests. `npm run fuzz [-- --minutes 60 --seed 1 --only deck --keep]`: tries every reader with new texts, led by which branches they reach.
import { mkdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { countBranches } from "./instrument.mjs";

const root = resolve(import.meta.dirname, "../..");
process.chdir(root);
// Below node_modules/, so that the packages left outside the bundle are found.
const folder = join(root, "node_modules/.cache/interview-coach");
const outfile = join(folder, `fuzz-${process.pid}.mjs`);
mkdirSync(folder, { recursive: true });
try {
  let branches = 0;
  await build({
    entryPoints: ["tests/fuzz/fuzz.ts"],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    logLevel: "warning",
    plugins: [countBranches((count) => (branches = count))],
  });
  globalThis.branchCounts = new Uint8Array(branches + 1);
  const { run } = await import(pathToFileURL(outfile).href);
  process.exitCode = await run(globalThis.branchCounts);
} finally {
  rmSync(outfile, { force: true });
}

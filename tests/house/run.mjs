// Room: tests. Runs a script that is written in TypeScript on any supported Node, which cannot all read types.
import { mkdirSync, rmSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = resolve(import.meta.dirname, "../..");

/** Bundles a file of the repository and calls its `run`; what that gives is the exit status. */
export async function runScript(entry) {
  // Below node_modules/, so that the packages left outside the bundle are found.
  const folder = join(root, "node_modules/.cache/interview-coach");
  const outfile = join(folder, `${basename(entry, ".ts")}-${process.pid}.mjs`);
  mkdirSync(folder, { recursive: true });
  process.chdir(root);
  try {
    await build({
      entryPoints: [join(root, entry)],
      outfile,
      bundle: true,
      platform: "node",
      format: "esm",
      target: "node20",
      packages: "external",
      logLevel: "warning",
    });
    const { run } = await import(pathToFileURL(outfile).href);
    process.exitCode = await run();
  } finally {
    rmSync(outfile, { force: true });
  }
}

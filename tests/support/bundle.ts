// Room: tests. Bundles a TypeScript entry, so that a test can run it as a program.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterAll } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "coach-bundle-"));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Bundles `tests/support/<name>.ts`; gives the path of a file that `node` can run. */
export async function bundleForTest(name: string): Promise<string> {
  const outfile = join(folder, `${name}.cjs`);
  const entry = fileURLToPath(new URL(`./${name}.ts`, import.meta.url));
  await build({ entryPoints: [entry], bundle: true, platform: "node", format: "cjs", outfile, logLevel: "error" });
  return outfile;
}

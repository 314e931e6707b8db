// Room: tests. What the package weighs: packed, and installed with all that it brings.
import { spawnSync } from "node:child_process";
import { lstatSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type Row, spreadOf } from "./spread.ts";

/** The rows of the report, in megabytes of bytes in files. Asks the registry only for what the package depends on, which is nothing. */
export function measureWeight(): Row[] {
  const folder = mkdtempSync(join(tmpdir(), "coach-weight-"));
  try {
    npm(resolve("."), ["pack", "--ignore-scripts", "--pack-destination", folder]);
    const [packed = ""] = readdirSync(folder);
    writeFileSync(join(folder, "package.json"), "{}\n");
    npm(folder, ["install", "--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund", join(folder, packed)]);
    return [rowOf("packed", bytesIn(join(folder, packed)), 1.5), rowOf("installed", bytesIn(join(folder, "node_modules")), 6)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function rowOf(name: string, bytes: number, aim: number): Row {
  return { name: `size ${name}, with the library`, unit: "MB", spread: spreadOf([bytes / 1e6]), aim };
}

/** Runs npm in a folder; throws with what it said when it fails. */
export function npm(cwd: string, args: readonly string[]): void {
  const ended = spawnSync("npm", [...args], { cwd, encoding: "utf8", shell: process.platform === "win32" });
  if (ended.status !== 0) throw new Error(`npm ${args.join(" ")} ended with ${ended.status}:\n${ended.stderr}`);
}

/** Bytes of all files below a path. */
export function bytesIn(path: string): number {
  const stat = lstatSync(path);
  return stat.isDirectory() ? readdirSync(path).reduce((sum, name) => sum + bytesIn(join(path, name)), 0) : stat.size;
}

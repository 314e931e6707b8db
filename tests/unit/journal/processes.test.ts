import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { buildSync } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openJournal } from "../../../src/journal/journal.ts";

let root: string;
let program: string;

beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), "coach-processes-"));
  program = path.join(root, "child.cjs");
  buildSync({ entryPoints: [path.join(import.meta.dirname, "child.ts")], bundle: true, platform: "node", format: "cjs", outfile: program });
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

interface Run {
  readonly child: ChildProcess;
  /** The ids that it said were kept. */
  readonly acknowledged: Promise<readonly string[]>;
}

function start(folder: string, name: string, count: number, length = 30): Run {
  const child = spawn(process.execPath, [program, folder, name, String(count), String(length)], { stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  child.stdout.on("data", (data: Buffer) => (said += data.toString("latin1")));
  const acknowledged = new Promise<readonly string[]>((resolve) => child.on("close", () => resolve(said.split("\n").slice(0, -1))));
  return { child, acknowledged };
}

async function keptIn(folder: string): Promise<ReadonlySet<string>> {
  return new Set((await openJournal(folder).read()).entries.map((entry) => entry.id));
}

describe("several processes at once", () => {
  test("ten with a hundred attempts each lose none", async () => {
    const folder = path.join(root, "ten");
    const runs = Array.from({ length: 10 }, (_, number) => start(folder, `p${number}`, 100));
    const acknowledged = (await Promise.all(runs.map((run) => run.acknowledged))).flat();
    const { entries, problems } = await openJournal(folder).read();
    expect(acknowledged).toHaveLength(1000);
    expect(new Set(entries.map((entry) => entry.id))).toEqual(new Set(acknowledged));
    expect(problems).toEqual([]);
    expect(readdirSync(folder).filter((name) => name.startsWith("device"))).toEqual(["device"]);
  });

  test("fifty killed in the middle of long records lose nothing that they acknowledged", async () => {
    const folder = path.join(root, "killed");
    const acknowledged: string[] = [];
    for (let round = 0; round < 25; round += 1) {
      const pair = [start(folder, `k${round}a`, 100_000, 20_000), start(folder, `k${round}b`, 100_000, 20_000)];
      for (const { child } of pair) child.stdout?.once("data", () => setTimeout(() => child.kill("SIGKILL"), round));
      acknowledged.push(...(await Promise.all(pair.map((run) => run.acknowledged))).flat());
    }
    const kept = await keptIn(folder);
    expect(acknowledged.length).toBeGreaterThanOrEqual(50);
    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
  });
});

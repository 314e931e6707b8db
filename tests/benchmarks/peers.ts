// Room: tests. Programs of the registry that ask people things in a terminal, measured as ours is. Fetched into a temporary folder, and only when asked for.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inPlace, type Place, timePainted, timeRun } from "./child.ts";
import { type Row, spreadOf } from "./spread.ts";
import { measureStarts, type Start } from "./start-up.ts";
import { bytesIn, npm } from "./weight.ts";

interface Peer {
  /** With its version, so that the rows stay comparable. */
  readonly spec: string;
  readonly program: string;
}

const peers: readonly Peer[] = [
  { spec: "learnyounode@4.2.2", program: "learnyounode" },
  { spec: "javascripting@2.7.4", program: "javascripting" },
];

/** The rows of the report: help, list and first screen of each, and what it weighs installed. */
export function measurePeers(): Promise<Row[]> {
  return inPlace(async (place) => {
    const rows: Row[] = [];
    for (const peer of peers) rows.push(...(await measurePeer(place, peer)));
    return rows;
  });
}

async function measurePeer(place: Place, { spec, program }: Peer): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "coach-peer-"));
  try {
    writeFileSync(join(folder, "package.json"), "{}\n");
    npm(folder, ["install", "--ignore-scripts", "--no-audit", "--no-fund", spec]);
    const modules = join(folder, "node_modules");
    const [, ...rows] = await measureStarts(place, startsOf(spec, join(modules, program, "bin", program)));
    return [...rows, { name: `${spec}: installed`, unit: "MB", spread: spreadOf([bytesIn(modules) / 1e6]), aim: undefined }];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function startsOf(spec: string, bin: string): readonly Start[] {
  const run = (name: string): Start => ({ name: `${spec}: ${name}`, aim: undefined, time: (place) => timeRun(place, [bin, name]) });
  const isPainted = (written: string): boolean => written.includes("Select an exercise");
  return [run("help"), run("list"), { name: `${spec}: first screen`, aim: undefined, time: (place) => timePainted(place, { args: [bin], isPainted }) }];
}

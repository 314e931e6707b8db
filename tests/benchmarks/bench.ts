// Room: tests. The benchmarks as one table.
import { measureBatch } from "./batch.ts";
import { measureKeys } from "./keys.ts";
import { measureMarking } from "./mark.ts";
import { measureParsing } from "./parse.ts";
import { measurePeers } from "./peers.ts";
import { measureRecording } from "./record.ts";
import { isKept, referenceStart, type Row, slownessOf, tellRows } from "./spread.ts";
import { measureSizes } from "./sizes.ts";
import { measureStartUp } from "./start-up.ts";
import { measureWeight } from "./weight.ts";

/** What is measured, in the order of the table. The peers are fetched from the registry, and so only with `--peers`. */
const measures: Readonly<Record<string, () => Row[] | Promise<Row[]>>> = {
  start: measureStartUp,
  keys: measureKeys,
  record: measureRecording,
  batch: measureBatch,
  parse: measureParsing,
  mark: measureMarking,
  weight: measureWeight,
  size: measureSizes,
  peers: measurePeers,
};

/** Prints the table, or the rows that the arguments name; 1 when an aim is missed. The machine should be doing nothing else. */
export async function run(): Promise<number> {
  const asked = process.argv.slice(2);
  const wanted = Object.keys(measures).filter((name) =>
    name === "peers" ? asked.includes("--peers") : asked.every((arg) => arg === "--peers") || asked.includes(name),
  );
  const rows: Row[] = [];
  for (const name of wanted) {
    process.stderr.write(`Measuring: ${name} ...\n`);
    rows.push(...((await measures[name]?.()) ?? []));
  }
  const slowness = slownessOf(rows);
  process.stdout.write(`Node ${process.versions.node}\n${tellRows(rows)}`);
  // Told, and not made up for: an aim is an aim on any machine.
  if (slowness > 1)
    process.stdout.write(`Bare node takes ${slowness.toFixed(2)} times as long here as where the aims in time were set (${referenceStart} ms).\n`);
  return rows.every(isKept) ? 0 : 1;
}

// Room: tests. The benchmarks as one table.
import { measureMarking } from "./mark.ts";
import { measureParsing } from "./parse.ts";
import { isKept, referenceStart, slownessOf, tellRows } from "./spread.ts";
import { measureStartUp } from "./start-up.ts";

/** Prints the table; 1 when an aim is missed. The machine should be doing nothing else. */
export async function run(): Promise<number> {
  const starts = await measureStartUp();
  const rows = [...starts, ...measureParsing(), ...(await measureMarking())];
  const slowness = slownessOf(starts);
  process.stdout.write(`Node ${process.versions.node}\n${tellRows(rows)}`);
  // Told, and not made up for: an aim is an aim on any machine.
  if (slowness > 1)
    process.stdout.write(`Bare node takes ${slowness.toFixed(2)} times as long here as where the aims in time were set (${referenceStart} ms).\n`);
  return rows.every(isKept) ? 0 : 1;
}

// Room: tests. The benchmarks as one table.
import { measureMarking } from "./mark.ts";
import { measureParsing } from "./parse.ts";
import { isKept, referenceStart, slownessOf, stretch, tellRows } from "./spread.ts";
import { measureStartUp } from "./start-up.ts";

/** Prints the table; 1 when an aim is missed. The machine should be doing nothing else. */
export async function run(): Promise<number> {
  const starts = await measureStartUp();
  const slowness = slownessOf(starts);
  const rows = [...starts, ...[...measureParsing(), ...(await measureMarking())].map((row) => stretch(row, slowness))];
  process.stdout.write(`Node ${process.versions.node}\n${tellRows(rows)}`);
  if (slowness > 1)
    process.stdout.write(
      `Aims in time hold where bare node starts in ${referenceStart} ms; this machine takes ${slowness.toFixed(2)} times as long, and so may they.\n`,
    );
  return rows.every(isKept) ? 0 : 1;
}

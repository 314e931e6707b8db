// Room: tests. The benchmarks as one table.
import { measureMarking } from "./mark.ts";
import { measureParsing } from "./parse.ts";
import { isKept, tellRows } from "./spread.ts";
import { measureStartUp } from "./start-up.ts";

/** Prints the table; 1 when an aim is missed. The machine should be doing nothing else. */
export async function run(): Promise<number> {
  const rows = [...(await measureStartUp()), ...measureParsing(), ...(await measureMarking())];
  process.stdout.write(`Node ${process.versions.node}\n${tellRows(rows)}`);
  return rows.every(isKept) ? 0 : 1;
}

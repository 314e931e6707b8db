// Room: tests. `npm run faults`: really provokes the faults of the catalogue, and tells which were not held.
import { runScript } from "../house/run.mjs";

await runScript("tests/faults/faults.ts");

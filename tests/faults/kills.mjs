// Room: tests. `npm run faults:kills -- --count 1000`: kills sessions at any moment, and looks what is there afterwards.
import { runScript } from "../house/run.mjs";

await runScript("tests/faults/kills.ts");

// Room: tests. `npm run bench:gate`: fails when a start is much slower than its aim.
import { runScript } from "../house/run.mjs";

await runScript("tests/benchmarks/gate.ts");

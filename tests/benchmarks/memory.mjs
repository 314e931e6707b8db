// Room: tests. `npm run bench:memory -- [PERSONS]`: a simulated month before an interview, planned and not (docs/scheduling.md).
import { runScript } from "../house/run.mjs";

await runScript("tests/benchmarks/memory/memory.ts");

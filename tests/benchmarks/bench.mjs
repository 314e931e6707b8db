// Room: tests. `npm run bench`: prints how fast the built coach starts and how fast decks are read.
import { runScript } from "../house/run.mjs";

await runScript("tests/benchmarks/bench.ts");

// Room: tests. `npm run bench:others`: gives the model answer to each question to every other one, and names those that score over a quarter.
import { runScript } from "../house/run.mjs";

await runScript("tests/benchmarks/others.ts");

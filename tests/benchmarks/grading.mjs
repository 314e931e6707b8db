// Room: tests. `npm run bench:grading [-- FOLDER]`: prints how well marks agree with people's, on sets of answers that people have marked.
import { runScript } from "../house/run.mjs";

await runScript("tests/benchmarks/grading/grading.ts");

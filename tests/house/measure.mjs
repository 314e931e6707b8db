// Room: tests. `npm run measure`: prints how long functions and files of src are.
import { runScript } from "./run.mjs";

await runScript("tests/house/measure.ts");

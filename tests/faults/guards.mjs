// Room: tests. `npm run faults:guards`: takes the guards of the program out, one after another, and looks whether the faults are seen then.
import { runScript } from "../house/run.mjs";

await runScript("tests/faults/guards.ts");

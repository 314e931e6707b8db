// Room: tests. `npm run faults:calls`: lets each file call of drill, export and data backup fail in turn, by strace.
import { runScript } from "../house/run.mjs";

await runScript("tests/faults/calls.ts");

// Room: tests. `npm run word-order`: makes src/language/word-order-table.ts anew from the decks and documents of this repository.
import { runScript } from "./run.mjs";

await runScript("tests/house/word-order.ts");

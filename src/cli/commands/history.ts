// Room: cli. `coach history`.
import type { Command } from "commander";
import type { Wiring } from "../wiring.ts";
import type { HistoryOptions } from "../runs/history.ts";
import { day, kindList, wholeNumber } from "../values.ts";

export function addHistory(program: Command, wiring: Wiring): void {
  program
    .command("history")
    .description("Your attempts, newest first; or one of them with its answer and marks.")
    .argument("[attempt]", "the number in the list, or the id, of an attempt to show whole")
    .option("-n, --limit <number>", "how many (20 if left out)", wholeNumber("--limit", { least: 1, most: 1_000_000 }))
    .option("--company <name>", "only this company")
    .option("--kind <kinds>", "only these kinds, split by commas", kindList)
    .option("--since <day>", "only from this day on", day("--since"))
    .option("--search <words>", "only attempts that hold these words: in the answer, in the question or its id")
    .action(async (attempt: string | undefined, options: HistoryOptions, self: Command) => {
      const { showHistory } = await import("../runs/history.ts");
      await showHistory(await wiring.app(self), { ...options, attempt });
    });
}

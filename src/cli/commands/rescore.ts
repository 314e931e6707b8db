// Room: cli. `coach rescore`.
import type { Command } from "commander";
import type { Wiring } from "../wiring.ts";
import type { RescoreOptions } from "../runs/rescore.ts";
import { day, wholeNumber } from "../values.ts";

export function addRescore(program: Command, wiring: Wiring): void {
  program
    .command("rescore")
    .description("Marks earlier answers again by the present rules and shows what moves; changes nothing without --apply.")
    .argument("[what]", "only a company, a deck, a competency or a question")
    .option("--since <day>", "only from this day on", day("--since"))
    .option("--apply", "keep the new marks; the old ones stay in the journal, and your own ticks stand")
    .option("-n, --limit <number>", "how many moves to show (20 if left out), the largest first", wholeNumber("--limit", { least: 1, most: 10_000 }))
    .action(async (what: string | undefined, options: RescoreOptions, self: Command) => {
      const { rescore } = await import("../runs/rescore.ts");
      await rescore(await wiring.app(self), { ...options, what });
    });
}

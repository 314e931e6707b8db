// Room: cli. `coach stats`.
import type { Command } from "commander";
import type { Wiring } from "../wiring.ts";
import type { StatsOptions } from "../runs/stats.ts";
import { day } from "../values.ts";

export function addStats(program: Command, wiring: Wiring): void {
  program
    .command("stats")
    .description(
      "Your practice in numbers: how much, how well by competency, how far to trust your own view of an answer, and how often you agree with the marks.",
    )
    .option("--company <name>", "only this company")
    .option("--since <day>", "only from this day on", day("--since"))
    .action(async (options: StatsOptions, self: Command) => {
      const { showStats } = await import("../runs/stats.ts");
      await showStats(await wiring.app(self), options);
    });
}

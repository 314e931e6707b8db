// Room: cli. `coach plan`: declared here, held in runs/plan.ts.
import type { Command } from "commander";
import type { PlanOptions } from "../runs/plan.ts";
import { day, wholeNumber } from "../values.ts";
import type { Wiring } from "../wiring.ts";

export function addPlan(program: Command, wiring: Wiring): void {
  program
    .command("plan")
    .description(
      "Day by day to the interview: what is new, what is due, mocks, rest; what you may expect on the day, and what has to give. Made anew from your answers each time.",
    )
    .option("--date <day>", "the interview date (the setting interview-date if left out)", day("--date"))
    .option("--company <name>", "the company (the one of your settings if left out)")
    .option("--role <name>", "the role, where the company has several")
    .option(
      "--minutes-per-day <number>",
      "minutes an evening (the setting minutes-per-evening if left out)",
      wholeNumber("--minutes-per-day", { least: 5, most: 240 }),
    )
    .option("--readiness", "how ready you are instead: by round, signal and competency, each with its reason")
    .action(async (options: PlanOptions, self: Command) => {
      const { showPlan } = await import("../runs/plan.ts");
      await showPlan(await wiring.app(self), options);
    });
}

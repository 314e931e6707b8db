// Room: cli. `coach facts <company>`.
import type { Command } from "commander";
import type { Wiring } from "../wiring.ts";

export function addFacts(program: Command, wiring: Wiring): void {
  program
    .command("facts")
    .description("What is reported about a company's interviews, by whom and when, and what conflicts with it.")
    .argument("<company>", "a company of the library, such as walmart or jd")
    .action(async (company: string, _options: unknown, self: Command) => {
      const { showFacts } = await import("../runs/facts.ts");
      await showFacts(await wiring.app(self), company);
    });
}

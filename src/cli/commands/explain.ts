// Room: cli. `coach explain`.
import type { Command } from "commander";
import type { Wiring } from "../wiring.ts";

export function addExplain(program: Command, wiring: Wiring): void {
  program
    .command("explain")
    .description("Every rule and word behind a mark, what the next level needs, and how the score came about.")
    .argument("[attempt]", "its number in `coach history`, its id or the beginning of its id; the last one if left out")
    .action(async (attempt: string | undefined, _options: unknown, self: Command) => {
      const { explain } = await import("../runs/explain.ts");
      await explain(await wiring.app(self), attempt);
    });
}

// Room: cli. `coach loops list` and `show`.
import type { Command } from "commander";
import type { Wiring } from "../wiring.ts";

export function addLoops(program: Command, wiring: Wiring): void {
  const loops = program.command("loops").description("Interview loops: rounds, minutes, people, signals, pay, timeline.");
  loops
    .command("list")
    .description("All loops.")
    .action(async (_options: unknown, self: Command) => {
      const { listLoops } = await import("../runs/loops.ts");
      await listLoops(await wiring.app(self));
    });
  loops
    .command("show")
    .description("One loop, drawn and told, with how far each fact can be trusted.")
    .argument("<loop>", "its id, such as walmart/ai-pm")
    .action(async (name: string, _options: unknown, self: Command) => {
      const { showLoop } = await import("../runs/loops.ts");
      await showLoop(await wiring.app(self), name);
    });
}

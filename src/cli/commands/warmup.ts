// Room: cli. `coach warmup`: declared here, held in runs/warmup.ts.
import type { Command } from "commander";
import type { Wiring } from "../wiring.ts";

export function addWarmup(program: Command, wiring: Wiring): void {
  program
    .command("warmup")
    .description(
      "Ten minutes before the interview: your three best stories, what they look for, figures to have at hand, two quick wins. Nothing new, nothing hard.",
    )
    .argument("[loop]", "the loop, by its id or company (the one of your settings if left out)")
    .action(async (loop: string | undefined, _options: unknown, self: Command) => {
      const { showWarmup } = await import("../runs/warmup.ts");
      await showWarmup(await wiring.app(self), loop);
    });
}

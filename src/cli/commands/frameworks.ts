// Room: cli. `coach frameworks list` and `show`.
import type { Command } from "commander";
import type { Wiring } from "../wiring.ts";

export function addFrameworks(program: Command, wiring: Wiring): void {
  const frameworks = program.command("frameworks").description("Frameworks: the shapes of good answers, drawn.");
  frameworks
    .command("list")
    .description("All frameworks.")
    .action(async (_options: unknown, self: Command) => {
      const { listFrameworks } = await import("../runs/frameworks.ts");
      await listFrameworks(await wiring.app(self));
    });
  frameworks
    .command("show")
    .description("One framework: its figure, its parts, when to use it, a weak and a strong example.")
    .argument("<framework>", "its id, as `coach frameworks list` shows it")
    .action(async (name: string, _options: unknown, self: Command) => {
      const { showFramework } = await import("../runs/frameworks.ts");
      await showFramework(await wiring.app(self), name);
    });
}

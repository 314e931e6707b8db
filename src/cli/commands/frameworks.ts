// Room: cli. `coach frameworks list`, `show` and `practice`.
import type { Command } from "commander";
import type { SessionOptions } from "../runs/practise.ts";
import type { Wiring } from "../wiring.ts";
import { sessionOptions } from "./practice-options.ts";

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
  sessionOptions(frameworks.command("practice"), "the same seed draws the same prompt")
    .description("One framework in three steps: recall its parts, put them in order, apply it to a problem against the clock.")
    .argument("<framework>", "its id, as `coach frameworks list` shows it")
    .action(async (name: string, options: SessionOptions, self: Command) => {
      const { practiseFramework } = await import("../runs/framework-practice.ts");
      wiring.end(await practiseFramework(await wiring.app(self), { ...options, name }));
    });
}

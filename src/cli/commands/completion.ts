// Room: cli. `coach completion`, and the hidden command that the scripts call.
import type { Command } from "commander";
import type { Wiring } from "../wiring.ts";

export function addCompletion(program: Command, wiring: Wiring): void {
  program
    .command("completion")
    .description("Prints a completion script for your shell.")
    .argument("<shell>", "bash, zsh or fish")
    .action(async (shell: string, _options: unknown, self: Command) => {
      const { printScript } = await import("../runs/completion.ts");
      printScript(await wiring.app(self), shell);
    });
  program
    .command("__complete", { hidden: true })
    .argument("[words...]")
    .allowUnknownOption()
    .action(async (words: string[], _options: unknown, self: Command) => {
      const { complete } = await import("../runs/completion.ts");
      await complete(await wiring.app(self), { program, words });
    });
}

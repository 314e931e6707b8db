// Room: cli. `coach config`.
import type { Command } from "commander";
import type { Wiring } from "../wiring.ts";

export function addConfig(program: Command, wiring: Wiring): void {
  const run = () => import("../runs/config.ts");
  const config = program
    .command("config")
    .description("Settings: who you prepare for, the date, how the clock behaves. Alone it lists them all, with where each comes from.")
    .action(async (_options: unknown, self: Command) => (await run()).listSettings(await wiring.app(self)));
  config
    .command("get")
    .description("One setting.")
    .argument("<key>")
    .action(async (key: string, _options: unknown, self: Command) => (await run()).getSetting(await wiring.app(self), key));
  config
    .command("set")
    .description("Changes a setting.")
    .argument("<key>")
    .argument("<value>")
    .action(async (key: string, value: string, _options: unknown, self: Command) => (await run()).setSetting(await wiring.app(self), { key, value }));
  config
    .command("unset")
    .description("Puts a setting back to its default.")
    .argument("<key>")
    .action(async (key: string, _options: unknown, self: Command) => (await run()).setSetting(await wiring.app(self), { key, value: undefined }));
  config
    .command("path")
    .description("Where the settings are.")
    .action(async (_options: unknown, self: Command) => (await run()).showPath(await wiring.app(self)));
  config
    .command("edit")
    .description("Opens the settings in $VISUAL or $EDITOR.")
    .action(async (_options: unknown, self: Command) => (await run()).editSettings(await wiring.app(self)));
}

// Room: cli. `coach decks list`, `show` and `lint`.
import type { Command } from "commander";
import type { Wiring } from "../wiring.ts";

export function addDecks(program: Command, wiring: Wiring): void {
  const decks = program.command("decks").description("The library of questions, and yours.");
  decks
    .command("list")
    .description("All decks, or those of one company or folder.")
    .argument("[what]", "a company or a folder of decks")
    .action(async (what: string | undefined, _options: unknown, self: Command) => {
      const { listDecks } = await import("../runs/decks.ts");
      await listDecks(await wiring.app(self), what);
    });
  decks
    .command("show")
    .description("One deck: its questions with their ids, kinds and minutes.")
    .argument("<deck>", "its id, as `coach decks list` shows it")
    .action(async (name: string, _options: unknown, self: Command) => {
      const { showDeck } = await import("../runs/decks.ts");
      await showDeck(await wiring.app(self), name);
    });
  decks
    .command("lint")
    .description("Checks decks, loops and frameworks; says file:line:column, what is wrong and how to mend it. Exit status 3 when there is a complaint.")
    .argument("[path]", "a deck or a folder of yours; the shipped library if left out")
    .option("--lock", "note all ids in ids.lock, so that none changes unseen")
    .action(async (path: string | undefined, options: { readonly lock?: boolean }, self: Command) => {
      const { lintDecks } = await import("../runs/lint.ts");
      wiring.end(await lintDecks(await wiring.app(self), { path, lock: options.lock === true }));
    });
}

// Room: cli. `coach data`.
import type { Command } from "commander";
import type { Wiring } from "../wiring.ts";

export function addData(program: Command, wiring: Wiring): void {
  const data = program.command("data").description("Your answers as files: where they are, whether all are whole, backups, two machines.");
  addLooking(data, wiring);
  addKeeping(data, wiring);
}

const runs = () => import("../runs/data.ts");

function addLooking(data: Command, wiring: Wiring): void {
  data
    .command("path")
    .description("Where your answers are.")
    .action(async (_options: unknown, self: Command) => (await runs()).showDataPath(await wiring.app(self)));
  data
    .command("verify")
    .description("Looks every record through: check sums, torn ends, what is missing, double or odd. Changes nothing; exits 3 when something is wrong.")
    .action(async (_options: unknown, self: Command) => wiring.end(await (await runs()).verifyData(await wiring.app(self))));
  data
    .command("repair")
    .description("Moves damaged lines into set-aside/ beside the journal, so that they are not told of any more. Deletes nothing.")
    .action(async (_options: unknown, self: Command) => (await runs()).repairData(await wiring.app(self)));
}

function addKeeping(data: Command, wiring: Wiring): void {
  data
    .command("backup")
    .description("All that you wrote in one file, checked. One is made by itself each day that you practise; the last ten are kept in backups/.")
    .option("-o, --output <file>", "where to; coach-DATE.json.gz in this folder if left out")
    .option("--force", "write over a file that is there")
    .action(async (options: { readonly output?: string; readonly force?: boolean }, self: Command) =>
      (await runs()).backUpData(await wiring.app(self), options),
    );
  data
    .command("restore")
    .description("Brings back what a backup holds. Nothing that is here is taken away: each record counts once.")
    .argument("<file>", "a backup")
    .action(async (file: string, _options: unknown, self: Command) => (await runs()).restoreData(await wiring.app(self), file));
  data
    .command("merge")
    .description("Brings in another machine's history: its data folder, its journal files, or a backup. In any order, as often as you like.")
    .argument("<from...>", "folders and files")
    .action(async (from: readonly string[], _options: unknown, self: Command) => (await runs()).mergeData(await wiring.app(self), from));
}

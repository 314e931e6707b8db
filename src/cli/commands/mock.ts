// Room: cli. `coach mock`: declared here, held in runs/mock.ts.
import type { Command } from "commander";
import type { MockOptions } from "../runs/mock-call.ts";
import { decimal, wholeNumber } from "../values.ts";
import type { Wiring } from "../wiring.ts";

export function addMock(program: Command, wiring: Wiring): void {
  program
    .command("mock")
    .description("A whole interview loop, round by round, with its people pressing; a committee's scorecard at the end.")
    .argument("[loop]", "its id, such as walmart/ai-pm; the one that you left or prepare for if left out")
    .option("--round <number>", "only this round", wholeNumber("--round", { least: 1, most: 50 }))
    .option("--pace <number>", "all minutes are multiplied by it: 0.25 is a quarter of the time", decimal("--pace", { least: 0.01, most: 4 }))
    .option("--resume", "go on with the mock that you left")
    .option("--new", "begin a new one, whatever you left")
    .option("--seed <number>", "the same seed chooses the same questions and numbers", wholeNumber("--seed", { least: 0, most: 4_294_967_295 }))
    .option("--no-timer", "no clock; the time taken is still kept")
    .option("--answers <file>", "take the answers from a YAML or JSON file (- for standard input) instead of asking")
    .option("-o, --output <file>", "write the debrief to this file, as markdown")
    .option("--force", "write over a file that is there")
    .action(async (what: string | undefined, options: MockOptions, self: Command) => {
      const { runMock } = await import("../runs/mock.ts");
      wiring.end(await runMock(await wiring.app(self), { ...options, what }));
    });
}

// Room: cli. `coach mock`: declared here, held in runs/mock.ts.
import type { Command } from "commander";
import type { MockOptions } from "../runs/mock-call.ts";
import { decimal } from "../values.ts";
import type { Wiring } from "../wiring.ts";
import { answersOption, clockOption, outputOptions, roundOption, seedOption } from "./practice-options.ts";

export function addMock(program: Command, wiring: Wiring): void {
  const mock = program
    .command("mock")
    .description("A whole interview loop, round by round, with its people pressing; a committee's scorecard at the end.")
    .argument("[loop]", "its id, such as walmart/ai-pm; the one that you left or prepare for if left out");
  roundOption(mock, "only this round")
    .option("--pace <number>", "all minutes are multiplied by it: 0.25 is a quarter of the time", decimal("--pace", { least: 0.01, most: 4 }))
    .option("--resume", "go on with the mock that you left")
    .option("--new", "begin a new one, whatever you left");
  seedOption(mock, "the same seed chooses the same questions and numbers");
  outputOptions(answersOption(clockOption(mock)), "write the debrief to this file, as markdown").action(
    async (what: string | undefined, options: MockOptions, self: Command) => {
      const { runMock } = await import("../runs/mock.ts");
      wiring.end(await runMock(await wiring.app(self), { ...options, what }));
    },
  );
}

// Room: cli. `coach debrief` and what lies below it: declared here, held in runs/debrief*.ts.
import type { Command } from "commander";
import type { DebriefOptions } from "../runs/debrief.ts";
import { wholeNumber } from "../values.ts";
import type { Wiring } from "../wiring.ts";

const place = (name: string): ((text: string) => number) => wholeNumber(name, { least: 1, most: 100_000 });

export function addDebrief(program: Command, wiring: Wiring): void {
  const debrief = program
    .command("debrief")
    .description(
      "Three minutes after a real round: what you were asked, the story you told, how it felt, how it ended. What nobody had foreseen becomes a question of your own deck.",
    )
    .argument("[loop]", "the loop, by its id or company (the one of your settings if left out)")
    .option("--answers <file>", "what you would answer, from a file or - (docs/answers.md)")
    .action(async (loop: string | undefined, options: DebriefOptions, self: Command) => {
      const { runDebrief } = await import("../runs/debrief.ts");
      wiring.end(await runDebrief(await wiring.app(self), { ...options, loop }));
    });
  debrief
    .command("list")
    .description("Your real rounds, and whether your scores before them told how they would end.")
    .action(async (_options: unknown, self: Command) => {
      const { listDebriefs } = await import("../runs/debrief-list.ts");
      await listDebriefs(await wiring.app(self));
    });
  debrief
    .command("show")
    .description("One real round: what was asked, what was foreseen, the stories told.")
    .argument("[number]", "its number in `coach debrief list`; the latest if left out", place("number"))
    .action(async (number: number | undefined, _options: unknown, self: Command) => {
      const { showDebrief } = await import("../runs/debrief-list.ts");
      await showDebrief(await wiring.app(self), number);
    });
  debrief
    .command("heard")
    .description("What you heard of a round later.")
    .argument("<number>", "its number in `coach debrief list`", place("number"))
    .argument("<outcome>", "through, not or waiting")
    .action(async (number: number, outcome: string, _options: unknown, self: Command) => {
      const { hearDebrief } = await import("../runs/debrief-list.ts");
      await hearDebrief(await wiring.app(self), { number, outcome });
    });
}

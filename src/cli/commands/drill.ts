// Room: cli. `coach drill`: declared here, held in runs/practise.ts.
import { type Command, Option } from "commander";
import type { Wiring } from "../wiring.ts";
import type { PractiseOptions } from "../runs/practise.ts";
import { memoryOptions, practiceOptions } from "./practice-options.ts";

export function addDrill(program: Command, wiring: Wiring): void {
  const command = program
    .command("drill")
    .description("Hard questions with the clock running, long and quick ones in turn.")
    .argument("[what]", "a company, a loop, a deck, a round, a competency or a question");
  memoryOptions(practiceOptions(command, { count: 5 }))
    .option("--topic <name>", "only questions of this topic or competency")
    .option("--round <id>", "only questions of this round")
    .addOption(
      new Option("--planned", "what your plan lists for tonight, in its order; with --due only what comes again, with --new only what is new").conflicts([
        "count",
        "minutes",
        "kind",
        "weak",
        "topic",
        "round",
      ]),
    )
    .action(async (what: string | undefined, options: PractiseOptions, self: Command) => {
      const { afterDraft } = await import("../runs/draft-offer.ts");
      const { practise } = await import("../runs/practise.ts");
      const app = await wiring.app(self);
      wiring.end(await afterDraft(app, options, () => practise(app, { ...options, session: "drill", what })));
    });
}

// Room: cli. `coach drill`: declared here, held in runs/practise.ts.
import { type Command, Option } from "commander";
import type { App } from "../app.ts";
import type { PractiseOptions } from "../runs/practise.ts";
import type { Wiring } from "../wiring.ts";
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
    .action(async (what: string | undefined, options: DrillOptions, self: Command) => {
      const { afterDraft } = await import("../runs/draft-offer.ts");
      const app = await wiring.app(self);
      wiring.end(await afterDraft(app, options, () => hold(app, options, what)));
    });
}

interface DrillOptions extends PractiseOptions {
  /** What tonight's plan lists, and nothing else. */
  readonly planned?: boolean;
}

async function hold(app: App, { planned, ...options }: DrillOptions, what: string | undefined): Promise<number> {
  if (planned === true) return (await import("../runs/planned.ts")).practisePlanned(app, { ...options, what });
  return (await import("../runs/practise.ts")).practise(app, { ...options, session: "drill", what });
}

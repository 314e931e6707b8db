// Room: cli. `coach quiz <company>`: declared here, held in runs/practise.ts.
import type { Command } from "commander";
import type { Wiring } from "../wiring.ts";
import type { PractiseOptions } from "../runs/practise.ts";
import { memoryOptions, practiceOptions } from "./practice-options.ts";

export function addQuiz(program: Command, wiring: Wiring): void {
  const command = program
    .command("quiz")
    .description("Quick questions about one company, marked at once.")
    .argument("<company>", "a company of the library, such as walmart or jd");
  memoryOptions(practiceOptions(command, { count: 10 })).action(async (what: string, options: PractiseOptions, self: Command) => {
    const { afterDraft } = await import("../runs/draft-offer.ts");
    const { practise } = await import("../runs/practise.ts");
    const app = await wiring.app(self);
    wiring.end(await afterDraft(app, options, () => practise(app, { ...options, session: "quiz", what })));
  });
}

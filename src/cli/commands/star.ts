// Room: cli. `coach star` with the story bank below it: declared here, held in runs/star.ts.
import type { Command } from "commander";
import type { Wiring } from "../wiring.ts";
import type { StarOptions } from "../runs/star.ts";
import { sessionOptions } from "./practice-options.ts";
import { addStoryBank } from "./story-bank.ts";

export function addStar(program: Command, wiring: Wiring): void {
  const star = sessionOptions(program.command("star"), "the same seed chooses the same question")
    .description("One STAR prompt in four timed parts; what you tell is kept in your story bank.")
    .argument("[question]", "a STAR question, a competency or a company; one is chosen if left out")
    .action(async (what: string | undefined, options: StarOptions, self: Command) => {
      const { tellStar } = await import("../runs/star.ts");
      wiring.end(await tellStar(await wiring.app(self), { ...options, what }));
    });
  addStoryBank(star, wiring);
}

// Room: cli. `coach star` with the story bank below it: declared here, held in runs/star.ts.
import type { Command } from "commander";
import type { Wiring } from "../wiring.ts";
import type { RetrieveOptions } from "../runs/retrieve.ts";
import type { StarOptions } from "../runs/star.ts";
import type { TellOptions } from "../runs/tell.ts";
import { briefLength, mostQuestions, wholeNumber } from "../values.ts";
import { memoryOptions, sessionOptions } from "./practice-options.ts";
import { addStoryBank } from "./story-bank.ts";

export function addStar(program: Command, wiring: Wiring): void {
  const star = memoryOptions(sessionOptions(program.command("star"), "the same seed chooses the same question"))
    .description("One STAR prompt in four timed parts; what you tell is kept in your story bank.")
    .argument("[question]", "a STAR question, a competency or a company; one is chosen if left out")
    .action(async (what: string | undefined, options: StarOptions, self: Command) => {
      const { afterDraft } = await import("../runs/draft-offer.ts");
      const { tellStar } = await import("../runs/star.ts");
      const app = await wiring.app(self);
      wiring.end(await afterDraft(app, options, () => tellStar(app, { ...options, what })));
    });
  addTell(star, wiring);
  addRecall(star, wiring);
  addStoryBank(star, wiring);
}

function addTell(star: Command, wiring: Wiring): void {
  star
    .command("tell")
    .description(
      "A kept story told again in 30, 60 or 120 seconds aloud, with a budget of words; kept as a version of it. Options of `coach star` hold here too.",
    )
    .argument("<story>", "its number in `coach star list`, the beginning of a word of its title, or its id")
    .option("--seconds <number>", "30, 60 or 120 (60 if left out)", briefLength)
    .option("--to <question>", "another STAR question than it was told to last")
    .action(async (name: string, _options: unknown, self: Command) => {
      const { tellStory } = await import("../runs/tell.ts");
      wiring.end(await tellStory(await wiring.app(self), { ...self.optsWithGlobals<TellOptions>(), name }));
    });
}

function addRecall(star: Command, wiring: Wiring): void {
  star
    .command("recall")
    .description("Ten seconds for each prompt to name the story that answers it: by its number, or a few letters of its title.")
    .option("-n, --count <number>", "how many prompts (8 if left out)", wholeNumber("--count", { least: 1, most: mostQuestions }))
    .action(async (_options: unknown, self: Command) => {
      const { retrieveStories } = await import("../runs/retrieve.ts");
      wiring.end(await retrieveStories(await wiring.app(self), self.optsWithGlobals<RetrieveOptions>()));
    });
}

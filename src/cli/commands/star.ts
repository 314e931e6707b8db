// Room: cli. `coach star` and the story bank: declared here, held in runs/star.ts.
import type { Command } from "commander";
import type { Wiring } from "../wiring.ts";
import type { StarOptions } from "../runs/star.ts";
import { wholeNumber } from "../values.ts";
import { sessionOptions } from "./practice-options.ts";

export function addStar(program: Command, wiring: Wiring): void {
  const star = sessionOptions(program.command("star"), "the same seed chooses the same question")
    .description("One STAR prompt in four timed parts; what you tell is kept in your story bank.")
    .argument("[question]", "a STAR question, a competency or a company; one is chosen if left out")
    .action(async (what: string | undefined, options: StarOptions, self: Command) => {
      const { tellStar } = await import("../runs/star.ts");
      wiring.end(await tellStar(await wiring.app(self), { ...options, what }));
    });
  star
    .command("list")
    .description("Your stories, each with its number.")
    .action(async (_options: unknown, self: Command) => {
      const { listStories } = await import("../runs/stories.ts");
      await listStories(await wiring.app(self));
    });
  star
    .command("show")
    .description("One story: its versions with what changed, and one of them whole.")
    .argument("<story>", "its number in `coach star list`, the beginning of a word of its title, or its id")
    .argument("[version]", "which telling; the newest if left out", wholeNumber("version", { least: 1, most: 10_000 }))
    .action(async (name: string, version: number | undefined, _options: unknown, self: Command) => {
      const { showStory } = await import("../runs/stories.ts");
      await showStory(await wiring.app(self), { name, version });
    });
  star
    .command("tag")
    .description("Says what a story shows, beside the competencies of the questions that it was told to.")
    .argument("<story>", "as for show")
    .argument("<competency...>", "ids or names, as `coach star map` shows them")
    .option("--remove", "it does not show them")
    .action(async (name: string, competencies: readonly string[], options: { readonly remove?: boolean }, self: Command) => {
      const { tagStory } = await import("../runs/story-tag.ts");
      await tagStory(await wiring.app(self), { name, competencies, ...options });
    });
}

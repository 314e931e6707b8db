// Room: cli. The commands of the story bank, below `coach star`.
import type { Command } from "commander";
import type { StoryMapOptions } from "../runs/story-map.ts";
import { wholeNumber } from "../values.ts";
import type { Wiring } from "../wiring.ts";

/** Adds them to `coach star`. */
export function addStoryBank(star: Command, wiring: Wiring): void {
  addReading(star, wiring);
  addChanging(star, wiring);
  addMapping(star, wiring);
}

function addReading(star: Command, wiring: Wiring): void {
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
}

function addChanging(star: Command, wiring: Wiring): void {
  star
    .command("edit")
    .description("Opens a story in your editor (VISUAL, EDITOR): title and four parts. What you change is kept as a new version.")
    .argument("<story>", "as for show")
    .action(async (name: string, _options: unknown, self: Command) => {
      const { editStory } = await import("../runs/story-edit.ts");
      await editStory(await wiring.app(self), name);
    });
  star
    .command("split")
    .description("Makes a telling that was joined to the wrong story a story of its own.")
    .argument("<story>", "as for show")
    .argument("<version>", "which telling, by its number in `coach star show`", wholeNumber("version", { least: 1, most: 10_000 }))
    .action(async (name: string, version: number, _options: unknown, self: Command) => {
      const { splitStory } = await import("../runs/story-split.ts");
      await splitStory(await wiring.app(self), { name, version });
    });
  star
    .command("remove")
    .description("Takes a story out of your bank, after asking. Your answers stay in the history, and other stories keep their numbers.")
    .argument("<story>", "as for show")
    .option("--yes", "do not ask")
    .action(async (name: string, options: { readonly yes?: boolean }, self: Command) => {
      const { removeStory } = await import("../runs/story-remove.ts");
      wiring.end(await removeStory(await wiring.app(self), { ...options, name }));
    });
}

function addMapping(star: Command, wiring: Wiring): void {
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
  star
    .command("map")
    .description("What your stories cover of what a loop asks: competencies, gaps, and the best story for each likely question.")
    .option("--company <name>", "the company whose loop it is for")
    .option("--role <name>", "the role, where the company has several loops")
    .option("--uses <number>", "how many questions one story may answer (2 if left out)", wholeNumber("--uses", { least: 1, most: 20 }))
    .action(async (options: StoryMapOptions, self: Command) => {
      const { showStoryMap } = await import("../runs/story-map.ts");
      await showStoryMap(await wiring.app(self), options);
    });
}

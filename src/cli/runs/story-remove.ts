// Room: cli. `coach star remove`: a story goes out of the bank; what was told stays in the journal.
import { rmSync } from "node:fs";
import type { StoryRemoval } from "../../domain/attempt.ts";
import { CoachError } from "../../domain/errors.ts";
import type { BankStory } from "../../domain/story.ts";
import type { App } from "../app.ts";
import { statuses } from "../exit.ts";
import { bankIn, storyNamed } from "./stories.ts";
import { draftOf } from "./story-edit.ts";

/** Asks, unless `yes`, and takes the story out. Resolves with the exit status. */
export async function removeStory(app: App, request: { readonly name: string; readonly yes?: boolean }): Promise<number> {
  const story = storyNamed(await bankIn(app), request.name);
  const answer = request.yes === true ? "remove" : await ask(app, story);
  if (answer === "left") return statuses.interrupted;
  const isRemoved = answer === "remove";
  if (isRemoved) {
    const clock = app.clock();
    const removal: StoryRemoval = { type: "removal", id: clock.newId(), at: clock.now(), story: story.id };
    await (await app.journal()).append(removal);
    rmSync(draftOf(app, story), { force: true });
  }
  const { id, number, title } = story;
  await app.show({
    text: () => (isRemoved ? `Story ${number} is out of your bank: ${title}\nYour answers stay in coach history.\n` : `Story ${number} stays.\n`),
    json: () => ({ story: id, number, removed: isRemoved }),
  });
  return statuses.done;
}

async function ask(app: App, { number, title, versions }: BankStory): Promise<"remove" | "keep" | "left"> {
  if (!app.canAsk())
    throw new CoachError("before a story is removed you are asked, and there is no terminal to ask on", {
      fault: "usage",
      advice: `To remove it unasked: coach star remove ${number} --yes`,
    });
  const { chooseOne } = await import("../../terminal/menu.ts");
  const output = app.options.json ? app.world.stderr : app.world.stdout;
  const told = versions.length === 1 ? "one version" : `${versions.length} versions`;
  const choices = [
    { name: "Keep it", value: "keep" },
    { name: "Remove it", value: "remove" },
  ] as const;
  const chosen = await chooseOne(`Remove story ${number}, "${title}", with its ${told}?`, choices, {
    input: app.world.stdin,
    output,
    theme: await app.theme(),
  });
  return chosen === "left" ? "left" : chosen.value;
}

// Room: cli. `coach star split`: a telling that was joined to the wrong story becomes one of its own.
import type { StorySplit } from "../../domain/attempt.ts";
import { CoachError } from "../../domain/errors.ts";
import { titleOf } from "../../practice/star.ts";
import type { App } from "../app.ts";
import { bankIn, storyNamed } from "./stories.ts";

/** Splits a version off. Throws a CoachError for one that there is not, and for the first, which is the story itself. */
export async function splitStory(app: App, request: { readonly name: string; readonly version: number }): Promise<void> {
  const { number, title, versions } = storyNamed(await bankIn(app), request.name);
  const version = versions[request.version - 1];
  if (!version) throw new CoachError(`story ${number} has no version ${request.version}`, { fault: "usage", advice: `It has ${versions.length}.` });
  if (request.version === 1)
    throw new CoachError(`version 1 is what story ${number} begins with`, {
      fault: "usage",
      advice: versions.length === 1 ? "It has no other." : `Split off what does not belong to it: coach star split ${number} 2`,
    });
  const clock = app.clock();
  const split: StorySplit = { type: "split", id: clock.newId(), at: clock.now(), telling: version.story.id, title: titleOf(version.story.parts, title) };
  await (await app.journal()).append(split);
  const made = (await bankIn(app)).find(({ id }) => id === version.story.id);
  await app.show({
    text: () => `Version ${request.version} of story ${number} is story ${made?.number} now: ${split.title}\n`,
    json: () => ({ story: version.story.id, number: made?.number ?? null, from: number, title: split.title }),
  });
}

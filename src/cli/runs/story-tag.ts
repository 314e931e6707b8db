// Room: cli. `coach star tag`: what a person says that a story shows.
import type { StoryTag } from "../../domain/attempt.ts";
import type { App } from "../app.ts";
import { bankIn, storyNamed } from "./stories.ts";
import { unknownName } from "./unknown.ts";

export interface TagRequest {
  readonly name: string;
  readonly competencies: readonly string[];
  /** True: the story does not show them. */
  readonly remove?: boolean;
}

/** Keeps the tag, and tells what the story shows now. Throws a CoachError for a story or a competency that does not exist. */
export async function tagStory(app: App, { name, competencies, remove }: TagRequest): Promise<void> {
  const { competencies: all } = await app.library();
  const story = storyNamed(await bankIn(app), name);
  const named = competencies.map((each) => competencyNamed(all, each));
  const isRemoved = remove === true;
  const clock = app.clock();
  const tag: StoryTag = {
    type: "tag",
    id: clock.newId(),
    at: clock.now(),
    story: story.id,
    adds: isRemoved ? [] : named,
    removes: isRemoved ? named : [],
  };
  await (await app.journal()).append(tag);
  const shows = isRemoved ? story.shows.filter((each) => !named.includes(each)) : [...new Set([...story.shows, ...named])];
  const told = shows.length === 0 ? "nothing yet" : shows.join(", ");
  await app.show({
    text: () => `Story ${story.number} shows: ${told}.\n`,
    json: () => ({ story: story.id, number: story.number, competencies: shows }),
  });
}

function competencyNamed(all: readonly { readonly id: string; readonly name: string }[], written: string): string {
  const wanted = written.trim().toLowerCase();
  const found = all.find(({ id, name }) => id === wanted || name.toLowerCase() === wanted);
  if (found) return found.id;
  throw unknownName({ what: "competency", name: written, among: all.map(({ id }) => id), list: `There is: ${all.map(({ id }) => id).join(", ")}.` });
}

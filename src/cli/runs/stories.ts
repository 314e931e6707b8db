// Room: cli. The story bank: `coach star list` and `show`.
import type { Story } from "../../domain/attempt.ts";
import { CoachError } from "../../domain/errors.ts";
import { storiesOf } from "../../progress/history.ts";
import { storyListView, storyView } from "../../terminal/views/story.ts";
import type { App } from "../app.ts";
import { entriesOf } from "./past.ts";

export async function listStories(app: App): Promise<void> {
  const stories = storiesOf(await entriesOf(app));
  await app.show({ text: (theme) => storyListView(stories, theme), json: () => ({ stories: stories.map(storyJson) }) });
}

function storyJson({ id, at, title, question, attempt, competencies, parts }: Story): unknown {
  return { id, at, title, question, attempt, competencies, parts };
}

/** Shows a story by its number in the list, or its id. */
export async function showStory(app: App, name: string): Promise<void> {
  const stories = storiesOf(await entriesOf(app));
  const story = /^\d{1,6}$/.test(name) ? stories[Number(name) - 1] : stories.find((candidate) => candidate.id === name);
  if (!story)
    throw new CoachError(`there is no story "${name}"`, {
      fault: "usage",
      advice: stories.length === 0 ? "Your story bank is empty: coach star tells the first." : `coach star list shows them, 1 to ${stories.length}.`,
    });
  await app.show({ text: (theme) => storyView(story, theme), json: () => storyJson(story) });
}

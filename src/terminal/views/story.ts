// Room: terminal. The story bank. Texts come in cleaned of escape and control characters. Pure.
import type { Story } from "../../domain/attempt.ts";
import { dayOf } from "../../domain/calendar.ts";
import { starParts } from "../../domain/question.ts";
import type { Theme } from "../theme.ts";
import { tableRows } from "./table.ts";
import { spaced, viewOf, wrap } from "./wrap.ts";

/** Stories, numbered from 1 in the order given. */
export function storyListView(stories: readonly Story[], theme: Theme): string {
  if (stories.length === 0) return "Your story bank is empty. coach star tells the first.\n";
  const rows = stories.map((story, index) => [String(index + 1), dayOf(story.at), story.title, story.competencies.join(", ")]);
  const table = tableRows({ columns: [{ title: "", align: "right" }, { title: "day" }, { title: "story" }, { title: "shows" }], rows }, theme);
  return viewOf(spaced(table, wrap("coach star show NUMBER shows one whole.", theme.columns())));
}

/** One story in its four parts. */
export function storyView(story: Story, theme: Theme): string {
  const width = theme.columns();
  const parts = starParts.map((part) => [
    theme.accent(`${part.charAt(0).toUpperCase()}${part.slice(1)}`),
    ...wrap(story.parts[part].trim() === "" ? "(nothing told)" : story.parts[part], width),
  ]);
  const about = [dayOf(story.at), story.question, story.competencies.join(", ")].filter((part) => part !== "").join("; ");
  return viewOf(spaced([...wrap(story.title, width, theme.bold), ...wrap(about, width, theme.dim)], ...parts));
}

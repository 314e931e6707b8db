// Room: terminal. The story bank, listed and one by one. Pure.
import type { Story } from "../../domain/attempt.ts";
import { dayOf } from "../../domain/calendar.ts";
import { starParts } from "../../domain/question.ts";
import type { Theme } from "../theme.ts";
import { tableRows } from "./table.ts";
import { capitalised } from "./words.ts";
import { spaced, viewOf, wrap } from "./wrap.ts";

/** Stories in the order given, numbered from 1; their text cleaned of escape and control characters. */
export function storyListView(stories: readonly Story[], theme: Theme): string {
  if (stories.length === 0) return viewOf(wrap("No stories yet. Tell the first: coach star", theme.columns()));
  const rows = stories.map((story, index) => [String(index + 1), story.title, tellCompetencies(story), dayOf(story.at)]);
  const columns = [{ title: "#", align: "right" }, { title: "Story" }, { title: "Shows" }, { title: "Told" }] as const;
  return viewOf(spaced(tableRows({ columns, rows }, theme), wrap("Read one: coach star show <number>", theme.columns())));
}

/** One story in its four parts; its text cleaned of escape and control characters. */
export function storyView(story: Story, theme: Theme): string {
  const { title, question, at, parts } = story;
  const about = [dayOf(at), question, ...(story.competencies.length === 0 ? [] : [tellCompetencies(story)])].join(` ${theme.glyphs.dot} `);
  const told = starParts.map((part) => [theme.bold(capitalised(part)), ...wrap(parts[part].trim() === "" ? "(nothing yet)" : parts[part].trim(), theme.columns())]);
  return viewOf(spaced([...wrap(title, theme.columns(), theme.bold), ...wrap(about, theme.columns(), theme.dim)], ...told));
}

function tellCompetencies(story: Story): string {
  return story.competencies.map((id) => id.replaceAll("-", " ")).join(", ");
}

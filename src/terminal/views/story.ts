// Room: terminal. The story bank. Texts come in cleaned of escape and control characters. Pure.
import { dayOf } from "../../domain/calendar.ts";
import { tellShare } from "../../domain/evidence.ts";
import { starParts } from "../../domain/question.ts";
import { type BankStory, isWritten, latestOf, secondsAloud, type Version } from "../../domain/story.ts";
import type { Theme } from "../theme.ts";
import { tableRows } from "./table.ts";
import { capitalised, tellSeconds } from "./words.ts";
import { spaced, viewOf, wrap } from "./wrap.ts";

/** Stories with their numbers. */
export function storyListView(bank: readonly BankStory[], theme: Theme): string {
  if (bank.length === 0) return "Your story bank is empty. coach star tells the first.\n";
  const rows = bank.map((story) => {
    const latest = latestOf(story);
    return [String(story.number), latest ? dayOf(latest.story.at) : "", story.title, tellTold(story), story.shows.join(", ")];
  });
  const columns = [{ title: "", align: "right" as const }, { title: "told" }, { title: "story" }, { title: "" }, { title: "shows" }];
  const hint = "coach star show NUMBER shows one whole, coach star map what they cover.";
  return viewOf(spaced(tableRows({ columns, rows }, theme), wrap(hint, theme.columns())));
}

/** How often, and in the mocks of which loops. */
function tellTold({ versions }: BankStory): string {
  const told = versions.filter((version) => !isWritten(version)).length;
  const mocks = new Set(versions.flatMap(({ mock }) => (mock === undefined ? [] : [`in a mock of ${mock}`])));
  return [told === 1 ? "once" : `${told} times`, ...mocks].join(", ");
}

/** A story with the list of its versions, and one of them whole in its four parts. `changes` has for each version what it changed. */
export function storyView(story: BankStory, shown: { readonly version: Version; readonly changes: readonly (readonly string[])[] }, theme: Theme): string {
  const width = theme.columns();
  const { version, changes } = shown;
  const parts = starParts.map((part) => [
    theme.accent(capitalised(part)),
    ...wrap(version.story.parts[part].trim() === "" ? "(nothing told)" : version.story.parts[part], width),
  ]);
  const about = [dayOf(version.story.at), ...tellMock(version), version.story.question, story.shows.join(", ")].filter((part) => part !== "").join("; ");
  const heading = [...wrap(story.title, width, theme.bold), ...wrap(about, width, theme.dim)];
  const which = story.versions.length > 1 ? wrap(`Version ${version.number} of ${story.versions.length}`, width, theme.bold) : [];
  return viewOf(spaced(heading, versionRows(story, changes, theme), which, ...parts));
}

function versionRows({ versions }: BankStory, changes: readonly (readonly string[])[], theme: Theme): readonly string[] {
  if (versions.length < 2) return [];
  const rows = versions.map((version, index) => rowOf(version, tellChanges(index, [...tellMock(version), ...(changes[index] ?? [])])));
  const right = "right" as const;
  const columns = [
    { title: "", align: right },
    { title: "told" },
    { title: "took", align: right },
    { title: "aloud", align: right },
    { title: "score", align: right },
    { title: "changed" },
  ];
  return tableRows({ columns, rows }, theme);
}

function tellMock({ mock, attempt }: Version): readonly string[] {
  return mock === undefined ? [] : [`in a mock of ${mock}${attempt?.round === undefined ? "" : `, ${attempt.round}`}`];
}

function rowOf({ number, story, attempt }: Version, changed: string): readonly string[] {
  return [
    String(number),
    dayOf(story.at),
    attempt ? tellSeconds(attempt.seconds) : "",
    tellSeconds(secondsAloud(story)),
    attempt ? tellShare(attempt.score) : "",
    changed,
  ];
}

function tellChanges(index: number, changes: readonly string[]): string {
  if (changes.length > 0) return changes.join("; ");
  return index === 0 ? "" : "nothing to speak of";
}

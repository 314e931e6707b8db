// Room: progress. The journal's stories as a bank: tellings put together, each with its score, and what each story shows. Pure.
import type { Attempt, JournalEntry, Story, StoryTag } from "../domain/attempt.ts";
import { correctedAttempts } from "../domain/evidence.ts";
import type { BankStory } from "../domain/story.ts";

interface Gathered {
  readonly tellings: Story[];
  readonly shows: Set<string>;
}

/** Every story that is kept, in the order of their first tellings; those that were removed keep their numbers. Entries are oldest first. */
export function bankOf(entries: readonly JournalEntry[]): readonly BankStory[] {
  const stories = new Map<string, Gathered>();
  for (const entry of entries) {
    if (entry.type === "story") addTelling(stories, entry);
    else if (entry.type === "tag") applyTag(stories.get(entry.story), entry);
    else if (entry.type === "removal") forget(stories.get(entry.story));
  }
  const known = { attempts: new Map(correctedAttempts(entries).map((attempt) => [attempt.id, attempt])), mocks: mocksOf(entries) };
  return [...stories].flatMap(([id, gathered], index) => (gathered.tellings.length === 0 ? [] : [storyFrom({ id, number: index + 1 }, gathered, known)]));
}

/** A telling whose first one is missing, as when a journal was lost, stands for itself. */
function addTelling(stories: Map<string, Gathered>, story: Story): void {
  const key = story.of ?? story.id;
  const known = stories.get(key) ?? { tellings: [], shows: new Set() };
  known.tellings.push(story);
  for (const competency of story.competencies) known.shows.add(competency);
  stories.set(key, known);
}

function applyTag(story: Gathered | undefined, { adds, removes }: StoryTag): void {
  for (const competency of adds) story?.shows.add(competency);
  for (const competency of removes) story?.shows.delete(competency);
}

/** A telling after the removal, as on another device that did not know of it, stands. */
function forget(story: Gathered | undefined): void {
  story?.tellings.splice(0);
  story?.shows.clear();
}

/** What tellings are looked up in, by their ids. */
interface Known {
  readonly attempts: ReadonlyMap<string, Attempt>;
  /** The loop of a mock by its session. */
  readonly mocks: ReadonlyMap<string, string>;
}

function mocksOf(entries: readonly JournalEntry[]): Known["mocks"] {
  return new Map(entries.flatMap((entry) => (entry.type === "mock" && entry.what.event === "opened" ? [[entry.session, entry.what.loop] as const] : [])));
}

function storyFrom(place: Pick<BankStory, "id" | "number">, { tellings, shows }: Gathered, { attempts, mocks }: Known): BankStory {
  const versions = tellings.map((story, index) => {
    const attempt = attempts.get(story.attempt);
    return { number: index + 1, story, attempt, mock: attempt && mocks.get(attempt.session) };
  });
  return { ...place, title: tellings.at(-1)?.title ?? "", versions, shows: [...shows] };
}

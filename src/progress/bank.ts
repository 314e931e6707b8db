// Room: progress. The journal's stories as a bank: tellings put together, each with its score, and what each story shows. Pure.
import type { AttemptHead, HistoryEntry, Story, StorySplit, StoryTag } from "../domain/attempt.ts";
import { correctedAttempts } from "../domain/evidence.ts";
import type { BankStory } from "../domain/story.ts";

/** What is known of a story, oldest first. */
type Gathered = (Story | StoryTag)[];

/** Every story that is kept, in the order of their first tellings; those that were removed keep their numbers. Entries are oldest first. */
export function bankOf(entries: readonly HistoryEntry[]): readonly BankStory[] {
  const stories = new Map<string, Gathered>();
  for (const entry of entries) gather(stories, entry);
  const known = { attempts: new Map(correctedAttempts(entries).map((attempt) => [attempt.id, attempt])), mocks: mocksOf(entries) };
  return [...stories].flatMap(([id, gathered], index) =>
    gathered.some(({ type }) => type === "story") ? [storyFrom({ id, number: index + 1 }, gathered, known)] : [],
  );
}

function gather(stories: Map<string, Gathered>, entry: HistoryEntry): void {
  if (entry.type === "story") {
    // A telling whose first one is missing, as when a journal was lost, stands for itself.
    const id = entry.of ?? entry.id;
    stories.set(id, [...(stories.get(id) ?? []), entry]);
  } else if (entry.type === "tag") stories.get(entry.story)?.push(entry);
  // A telling after the removal, as on another device that did not know of it, stands.
  else if (entry.type === "removal") stories.get(entry.story)?.splice(0);
  else if (entry.type === "split") split(stories, entry);
}

function split(stories: Map<string, Gathered>, { telling, title }: StorySplit): void {
  for (const gathered of stories.values()) {
    const at = gathered.findIndex(({ type, id }) => type === "story" && id === telling);
    const story = gathered[at];
    if (story?.type !== "story" || stories.has(telling)) continue;
    gathered.splice(at, 1);
    stories.set(telling, [{ ...story, title }]);
    return;
  }
}

/** Competencies by its questions and the person's word: the last word on one counts, until the story is told to a question that tests it. */
function shownBy(gathered: Gathered): readonly string[] {
  const shows = new Set<string>();
  for (const entry of gathered) {
    for (const competency of entry.type === "story" ? entry.competencies : entry.adds) shows.add(competency);
    for (const competency of entry.type === "story" ? [] : entry.removes) shows.delete(competency);
  }
  return [...shows];
}

/** What tellings are looked up in, by their ids. */
interface Known {
  readonly attempts: ReadonlyMap<string, AttemptHead>;
  /** The loop of a mock by its session. */
  readonly mocks: ReadonlyMap<string, string>;
}

function mocksOf(entries: readonly HistoryEntry[]): Known["mocks"] {
  return new Map(entries.flatMap((entry) => (entry.type === "mock" && entry.what.event === "opened" ? [[entry.session, entry.what.loop] as const] : [])));
}

function storyFrom(place: Pick<BankStory, "id" | "number">, gathered: Gathered, { attempts, mocks }: Known): BankStory {
  const tellings = gathered.filter((entry) => entry.type === "story");
  const versions = tellings.map((story, index) => {
    const attempt = attempts.get(story.attempt);
    return { number: index + 1, story, attempt, mock: attempt && mocks.get(attempt.session) };
  });
  return { ...place, title: tellings.at(-1)?.title ?? "", versions, shows: shownBy(gathered) };
}

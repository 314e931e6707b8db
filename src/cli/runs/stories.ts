// Room: cli. The story bank: `coach star list` and `show`.
import { tellingOf } from "../../domain/conflict.ts";
import { CoachError } from "../../domain/errors.ts";
import { type BankStory, latestOf, lettersOf, secondsAloud, storiesNamed, type Version } from "../../domain/story.ts";
import { conflictsOf } from "../../grading/claims.ts";
import { nearest } from "../../language/spelling.ts";
import { bankOf } from "../../progress/bank.ts";
import { changesBetween } from "../../progress/story-changes.ts";
import { storyListView, storyView } from "../../terminal/views/story.ts";
import type { App } from "../app.ts";
import { cleaned } from "./attempts.ts";
import { entriesOf } from "./past.ts";

/** Stories that an error offers for a name that none has. */
const mostLike = 3;

/** The story bank, cleaned: a journal may come from another machine. */
export async function bankIn(app: App): Promise<readonly BankStory[]> {
  return cleaned(bankOf(await entriesOf(app)));
}

export async function listStories(app: App): Promise<void> {
  const bank = await bankIn(app);
  await app.show({ text: (theme) => storyListView(bank, theme), json: () => ({ stories: bank.map(storyJson) }) });
}

function storyJson(story: BankStory): unknown {
  const { id, number, title, versions, shows } = story;
  const latest = latestOf(story)?.story;
  return {
    id,
    number,
    title,
    at: latest?.at,
    question: latest?.question,
    attempt: latest?.attempt,
    competencies: shows,
    parts: latest?.parts,
    versions: versions.map(versionJson),
  };
}

function versionJson({ number, story, attempt, mock }: Version): unknown {
  const { id, at, question, parts } = story;
  return {
    number,
    id,
    at,
    question,
    attempt: story.attempt,
    mock: mock ?? null,
    round: attempt?.round ?? null,
    score: attempt?.score ?? null,
    seconds: attempt?.seconds ?? null,
    aloud: secondsAloud(story),
    parts,
  };
}

/** Shows a story by its number, its id or its title, with its versions; and one version whole, the newest if none is named. */
export async function showStory(app: App, request: { readonly name: string; readonly version: number | undefined }): Promise<void> {
  const story = storyNamed(await bankIn(app), request.name);
  const shown = request.version === undefined ? latestOf(story) : story.versions[request.version - 1];
  if (!shown) throw new CoachError(`story ${story.number} has no version ${request.version}`, { fault: "usage", advice: `It has ${story.versions.length}.` });
  const changes = story.versions.map((version, index) => changesSince(story.versions[index - 1], version));
  await app.show({
    text: (theme) => storyView(story, { version: shown, changes }, theme),
    json: () => (request.version === undefined ? storyJson(story) : { ...(versionJson(shown) as object), changes: changes[shown.number - 1] }),
  });
}

function changesSince(before: Version | undefined, after: Version): readonly string[] {
  if (!before) return [];
  return changesBetween(before, after, conflictsOf({ kind: "star", parts: after.story.parts }, [tellingOf(before.story)]));
}

/** The story that a person names. Throws a CoachError when there is none, or more than one. */
export function storyNamed(bank: readonly BankStory[], name: string): BankStory {
  const found = storiesNamed(bank, name);
  const [one] = found;
  if (one && found.length === 1) return one;
  if (one)
    throw new CoachError(`${found.length} stories are called like "${name}"`, {
      fault: "usage",
      advice: `Say which by its number: ${found.map((story) => `${story.number} ${story.title}`).join("; ")}`,
    });
  throw new CoachError(`there is no story "${name}"`, { fault: "usage", advice: adviceFor(bank, name) });
}

function adviceFor(bank: readonly BankStory[], name: string): string {
  if (bank.length === 0) return "Your story bank is empty: coach star tells the first.";
  const near = storiesLike(bank, name).map(({ number, title }) => `${number} "${title}"`);
  return `${near.length === 0 ? "" : `Did you mean ${near.join(" or ")}? `}coach star list shows them, ${bank[0]?.number} to ${bank.at(-1)?.number}.`;
}

/** The stories of a name with slips in it: each word is taken for the one of a title that it is nearest to. */
function storiesLike(bank: readonly BankStory[], name: string): readonly BankStory[] {
  const words = [...new Set(bank.flatMap(({ title }) => lettersOf(title).split(" ")))];
  const meant = lettersOf(name)
    .split(" ")
    .map((word) => nearest(word, words) ?? word);
  return storiesNamed(bank, meant.join(" ")).slice(0, mostLike);
}

// Room: cli. `coach star edit`: a story's words in the person's own editor, kept as a new version.
import { mkdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { clean } from "../../content/clean.ts";
import { readStoryForm, type StoryForm, writeStoryForm } from "../../content/story-form.ts";
import type { Story } from "../../domain/attempt.ts";
import { CoachError } from "../../domain/errors.ts";
import { makeFolders } from "../../domain/folders.ts";
import { starParts } from "../../domain/question.ts";
import { type BankStory, latestOf } from "../../domain/story.ts";
import { writeExport } from "../../export/write.ts";
import { type Edited, editText } from "../../terminal/editor.ts";
import { listenToInterrupt } from "../../terminal/signals.ts";
import type { App } from "../app.ts";
import { editorEnv } from "../editing.ts";
import { nameFile } from "../names.ts";
import { bankIn, storyNamed } from "./stories.ts";

const help = "Change what you like beneath the headings, and leave the four of them; then save and close. The old words stay as an earlier version.";

/** Opens the editor on a story and keeps what was changed. Throws a CoachError for a page that cannot be read (input) and for an editor that failed (failure); its text is opened again the next time. */
export async function editStory(app: App, name: string): Promise<void> {
  const story = storyNamed(await bankIn(app), name);
  const before = latestOf(story)?.story;
  if (!before) return;
  const draft = draftOf(app, story);
  const opened = draftIn(draft) ?? writeStoryForm(before, help);
  const edited = await visit(app, opened, draft);
  const { text } = edited;
  // On the disk before anything can go wrong with it.
  if (text !== opened) keepDraft(draft, text);
  tellVisit(app, story, { ...edited, isSame: text === opened });
  const form = readPage(app, { story, draft, text });
  const after = { title: form.title === "" ? before.title : form.title, parts: form.parts };
  const isChanged = after.title !== before.title || starParts.some((part) => after.parts[part] !== before.parts[part].trim());
  if (isChanged) await (await app.journal()).append(versionOf(app, { story, before, after }));
  rmSync(draft, { force: true });
  await tellEdited(app, story, isChanged);
}

/** The text as the person left it. What is saved meanwhile is kept as the draft, against a crash. */
async function visit(app: App, text: string, draft: string): Promise<Edited> {
  const env = editorEnv(app.world, await app.settings());
  if (!app.options.input) throw new CoachError("--no-input leaves no editor to write in", { fault: "usage", advice: "Take --no-input away." });
  if (!env["VISUAL"]?.trim() && !env["EDITOR"]?.trim())
    throw new CoachError("no editor is set", { fault: "failure", advice: "Set one, for example: export EDITOR=nano" });
  // Ctrl-C is the editor's own key while it has the terminal.
  const silence = listenToInterrupt(() => undefined);
  const saved = (so: string): void => {
    try {
      keepDraft(draft, so);
    } catch {
      // The editor still has it; whether the disk takes it is told at the end.
    }
  };
  return editText(text, { env, signal: new AbortController().signal, saved }).finally(silence);
}

/** Throws where the editor failed, or brought nothing back; whatever it saved waits for the next time. */
function tellVisit(app: App, { number }: BankStory, { notice, hasFailed, isSame }: Edited & { readonly isSame: boolean }): void {
  if (notice === undefined) return;
  if (!hasFailed && !isSame) return app.note(`${notice}\n`);
  const kept = isSame ? "" : `\n  Your text is kept: coach star edit ${number} opens it again.`;
  throw new CoachError("the story stays as it was", { fault: "failure", advice: `${notice}${kept}` });
}

/** Where a text waits that could not be read as a story. */
export function draftOf(app: App, { id }: BankStory): string {
  return join(app.dataFolder(), "drafts", `story-${id.replace(/[^\w-]/g, "_")}.md`);
}

function draftIn(file: string): string | undefined {
  try {
    return clean(readFileSync(file, "utf8"));
  } catch {
    // None, or none that can be read: the story itself is opened.
    return undefined;
  }
}

function keepDraft(file: string, text: string): void {
  makeFolders(dirname(file), { mkdirSync, statSync });
  writeExport(file, text, { force: true, isPrivate: true });
}

function readPage(app: App, { story, draft, text }: { readonly story: BankStory; readonly draft: string; readonly text: string }): StoryForm {
  const { value, problems } = readStoryForm(nameFile(app.world, draft), text);
  if (value) return value;
  const [problem] = problems;
  const advice = `${problem?.advice ?? ""}\n  Your text is kept: coach star edit ${story.number} opens it again.`;
  throw new CoachError(problem?.message ?? "the page cannot be read", { fault: "input", place: problem?.place, advice });
}

function versionOf(app: App, { story, before, after }: { readonly story: BankStory; readonly before: Story; readonly after: StoryForm }): Story {
  const clock = app.clock();
  const { question } = before;
  // No competencies: what it shows by its questions and by the person's word does not change with its words.
  return { type: "story", id: clock.newId(), at: clock.now(), of: story.id, question, attempt: "", competencies: [], ...after };
}

async function tellEdited(app: App, { id, number, versions }: BankStory, isChanged: boolean): Promise<void> {
  const version = versions.length + (isChanged ? 1 : 0);
  const told = isChanged
    ? `Kept as version ${version} of story ${number}: \`coach star show ${number}\` shows what changed.\n`
    : `Nothing was changed in story ${number}.\n`;
  await app.show({ text: () => told, json: () => ({ story: id, number, version, changed: isChanged }) });
}

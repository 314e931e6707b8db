// Room: content. The prompts of a framework: problems to apply it to, with how each part is said there, and a strong answer. Pure.
import type { FrameworkPart, FrameworkPrompt } from "../domain/framework.ts";
import { numberSetting } from "./header.ts";
import { readId, type SeenIds } from "./ids.ts";
import { type Item, readItems, readLabelled, repeatsIn } from "./items.ts";
import { complain, isItem, lineOf, linesIn, type Page, placeOf, type Section, sectionsOf, textOf } from "./page.ts";
import { checkKeys, isSettingsLine, readSettingsLine, type Setting, settingNamed } from "./settings-line.ts";

type Part = Pick<FrameworkPart, "id" | "name">;

const promptKeys = new Set(["id", "minutes"]);
const noKeys: ReadonlySet<string> = new Set();

/** Prompts that a framework needs: its shape must hold on more than the one problem that it was learned with. */
const fewestPrompts = 3;
/**
 * Phrasings that a part needs at each prompt. They are about its problem: with four more that fit any problem, answers to other prompts of
 * the same framework were marked nearly as high as those to this one (21 prompts).
 */
const fewestPhrasings = 4;
/** Minutes where the prompt sets none: one for each part, and no fewer than this. */
const leastMinutes = 3;
/** Words a minute of a quick speaker; 140 is usual. */
const pace = 150;

/** Reads the section `Prompts` of a framework with these parts, a handful. */
export function readPrompts(page: Page, section: Section | undefined, parts: readonly Part[]): readonly FrameworkPrompt[] {
  const ids: SeenIds = new Map();
  const prompts = section ? sectionsOf(page, 3, section).map((found) => readPrompt(page, ids, { found, parts })) : [];
  if (prompts.length < fewestPrompts)
    complain(page, { rule: "prompts-few", line: section?.line ?? 1, message: `the framework has ${prompts.length} prompt${prompts.length === 1 ? "" : "s"}` });
  return prompts;
}

interface From {
  readonly found: Section;
  readonly parts: readonly Part[];
}

interface Listed {
  readonly items: readonly Item[];
  /** Of the prompt's heading. */
  readonly line: number;
  readonly parts: readonly Part[];
}

function readPrompt(page: Page, ids: SeenIds, { found, parts }: From): FrameworkPrompt {
  const { title, line } = found;
  const settings: Setting[] = [];
  const [texts, listed, quoted]: [string[], number[], string[]] = [[], [], []];
  for (const at of linesIn(found)) {
    const text = lineOf(page, at);
    if (isSettingsLine(text)) readSettingsLine(page, at, settings);
    else if (text.startsWith(">")) quoted.push(text.replace(/^> ?/, ""));
    else if (listed.length > 0 || isItem(page, at)) listed.push(at);
    else texts.push(text);
  }
  checkKeys(page, settings, promptKeys);
  if (!settingNamed(settings, "id")) complain(page, { rule: "id-missing", line, message: `"${title}" has no id of its own` });
  const prompt = {
    id: readId(page, ids, { settings, name: title, line }),
    title,
    text: textOf(texts),
    minutes: numberSetting(page, settingNamed(settings, "minutes"), { key: "minutes", least: 1, most: 60 }) ?? Math.max(leastMinutes, parts.length),
    phrasings: readPhrasings(page, { items: readItems(page, listed), line, parts }),
    model: textOf(quoted) || undefined,
    place: placeOf(page, line),
  };
  checkPrompt(page, prompt);
  return prompt;
}

/** The list of a prompt: a bullet for each part, by its name, and beneath it how the part is said there. */
function readPhrasings(page: Page, { items, line, parts }: Listed): FrameworkPrompt["phrasings"] {
  const found = new Map<Part, readonly string[]>();
  for (const item of items) {
    const { label, text } = readLabelled(page, item, noKeys);
    const name = label ?? text;
    const part = parts.find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
    const at = { line: item.line, column: item.column };
    if (!part) complain(page, { rule: "link-part", ...at, message: `the framework has no part "${name}"` });
    else if (found.has(part)) complain(page, { rule: "section-repeated", ...at, message: `"${part.name}" stands here twice` });
    else found.set(part, textsOf(item.children));
  }
  for (const part of parts) {
    const count = found.get(part)?.length ?? 0;
    if (count < fewestPhrasings)
      complain(page, { rule: "phrasings-few", line, message: `at this prompt "${part.name}" has ${count} phrasing${count === 1 ? "" : "s"}` });
  }
  checkRepeats(
    page,
    items.flatMap((item) => item.children),
  );
  return Object.fromEntries([...found].map(([part, said]) => [part.id, said]));
}

function textsOf(items: readonly Item[]): readonly string[] {
  return items.map((item) => item.text).filter((text) => text !== "");
}

/** A phrasing that stands in two parts tells neither from the other. */
function checkRepeats(page: Page, phrasings: readonly Item[]): void {
  for (const index of repeatsIn(phrasings.map(({ text }) => text))) {
    const { text = "", line = 1, column = 1 } = phrasings[index] ?? {};
    complain(page, { rule: "phrasing-repeated", line, column, message: `"${text}" stands here twice` });
  }
}

function checkPrompt(page: Page, { title, text, minutes, model, place }: FrameworkPrompt): void {
  const { line } = place;
  if (text === "") complain(page, { rule: "section-empty", line, message: `the prompt "${title}" is empty` });
  if (model === undefined) complain(page, { rule: "model-missing", line, message: `the prompt "${title}" has no strong answer: a quotation beneath it` });
  const words = (model ?? "").split(/\s+/).length;
  if (words > minutes * pace) complain(page, { rule: "model-long", line, message: `the strong answer has ${words} words for ${minutes} minutes` });
}

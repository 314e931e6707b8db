// Room: content. The kinds that are answered in sentences: open, star, rewrite. From a draft to fields. Pure.
import { type FollowUp, type KeyPoint, type Note, type Pitfall, type StarPart, type StarSection, starParts } from "../../domain/question.ts";
import { type Block, blockOf, type Draft, linesText, proseOf } from "../draft.ts";
import { numberSetting } from "../header.ts";
import { isItemLine, type Item, readItems, readLabelled, splitReason } from "../items.ts";
import { complain } from "../page.ts";
import { checkKeys, idFrom, isId, type Setting, takeSettings } from "../settings-line.ts";
import type { Fields } from "./quick.ts";

const keyPointKeys = new Set(["id", "weight", "part"]);
const pitfallKeys = new Set(["id"]);
const followUpKeys = new Set(["missing"]);
const partKeys = new Set(["minutes"]);
const noteTitles = ["Requirements", "Decisions", "Architecture", "Trade-offs"];

/** Phrasings that a key point needs: one to three more a question lifted agreement with human marks by .05 to .10 on public answer sets. */
const fewestPhrasings = 3;

/** Sections that each of these kinds may have, in lower case. */
const discussedSections = ["pitfalls", "follow-ups", ...noteTitles.map((title) => title.toLowerCase())];
export const sectionsOfKind = {
  open: new Set(["key points", "model answer", ...discussedSections]),
  star: new Set([...starParts, "model answer", ...discussedSections]),
  rewrite: new Set(["weak answer", "key points", "strong answer", ...discussedSections]),
} as const satisfies Record<string, ReadonlySet<string>>;

interface Discussed {
  readonly pitfalls: readonly Pitfall[];
  readonly model: string | undefined;
  readonly followUps: readonly FollowUp[];
  readonly notes: readonly Note[];
}

export function readOpen(draft: Draft): Fields<Discussed & { readonly keyPoints: readonly KeyPoint[] }> {
  const keyPoints = readKeyPoints(draft, blockOf(draft, "Key points"), 2);
  return { prompt: linesText(draft.page, draft.intro.lines), fields: { keyPoints, ...readDiscussed(draft, keyPoints, "Model answer") } };
}

export function readRewrite(draft: Draft): Fields<Discussed & { readonly weak: string; readonly keyPoints: readonly KeyPoint[] }> {
  const keyPoints = readKeyPoints(draft, blockOf(draft, "Key points"), 1);
  const weak = proseOf(draft, blockOf(draft, "Weak answer")) ?? "";
  return { prompt: linesText(draft.page, draft.intro.lines), fields: { weak, keyPoints, ...readDiscussed(draft, keyPoints, "Strong answer") } };
}

export function readStar(draft: Draft): Fields<Discussed & { readonly parts: Readonly<Record<StarPart, StarSection>> }> {
  const parts = {
    situation: readPart(draft, "Situation", 1),
    task: readPart(draft, "Task", 0.75),
    action: readPart(draft, "Action", 3),
    result: readPart(draft, "Result", 1.25),
  };
  const keyPoints = starParts.flatMap((part) => parts[part].keyPoints);
  checkIds(draft, keyPoints);
  return { prompt: linesText(draft.page, draft.intro.lines), fields: { parts, ...readDiscussed(draft, keyPoints, "Model answer") } };
}

function readPart(draft: Draft, title: string, usual: number): StarSection {
  const block = blockOf(draft, title);
  if (!block) {
    complain(draft.page, { rule: "section-missing", line: draft.line, message: `the section "${title}" is missing` });
    return { guidance: "", minutes: usual, keyPoints: [] };
  }
  checkKeys(draft.page, block.settings, partKeys);
  const at = block.lines.findIndex((line) => isItemLine(draft.page.lines[line - 1] ?? ""));
  const guidance = linesText(draft.page, at === -1 ? block.lines : block.lines.slice(0, at));
  const minutes = numberSetting(draft.page, block.settings.get("minutes"), { key: "minutes", least: 0.1, most: 60 }) ?? usual;
  const keyPoints = readItems(draft.page, at === -1 ? [] : block.lines.slice(at)).map((item) => readKeyPoint(draft, item));
  if (keyPoints.length === 0) complain(draft.page, { rule: "key-points-few", line: block.line, message: `"${title}" has no key point` });
  return { guidance, minutes, keyPoints };
}

function readKeyPoints(draft: Draft, block: Block | undefined, fewest: number): readonly KeyPoint[] {
  if (!block) {
    complain(draft.page, { rule: "section-missing", line: draft.line, message: 'the section "Key points" is missing' });
    return [];
  }
  const keyPoints = readItems(draft.page, block.lines).map((item) => readKeyPoint(draft, item));
  if (keyPoints.length < fewest) complain(draft.page, { rule: "key-points-few", line: block.line, message: `there ${keyPoints.length === 1 ? "is one key point" : "are no key points"}` });
  checkIds(draft, keyPoints);
  return keyPoints;
}

function checkIds(draft: Draft, points: readonly KeyPoint[]): void {
  const seen = new Set<string>();
  for (const { id } of points) {
    if (seen.has(id)) complain(draft.page, { rule: "id-duplicate", line: lineWithId(draft, id), message: `two key points have the id "${id}"` });
    seen.add(id);
  }
}

/** The last line of the question's sections that sets this id: the second of two. */
function lineWithId(draft: Draft, id: string): number {
  const lines = draft.blocks.flatMap((block) => block.lines).filter((line) => (draft.page.lines[line - 1] ?? "").includes(`id: ${id}\``));
  return lines.at(-1) ?? draft.line;
}

function readKeyPoint(draft: Draft, item: Item): KeyPoint {
  const { page } = draft;
  const { label, text, settings } = readLabelled(page, item, keyPointKeys);
  const name = label ?? text;
  const weight = readWeight(draft, settings.get("weight"));
  const phrasings = item.children.map((child) => child.text).filter((phrasing) => phrasing !== "");
  if (phrasings.length < fewestPhrasings) complain(page, { rule: "phrasings-few", line: item.line, column: item.column, message: `"${name}" has ${phrasings.length} phrasing${phrasings.length === 1 ? "" : "s"}` });
  checkPhrasings(draft, item);
  return { id: itemId(draft, settings.get("id"), name), text: name, weight, part: settings.get("part")?.value, phrasings };
}

function readWeight(draft: Draft, setting: Setting | undefined): number {
  if (!setting) return 1;
  const weight = Number(setting.value);
  if (weight > 0 && weight <= 10) return weight;
  complain(draft.page, { rule: "key-point-weight", line: setting.line, column: setting.column, message: `"${setting.value}" is no weight` });
  return 1;
}

function itemId(draft: Draft, setting: Setting | undefined, name: string): string {
  if (setting && !isId(setting.value)) complain(draft.page, { rule: "id-form", line: setting.line, column: setting.column, message: `"${setting.value}" cannot be an id` });
  return setting?.value ?? idFrom(name);
}

function checkPhrasings(draft: Draft, item: Item): void {
  const seen = new Set<string>();
  for (const child of item.children) {
    const plain = child.text.toLowerCase();
    if (seen.has(plain)) complain(draft.page, { rule: "phrasing-repeated", line: child.line, column: child.column, message: `"${child.text}" stands here twice` });
    seen.add(plain);
  }
}

function readDiscussed(draft: Draft, keyPoints: readonly KeyPoint[], modelTitle: string): Discussed {
  const modelBlock = blockOf(draft, modelTitle);
  if (!modelBlock) complain(draft.page, { rule: "model-missing", line: draft.line, message: `the section "${modelTitle}" is missing` });
  return {
    pitfalls: readPitfalls(draft, blockOf(draft, "Pitfalls")),
    model: proseOf(draft, modelBlock),
    followUps: readFollowUps(draft, keyPoints),
    notes: readNotes(draft),
  };
}

function readPitfalls(draft: Draft, block: Block | undefined): readonly Pitfall[] {
  return readItems(draft.page, block?.lines ?? []).map((item) => {
    const { label, text, settings } = readLabelled(draft.page, item, pitfallKeys);
    const split = label === undefined ? splitReason(text) : { text: label, reason: text === "" ? undefined : text };
    return { id: itemId(draft, settings.get("id"), split.text), text: split.text, advice: split.reason, samples: item.children.map((child) => child.text) };
  });
}

function readFollowUps(draft: Draft, keyPoints: readonly KeyPoint[]): readonly FollowUp[] {
  return readItems(draft.page, blockOf(draft, "Follow-ups")?.lines ?? []).map((item) => {
    const { text, settings } = takeSettings(draft.page, item, followUpKeys);
    const missing = settings.get("missing");
    if (missing && !keyPoints.some((point) => point.id === missing.value)) {
      complain(draft.page, { rule: "link-key-point", line: missing.line, column: missing.column, message: `there is no key point "${missing.value}"` });
    }
    return { text, missing: missing?.value, looksFor: item.children.map((child) => child.text) };
  });
}

function readNotes(draft: Draft): readonly Note[] {
  return noteTitles.flatMap((title) => {
    const block = blockOf(draft, title);
    const text = block ? linesText(draft.page, block.lines) : "";
    if (block && text === "") complain(draft.page, { rule: "section-empty", line: block.line, message: `the section "${title}" is empty` });
    return text === "" ? [] : [{ title, text }];
  });
}
